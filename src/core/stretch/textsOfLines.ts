import { guessEncoding } from '../reading/encoding';
import { START_BYTES } from '../reading/startBytes';
import { type LineText, LineTexts, LONGEST_SHOWN } from '../reading/textOfLines';
import type { FileBytes } from './stretch';

/** Bytes that are read at a time. */
const BATCH = 1 << 17;

/**
 * The text of some lines of a file, in their order: `lines` rise. None of a file that is no text; lines that there are not are
 * left out, and so are the ones not found yet where it is cancelled.
 */
export function textsOfLines(bytes: FileBytes, lines: readonly number[], isCancelled: () => boolean): LineText[] {
  const start = new Uint8Array(Math.min(START_BYTES, bytes.size));
  const encoding = guessEncoding(start.subarray(0, bytes.read(start, 0)));
  const texts = new LineTexts(encoding.binary ? [] : lines, { encoding, longest: LONGEST_SHOWN });
  const found: LineText[] = [];
  const buffer = new Uint8Array(BATCH);
  for (let at = 0; !texts.isDone && !isCancelled(); ) {
    const count = bytes.read(buffer, at);
    if (count === 0) {
      found.push(...texts.end());
      break;
    }
    at += count;
    found.push(...texts.push(buffer.subarray(0, count)));
  }
  return found;
}
