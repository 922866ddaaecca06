import { NO_PLAN } from '../../src/core/reading/columnPlan';
import { RecordReader } from '../../src/core/reading/recordReader';
import type { Random } from '../generate/random';

/** A record, or a line that was reported, in the order of the file. */
export type Found =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly reason: string };

/** Reads text, in the pieces in which it comes, with the engine's reader. */
export function readRecords(pieces: Iterable<string>, newline: '\n' | '\r' = '\n', longest = 1 << 20): Found[] {
  const found: Found[] = [];
  const reader = new RecordReader(
    { delimiter: ',', newline },
    {
      plan: NO_PLAN,
      record: (record) => {
        const fields = Array.from({ length: record.length }, (_, column) => record.cell(column));
        found.push({ line: record.line, fields });
      },
      malformed: (line, reason) => found.push({ line, reason }),
      invalid: () => {},
    },
    { longest },
  );
  for (const piece of pieces) {
    reader.push(piece);
  }
  reader.end();
  return found;
}

/** The text in pieces of random lengths. */
export function* randomPieces(text: string, random: Random, longest: number): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const to = from + random.integer(1, longest);
    yield text.slice(from, to);
    from = to;
  }
}

/** Line breaks as VS Code counts them, counted one character at a time. */
export function lineBreaksIn(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\n' || (text[index] === '\r' && text[index + 1] !== '\n')) {
      count++;
    }
  }
  return count;
}
