import { isMarkerLine } from './marker';

/** How a text is cut into records and fields. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** What ends a record. `\n` also stands for CRLF: a carriage return before it is no part of the last field. */
  readonly newline: '\n' | '\r';
}

export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * Tells the dialect from the beginning of a text. The delimiter is the one that occurs most in the header, outside of
 * quotes; Exchange's own logs (`#Fields:`) are always separated by commas.
 */
export function guessDialect(head: string): Dialect {
  const newline = !head.includes('\n') && head.includes('\r') ? '\r' : '\n';
  const lines = head.split(newline, 20);
  const header = lines.find((line) => line.trim() !== '' && !isMarkerLine(line)) ?? '';
  const isLog = /^\uFEFF?#(Software|Version|Log-type|Date|Fields):/i.test(head);
  return { delimiter: isLog ? ',' : mostFrequent(header), newline };
}

function mostFrequent(header: string): Delimiter {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}
