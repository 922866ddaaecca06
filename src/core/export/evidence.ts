import { guessEncoding } from '../reading/encoding';
import { chain, takeStart } from '../reading/pieces';
import { START_BYTES } from '../reading/startBytes';
import { type LineText, LONGEST_SHOWN, textOfLines } from '../reading/textOfLines';
import type { MailFlowReport, ProofLine } from '../report/report';
import type { Evidence } from './content';

/** A record may go on over so many lines, its first one among them, where line breaks stand in quotes. */
const LINES_A_RECORD = 6;

/**
 * The text of the lines that prove a report's insights. `open` gives a file's bytes; where it throws, or they are no text,
 * the file's lines have no text.
 */
export async function evidenceOf(
  report: MailFlowReport,
  open: (file: string) => AsyncGenerator<Uint8Array>,
): Promise<Evidence[]> {
  const evidence: Evidence[] = [];
  for (const [file, lines] of provingLines(report)) {
    const read = await textsIn(open(file), linesToRead(lines)).catch(() => []);
    evidence.push(...evidenceIn(file, lines, read));
  }
  return evidence;
}

async function textsIn(pieces: AsyncGenerator<Uint8Array>, lines: readonly number[]): Promise<LineText[]> {
  const found: LineText[] = [];
  try {
    const start = await takeStart(pieces, START_BYTES);
    const encoding = guessEncoding(start);
    const all = encoding.binary ? [] : lines;
    for await (const line of textOfLines(chain(start, pieces), all, { encoding, longest: LONGEST_SHOWN })) {
      found.push(line);
    }
  } finally {
    await pieces.return(undefined);
  }
  return found;
}

/** The lines that prove a report's insights, by file: each rises, none is there twice. */
function provingLines({ insights }: MailFlowReport): Map<string, readonly number[]> {
  const lines = new Map<string, Set<number>>();
  for (const { file, line } of insights.flatMap(({ first, last }): ProofLine[] => [first, last])) {
    lines.set(file, (lines.get(file) ?? new Set()).add(line));
  }
  return new Map([...lines].map(([file, wanted]) => [file, [...wanted].sort((a, b) => a - b)]));
}

/** Those lines and the ones after them that may belong to the same record: what has to be read. */
function linesToRead(lines: readonly number[]): number[] {
  const all = new Set(lines.flatMap((line) => Array.from({ length: LINES_A_RECORD }, (_, index) => line + index)));
  return [...all].sort((a, b) => a - b);
}

/** The text of each proving line; of a record that goes on over several lines, all of them. */
function evidenceIn(file: string, lines: readonly number[], read: readonly LineText[]): Evidence[] {
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
