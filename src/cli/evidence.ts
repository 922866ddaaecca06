import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Evidence } from '../core/export/content';
import { evidenceIn, linesToRead, provingLines } from '../core/export/evidenceLines';
import { guessEncoding } from '../core/reading/encoding';
import { START_BYTES } from '../core/reading/fileStart';
import { type LineText, LONGEST_SHOWN, textOfLines } from '../core/reading/textOfLines';
import type { MailFlowReport } from '../core/report/report';
import { readStart } from '../platform/node/fileBytes';

/** The text of the lines that prove the insights, as far as it can be read: files may be gone, or packed. */
export async function evidenceOf(report: MailFlowReport): Promise<Evidence[]> {
  const evidence: Evidence[] = [];
  for (const [file, lines] of provingLines(report)) {
    const read = await textsIn(resolve(file), linesToRead(lines)).catch(() => []);
    evidence.push(...evidenceIn(file, lines, read));
  }
  return evidence;
}

async function textsIn(location: string, lines: readonly number[]): Promise<LineText[]> {
  const encoding = guessEncoding(await readStart(location, START_BYTES));
  const found: LineText[] = [];
  if (encoding.binary) {
    return found;
  }
  const pieces = createReadStream(location);
  try {
    for await (const line of textOfLines(pieces, lines, { encoding, longest: LONGEST_SHOWN })) {
      found.push(line);
    }
  } finally {
    pieces.destroy();
  }
  return found;
}
