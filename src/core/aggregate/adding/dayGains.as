// What days of flows have gained since it was last asked for: messages by TLS state, and rows that a tracking log has of them. There is no
// more of it than a few rows leave behind, since TypeScript adds it to its own (mailFlow.ts) after each call.
import { GAINS, GAIN_SLOTS, HEADER } from './memory';

/** In place of a flow: messages within, and those that files share. */
export const INTERNAL: i32 = -1;
export const SHARED: i32 = -2;
/** A flow, a day, messages by TLS state, rows. */
const WIDTH: usize = 48;
const COUNTS: usize = 8;
/** Behind the TLS states. */
export const ROWS: u32 = 8;
const SLOTS: u32 = 2048;
const MOST: u32 = 1000;
/** More than one row changes. */
const OF_A_ROW: u32 = 8;
/** Where in the header it stands how many there are. */
const SIZE: usize = 0;
let last: usize = 0;

/** Adds to a day of a flow. */
export function gain(flow: i32, day: i32, column: u32, count: i32): void {
  if (last == 0 || load<i32>(last) != flow || load<i32>(last, 4) != day) last = find(flow, day);
  const at = last + COUNTS + (<usize>column << 2);
  store<i32>(at, load<i32>(at) + count);
}

function find(flow: i32, day: i32): usize {
  let slot = (<u32>(flow * <i32>0x9e3779b1) ^ <u32>(day * <i32>0x85ebca6b)) >>> 7 & (SLOTS - 1);
  while (true) {
    const known = load<u32>(GAIN_SLOTS + (<usize>slot << 2));
    if (known == 0) break;
    const at = GAINS + <usize>(known - 1) * WIDTH;
    if (load<i32>(at) == flow && load<i32>(at, 4) == day) return at;
    slot = (slot + 1) & (SLOTS - 1);
  }
  const size = load<u32>(HEADER, SIZE);
  store<u32>(HEADER, size + 1, SIZE);
  store<u32>(GAIN_SLOTS + (<usize>slot << 2), size + 1);
  const at = GAINS + <usize>size * WIDTH;
  memory.fill(at, 0, WIDTH);
  store<i32>(at, flow);
  store<i32>(at, day, 4);
  return at;
}

/** There may be no room for what a row changes. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isFull(): bool {
  return load<u32>(HEADER, SIZE) > MOST - OF_A_ROW;
}

/** What there was has been added. */
export function forgetGains(): void {
  memory.fill(GAIN_SLOTS, 0, <usize>SLOTS << 2);
  store<u32>(HEADER, 0, SIZE);
  last = 0;
}
