/**
 * Text from a file, without what would move a terminal's cursor, colour it, forge a line, or make letters stand in another order
 * than that in which they are read: each such character becomes a space.
 */
export function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g,
    ' ',
  );
}
