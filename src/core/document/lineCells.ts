/** A cell of one line of a table, without its quotation marks. `start` and `end` are UTF-16 positions in the line. */
export interface LineCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The texts of a line's cells. A record that goes on in the next line ends with its line here. */
export function cellsIn(line: string, delimiter: string): string[] {
  return line.includes('"') ? [...walkCells(line, delimiter, false)].map(({ text }) => text) : line.split(delimiter);
}

/**
 * The cell at a position of a line. Of a record that began in a line before, the line may begin inside of quotation marks:
 * `isInQuotes`.
 */
export function cellAt(line: string, position: number, delimiter: string, isInQuotes = false): LineCell | undefined {
  for (const cell of walkCells(line, delimiter, isInQuotes)) {
    if (position <= cell.end) {
      return cell;
    }
  }
  return undefined;
}

function* walkCells(line: string, delimiter: string, isInQuotes: boolean): Generator<LineCell> {
  let start = 0;
  let quoted = isInQuotes;
  for (;;) {
    const opens = !quoted && line[start] === '"';
    const from = opens ? start + 1 : start;
    const closing = opens || quoted ? closingQuote(line, from) : -1;
    const next = line.indexOf(delimiter, closing < 0 ? from : closing);
    const isOpen = (opens || quoted) && closing < 0;
    const end = next < 0 || isOpen ? line.length : next;
    const text = closing < 0 ? line.slice(from, end) : line.slice(from, closing);
    yield { text: opens || quoted ? text.replace(/""/g, '"') : text, start, end };
    if (end === line.length && (next < 0 || isOpen)) {
      return;
    }
    start = end + 1;
    quoted = false;
  }
}

/** The quotation mark that ends a cell; two of them stand for one. -1 where none does. */
function closingQuote(line: string, from: number): number {
  let found = line.indexOf('"', from);
  while (found >= 0 && line[found + 1] === '"') {
    found = line.indexOf('"', found + 2);
  }
  return found;
}
