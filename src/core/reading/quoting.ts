/** Where a record that starts at a given place ends, by the rules of RFC 4180 with white space after a closing quote. */
export type RecordEnd =
  | { readonly kind: 'complete'; readonly end: number }
  /** A quotation mark closes a field and something other than a delimiter or line break follows. */
  | { readonly kind: 'malformed' }
  /** The text ends first. */
  | { readonly kind: 'incomplete' };

const MALFORMED: RecordEnd = { kind: 'malformed' };
const INCOMPLETE: RecordEnd = { kind: 'incomplete' };

/**
 * Finds the end of the record at `start`, behind its line break. Stops at the first misplaced quotation mark, so that
 * a line with a stray quote costs its own length and not the rest of the file's. `quote`: what quotes fields, if anything does.
 */
export function findRecordEnd(
  text: string,
  start: number,
  delimiter: string,
  newline: string,
  quote: '"' | '' = '"',
): RecordEnd {
  let position = start;
  let nextNewline = text.indexOf(newline, start);
  for (;;) {
    if (quote !== '' && text[position] === quote) {
      const after = afterQuotedField(text, position, delimiter, newline);
      if (typeof after !== 'number') {
        return after;
      }
      if (text.startsWith(newline, after)) {
        return { kind: 'complete', end: after + newline.length };
      }
      position = after + delimiter.length;
      if (nextNewline >= 0 && nextNewline < position) {
        nextNewline = text.indexOf(newline, position);
      }
      continue;
    }
    if (nextNewline < 0) {
      return INCOMPLETE;
    }
    // Not in the whole text: a line without a delimiter must not cost what follows it.
    const nextDelimiter = text.slice(position, nextNewline).indexOf(delimiter);
    if (nextDelimiter < 0) {
      return { kind: 'complete', end: nextNewline + newline.length };
    }
    position += nextDelimiter + delimiter.length;
  }
}

/** The place of the delimiter or line break behind the quoted field at `open`. */
function afterQuotedField(text: string, open: number, delimiter: string, newline: string): number | RecordEnd {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') {
    close = text.indexOf('"', close + 2);
  }
  if (close < 0) {
    return INCOMPLETE;
  }
  let after = close + 1;
  while (after < text.length && !text.startsWith(delimiter, after) && !text.startsWith(newline, after)) {
    if (text[after]?.trim() !== '') {
      return MALFORMED;
    }
    after++;
  }
  return after < text.length ? after : INCOMPLETE;
}
