import type { LineText } from '../reading/textOfLines';
import type { MailFlowReport, ProofLine } from '../report/report';
import type { Evidence } from './content';

/** A record may go on over so many lines, its first one among them, where line breaks stand in quotes. */
const LINES_A_RECORD = 6;

/** The lines that prove a report's insights, by file: each rises, none is there twice. */
export function provingLines({ insights }: MailFlowReport): Map<string, readonly number[]> {
  const lines = new Map<string, Set<number>>();
  for (const { file, line } of insights.flatMap(({ first, last }): ProofLine[] => [first, last])) {
    lines.set(file, (lines.get(file) ?? new Set()).add(line));
  }
  return new Map([...lines].map(([file, wanted]) => [file, [...wanted].sort((a, b) => a - b)]));
}

/** Those lines and the ones after them that may belong to the same record: what has to be read. */
export function linesToRead(lines: readonly number[]): number[] {
  const all = new Set(lines.flatMap((line) => Array.from({ length: LINES_A_RECORD }, (_, index) => line + index)));
  return [...all].sort((a, b) => a - b);
}

/** The text of each proving line; of a record that goes on over several lines, all of them. */
export function evidenceIn(file: string, lines: readonly number[], read: readonly LineText[]): Evidence[] {
  const byLine = new Map(read.map((line) => [line.line, line]));
  return lines.flatMap((line) => {
    const first = byLine.get(line);
    return first === undefined ? [] : [{ file, line, ...recordFrom(first, byLine) }];
  });
}

/** Goes on while a quotation mark is open; where it stays open, the first line is all. */
function recordFrom(first: LineText, byLine: ReadonlyMap<number, LineText>): Pick<Evidence, 'text' | 'isCut'> {
  let text = first.text;
  for (let next = 1; next < LINES_A_RECORD && isOpen(text) && !first.isCut; next++) {
    text += `\n${byLine.get(first.line + next)?.text ?? ''}`;
  }
  return { text: isOpen(text) ? first.text : text, isCut: first.isCut };
}

function isOpen(text: string): boolean {
  return text.split('"').length % 2 === 0;
}
