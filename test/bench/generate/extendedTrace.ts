import { Random } from '../../generate/random';
import { TRACE_COLUMNS } from '../../generate/traceRow';
import { csvLine, type Quoting } from './quoting';
import { traceMessage } from './traceMessage';
import { EVENTS, traceRow } from './traceRows';

/** Rows of an Extended message trace: those of `messages` messages from number `first` on, in no order. */
export interface TracePart {
  readonly seed: number;
  readonly first: number;
  readonly messages: number;
  readonly rows: number;
  readonly quoting: Quoting;
}

/** A message has about four rows, unless their number is given. */
export function usualMessages(rows: number): number {
  return Math.max(1, Math.ceil(rows / EVENTS));
}

export function traceHeader(quoting: Quoting): string {
  return csvLine(TRACE_COLUMNS, quoting);
}

/** The rows, each once, rows of a message as far apart as the part is long. */
export function* traceLines({ seed, first, messages, rows, quoting }: TracePart): Generator<string> {
  const random = new Random(seed);
  const step = coprimeStep(rows);
  for (let index = 0, row = 0; index < rows; index++, row = (row + step) % rows) {
    const message = traceMessage(first + (row % messages), seed);
    yield csvLine(traceRow(message, Math.floor(row / messages), random), quoting);
  }
}

/** Bytes that a row has on average, UTF-8, worked out from some thousands of them. */
export function meanRowLength(seed: number, quoting: Quoting): number {
  const rows = 8000;
  let bytes = 0;
  for (const line of traceLines({ seed, first: 0, messages: usualMessages(rows), rows, quoting })) {
    bytes += Buffer.byteLength(line);
  }
  return bytes / rows;
}

/** A step that visits every number below `count` once, in leaps of about three eighths of it. */
function coprimeStep(count: number): number {
  let step = Math.max(1, Math.floor(count * 0.381966));
  while (greatestDivisor(step, count) > 1) {
    step++;
  }
  return step;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
