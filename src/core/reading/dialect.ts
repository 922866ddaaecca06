import { isMarkerLine } from './marker';

/** How a text is cut into records and fields. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** What ends a record. `\n` also stands for CRLF: a carriage return before it is no part of the last field. */
  readonly newline: '\n' | '\r';
  /** A table where it is not told. */
  readonly layout?: Layout;
}

/**
 * What records are: `table`: rows of fields, in quotes where needed (RFC 4180); `words`: lines, their fields separated by single
 * spaces; `lines`: lines, each one field; `json`: objects. Quotation marks mean something in tables only.
 */
export type Layout = 'table' | 'words' | 'lines' | 'json';

export type Delimiter = ',' | ';' | '\t' | '|' | ' ' | typeof NO_DELIMITER;

/** Stands in no line of a text: the whole line is one field. */
export const NO_DELIMITER = '\u001f';

/** True where fields may stand in quotes. */
export function isQuoting({ layout }: Dialect): boolean {
  return layout === undefined || layout === 'table';
}

/** The dialect of a text of which the layout is known. */
export function laidOut(dialect: Dialect, layout: Layout): Dialect {
  const { newline } = dialect;
  switch (layout) {
    case 'words':
      return { delimiter: ' ', newline, layout };
    case 'lines':
      return { delimiter: NO_DELIMITER, newline, layout };
    default:
      return { ...dialect, layout };
  }
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * Tells the dialect from the beginning of a text. The delimiter is the one that occurs most in the header, outside of
 * quotes; Exchange's own logs (`#Fields:`) are always separated by commas.
 */
export function guessDialect(head: string): Dialect {
  const newline = endsRecords('\n', head) || !endsRecords('\r', head) ? '\n' : '\r';
  const lines = head.split(newline, 20);
  const header = lines.find((line) => line.trim() !== '' && !isMarkerLine(line)) ?? '';
  const isLog = /^\uFEFF?#(Software|Version|Log-type|Date|Fields):/i.test(head);
  return { delimiter: isLog ? ',' : (behindTime(header) ?? mostFrequent(header)), newline };
}

/** Rows of logs without a header begin with a time: what follows it separates fields. */
function behindTime(row: string): Delimiter | undefined {
  const next = /^\uFEFF?("?)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?\1(.)/.exec(row)?.[2];
  return DELIMITERS.find((delimiter) => delimiter === next);
}

function mostFrequent(header: string): Delimiter {
  const bare = withoutQuoted(header);
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

/** True where one stands outside of quotes, which the end of the text may cut. */
function endsRecords(newline: string, text: string): boolean {
  let end = text.indexOf(newline);
  let open = text.indexOf('"');
  while (open >= 0 && open < end) {
    const close = text.indexOf('"', open + 1);
    if (close < 0) {
      return false;
    }
    end = end < close ? text.indexOf(newline, close) : end;
    open = text.indexOf('"', close + 1);
  }
  return end >= 0;
}

/** What stands outside of quotes, of which the last may be open. */
function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*(?:"|$)/g, '');
}
