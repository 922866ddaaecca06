const FEED = 10;

/** How many line feeds a text has. */
export function feedsIn(text: string): number {
  let feeds = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    feeds++;
  }
  return feeds;
}

/** The place behind the n-th line feed: records end there, whatever the encoding. */
export function afterFeeds(bytes: Uint8Array, width: 1 | 2, feeds: number): number {
  let at = 0;
  for (let left = feeds; left > 0; left--) {
    at = bytes.indexOf(FEED, at);
    while (width === 2 && (at % 2 === 1 || bytes[at + 1] !== 0)) {
      at = bytes.indexOf(FEED, at + 1);
    }
    at += width;
  }
  return at;
}
