// Tells of the messages that are counted, to whoever asks about each (mailFlow.ts).
import { HEADER, PIECE_BYTES, enlarged, take } from './memory';
import { SEVERAL, day as dayHere, line, peer } from './ledger';
import { beginStep, toNextEntry } from './segment';
import { PEER, countedOf, firstOf, nextOf } from './several';
import { DAY, LINE } from './told';

/** In the header: where it is told. */
export const AT: usize = 56;
/** A peer's id, a day, a line. */
export const ROW: usize = 12;
let bytes: usize = 0;
let count: u32 = 0;

/** Writes what is counted, in a step of a walk. Returns how much that is. */
export function collect(from: u32): u32 {
  if (bytes == 0) {
    bytes = PIECE_BYTES;
    store<u32>(HEADER, <u32>take(bytes), AT);
  }
  count = 0;
  beginStep(from);
  while (toNextEntry()) {
    if (peer() == 0) continue;
    if (peer() != SEVERAL) {
      write(peer(), dayHere(), line());
      continue;
    }
    for (let group = <usize>line(); group != 0; group = nextOf(group)) {
      for (let item = firstOf(group); item != 0; item = nextOf(item)) {
        const told = countedOf(group, item);
        if (told != 0) write(load<u32>(item, PEER), load<i32>(told, DAY), load<u32>(told, LINE));
      }
    }
  }
  return count;
}

function write(peerOf: u32, day: i32, lineOf: u32): void {
  if (<usize>(count + 1) * ROW > bytes) {
    store<u32>(HEADER, <u32>enlarged(<usize>load<u32>(HEADER, AT), bytes), AT);
    bytes *= 2;
  }
  const row = <usize>load<u32>(HEADER, AT) + <usize>(count++) * ROW;
  store<u32>(row, peerOf);
  store<i32>(row, day, 4);
  store<u32>(row, lineOf, 8);
}
