// What the libraries share that only take a file apart: how files are streamed to them, and who counts.
import { createReadStream } from 'node:fs';
import { LogCounter } from './logCounter.mjs';
import { TraceCounter } from './traceCounter.mjs';

/** Bytes at a time: the default of 64 KiB costs each of them time. */
const BLOCK_BYTES = 1_048_576;

/**
 * A file's text. UTF-16 has a byte-order mark, which not every library expects.
 * @param {string} file @param {import('../kinds.mjs').Kind} kind
 */
export const openText = (file, { encoding }) =>
  createReadStream(file, { encoding, highWaterMark: BLOCK_BYTES, start: encoding === 'utf8' ? 0 : 2 });

/**
 * An implementation made of a library: `read` gives every record of a file, the header of a trace left out, to `record`.
 * @param {(file: string, kind: import('../kinds.mjs').Kind, record: (cells: readonly string[]) => void) => Promise<unknown>} read
 */
export const countingWith =
  (read) =>
  async (/** @type {import('../child.mjs').Job} */ { files, kind }) =>
  async () => {
    const counter = kind.format === 'trace' ? new TraceCounter() : new LogCounter();
    for (const file of files) {
      await read(file, kind, (cells) => counter.record(cells));
    }
    return { answer: counter.answer() };
  };
