// Stands for a text in 32 bits, the same in every encoding and in plain JavaScript (fingerprint.ts): four hashes side by side over its
// UTF-8 bytes, sixteen at a time, since each alone would wait for itself.
import { derive, four, low } from './identity';
import { hasQuote } from './project';
import { W } from './width';

const BLOCK: usize = 16 * W;

// @ts-ignore: decorators of AssemblyScript
@inline function mixed(hash: u32, word: u32): u32 {
  return rotl<u32>((hash ^ word) * 0x9e3779b1, 15);
}

/** Four units at a place as bytes; those from `end` on are 0. */
function upTo(at: usize, end: usize): u32 {
  if (at >= end) return 0;
  const left = <u32>(end - at) / <u32>W;
  return left >= 4 ? four(at) : four(at) & ((1 << (left * 8)) - 1);
}

/** Makes 64 bits of a text, which identity.as has as `high` and `low`. */
export function print(start: usize, end: usize): void {
  const length = <u32>(end - start) / <u32>W;
  let a: u32 = 0xdeadbeef ^ length, b: u32 = 0x41c6ce57 ^ length, c: u32 = 0x7f4a7c15 ^ length, d: u32 = 0x2545f491 ^ length;
  if (end - start < BLOCK) {
    a = mixed(a, upTo(start, end)); b = mixed(b, upTo(start + 4 * W, end));
    c = mixed(c, upTo(start + 8 * W, end)); d = mixed(d, upTo(start + 12 * W, end));
  } else {
    // The last block is whole: it begins in the one before.
    const last = end - BLOCK;
    for (let at = start; ; at += BLOCK) {
      if (at > last) at = last;
      a = mixed(a, four(at)); b = mixed(b, four(at + 4 * W)); c = mixed(c, four(at + 8 * W)); d = mixed(d, four(at + 12 * W));
      if (at == last) break;
    }
  }
  derive(a, b, c, d);
}

/** Stands for a text; 0 for an empty one, and where it holds a quotation mark that is doubled. */
export function fingerprint(start: usize, end: usize, quoted: bool): u32 {
  if (end <= start || (quoted && hasQuote(start, end))) return 0;
  print(start, end);
  return low;
}
