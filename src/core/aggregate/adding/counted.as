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

/** Writes what is counted, in a step of a walk. Returns how much that is. */
export function collect(from: u32): u32 {
  let count: u32 = 0;
  beginStep(from);
  while (toNextEntry()) {
    if (peer() == 0) continue;
    if (peer() != SEVERAL) write(count++, peer(), dayHere(), line());
    else count = collectSeveral(<usize>line(), count);
  }
  return count;
}

/** Writes what is counted of a message over several connectors, behind so many others. Returns how many there are now. */
export function collectSeveral(groups: usize, others: u32): u32 {
  let count = others;
  for (let group = groups; group != 0; group = nextOf(group)) {
    for (let item = firstOf(group); item != 0; item = nextOf(item)) {
      const told = countedOf(group, item);
      if (told != 0) write(count++, load<u32>(item, PEER), load<i32>(told, DAY), load<u32>(told, LINE));
    }
  }
  return count;
}

function write(place: u32, peerOf: u32, day: i32, lineOf: u32): void {
  if (<usize>(place + 1) * ROW > bytes) enlarge();
  const row = <usize>load<u32>(HEADER, AT) + <usize>place * ROW;
  store<u32>(row, peerOf);
  store<i32>(row, day, 4);
  store<u32>(row, lineOf, 8);
}

function enlarge(): void {
  const before = bytes;
  bytes = max(PIECE_BYTES, 2 * before);
  store<u32>(HEADER, <u32>(before == 0 ? take(bytes) : enlarged(<usize>load<u32>(HEADER, AT), before)), AT);
}
