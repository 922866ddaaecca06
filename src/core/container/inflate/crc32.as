// The checksum of ZIP and gzip (ISO 3309), sixteen bytes at a time.
import { SUMS } from './memory';

function prepare(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ (0xedb88320 & (0 - (sum & 1)));
    store<u32>(SUMS + (<usize>byte << 2), sum);
  }
  for (let at: usize = 256; at < 16 * 256; at++) {
    const before = load<u32>(SUMS + ((at - 256) << 2));
    store<u32>(SUMS + (at << 2), (before >> 8) ^ load<u32>(SUMS + (<usize>(before & 255) << 2)));
  }
}

/** What eight bytes add to the sum; `table`: how many bytes follow the last of them. */
// @ts-ignore: decorators of AssemblyScript
@inline function eight(word: u64, table: usize): u32 {
  const from = SUMS + (table << 10);
  return load<u32>(from + (<usize>(word & 255) << 2), 7 << 10) ^ load<u32>(from + (<usize>((word >> 8) & 255) << 2), 6 << 10)
    ^ load<u32>(from + (<usize>((word >> 16) & 255) << 2), 5 << 10) ^ load<u32>(from + (<usize>((word >> 24) & 255) << 2), 4 << 10)
    ^ load<u32>(from + (<usize>((word >> 32) & 255) << 2), 3 << 10) ^ load<u32>(from + (<usize>((word >> 40) & 255) << 2), 2 << 10)
    ^ load<u32>(from + (<usize>((word >> 48) & 255) << 2), 1 << 10) ^ load<u32>(from + (<usize>(word >> 56) << 2));
}

/** The checksum of what has the checksum `sum` and the bytes from `start` to `end` behind it. Nothing has 0. */
export function crc32(start: usize, end: usize, sum: u32): u32 {
  if (load<u32>(SUMS + 4) == 0) prepare();
  sum = ~sum;
  for (; start + 16 <= end; start += 16) sum = eight(load<u64>(start) ^ <u64>sum, 8) ^ eight(load<u64>(start, 8), 0);
  for (; start < end; start++) sum = (sum >> 8) ^ load<u32>(SUMS + (<usize>((sum ^ <u32>load<u8>(start)) & 255) << 2));
  return ~sum;
}
