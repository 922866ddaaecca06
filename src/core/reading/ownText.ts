/**
 * A copy of a text that is kept for long. JavaScript engines make a cut-out text point into the text it was cut from:
 * one remembered host name would keep a whole piece of the file in memory.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
