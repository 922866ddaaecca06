// What days of flows have gained since it was last asked for: messages by TLS state, and rows that a tracking log has of them.
// TypeScript adds it to its own (mailFlow.ts) before it tells of them.
import { GAINS, GAINS_BYTES, GAIN_SLOTS, GAIN_SLOTS_BYTES, HEADER, enlarged } from './memory';

/** In place of a flow: messages within, and those that files share. Numbers below are those of who told of transfers within. */
export const INTERNAL: i32 = -1;
export const SHARED: i32 = -2;
/** A flow, a day, messages by TLS state, rows. */
const WIDTH: usize = 48;
const COUNTS: usize = 8;
/** Behind the TLS states. */
export const ROWS: u32 = 8;
/** Where in the header it stands how many there are, and where they lie. */
const SIZE: usize = 0;
const AT: usize = 52;
let bytes: usize = GAINS_BYTES;
/** Where days are, by a hash: their numbers plus 1; linear probing. */
let slots: usize = GAIN_SLOTS;
let slotsBytes: usize = GAIN_SLOTS_BYTES;
let last: usize = 0;

export function beginGains(): void {
  store<u32>(HEADER, <u32>GAINS, AT);
}

/** Adds to a day of a flow. */
export function gain(flow: i32, day: i32, column: u32, count: i32): void {
  if (last == 0 || load<i32>(last) != flow || load<i32>(last, 4) != day) last = find(flow, day);
  const at = last + COUNTS + (<usize>column << 2);
  store<i32>(at, load<i32>(at) + count);
}

// @ts-ignore: decorators of AssemblyScript
@inline function dayAt(number: u32): usize {
  return <usize>load<u32>(HEADER, AT) + <usize>number * WIDTH;
}

/** The slot of a day of a flow, or the free one where it belongs. */
function slotOf(flow: i32, day: i32): usize {
  let hash = <u32>(flow * <i32>0x9e3779b1) ^ <u32>(day * <i32>0x85ebca6b);
  hash ^= hash >>> 15;
  while (true) {
    const slot = slots + ((<usize>hash << 2) & (slotsBytes - 1));
    const known = load<u32>(slot);
    if (known == 0 || (load<i32>(dayAt(known - 1)) == flow && load<i32>(dayAt(known - 1), 4) == day)) return slot;
    hash++;
  }
}

function find(flow: i32, day: i32): usize {
  const known = load<u32>(slotOf(flow, day));
  if (known != 0) return dayAt(known - 1);
  const size = load<u32>(HEADER, SIZE);
  makeRoom(size + 1);
  store<u32>(slotOf(flow, day), size + 1);
  store<u32>(HEADER, size + 1, SIZE);
  const at = dayAt(size);
  memory.fill(at, 0, WIDTH);
  store<i32>(at, flow);
  store<i32>(at, day, 4);
  return at;
}

function makeRoom(size: u32): void {
  if (<usize>size * WIDTH > bytes) {
    store<u32>(HEADER, <u32>enlarged(<usize>load<u32>(HEADER, AT), bytes), AT);
    bytes *= 2;
  }
  if (<usize>size * 8 <= slotsBytes) return;
  slots = enlarged(slots, slotsBytes);
  slotsBytes *= 2;
  memory.fill(slots, 0, slotsBytes);
  for (let number: u32 = 0; number < size - 1; number++) {
    const at = dayAt(number);
    store<u32>(slotOf(load<i32>(at), load<i32>(at, 4)), number + 1);
  }
}

/** What there was has been added. */
export function forgetGains(): void {
  memory.fill(slots, 0, slotsBytes);
  store<u32>(HEADER, 0, SIZE);
  last = 0;
}
