/**
 * Counts line breaks as VS Code does: CRLF, LF and a lone CR each end a line. Positions are asked in rising order, so
 * that each character is looked at once.
 */
export class LineBreaks {
  readonly #text: string;
  #feed: number;
  #return: number;

  constructor(text: string, from = 0) {
    this.#text = text;
    this.#feed = nextOf(text, '\n', from);
    this.#return = nextOf(text, '\r', from);
  }

  /** The line breaks that begin before `to` and after the last position asked. A CRLF cut at `to` counts once. */
  countTo(to: number): number {
    let count = 0;
    while (this.#feed < to || this.#return < to) {
      count++;
      if (this.#return < this.#feed) {
        const pair = this.#return + 1 === this.#feed;
        this.#return = nextOf(this.#text, '\r', this.#return + 1);
        if (!pair) {
          continue;
        }
      }
      this.#feed = nextOf(this.#text, '\n', this.#feed + 1);
    }
    return count;
  }
}

/** Line breaks in a whole text. */
export function countLineBreaks(text: string): number {
  return new LineBreaks(text).countTo(text.length);
}

function nextOf(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}
