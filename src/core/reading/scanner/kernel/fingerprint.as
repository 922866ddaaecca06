// Stands for a text in 32 bits, the same in every encoding and in plain JavaScript (fingerprint.ts): four hashes side by side over its
// UTF-8 bytes, sixteen at a time, since each alone would wait for itself.
import { derive, low } from './identity';
import { hasQuote } from './project';
import { W } from './width';

const BLOCK: usize = 16 * W;
/** Bytes that are kept of sixteen, from 16 minus their number on. */
const KEPT: usize = memory.data<u64>([-1, -1, 0, 0]);
const FIRST: usize = memory.data<u32>([0xdeadbeef, 0x41c6ce57, 0x7f4a7c15, 0x2545f491]);

/** Sixteen units as bytes, without what they have above 255. */
// @ts-ignore: decorators of AssemblyScript
@inline function sixteen(at: usize): v128 {
  if (W == 1) return v128.load(at);
  const low = i16x8.splat(0xff);
  return i8x16.narrow_i16x8_u(v128.and(v128.load(at), low), v128.and(v128.load(at, 16), low));
}

// @ts-ignore: decorators of AssemblyScript
@inline function mixed(hash: v128, words: v128): v128 {
  const product = i32x4.mul(v128.xor(hash, words), i32x4.splat(0x9e3779b1));
  return v128.or(i32x4.shl(product, 15), i32x4.shr_u(product, 17));
}

/** Makes 64 bits of a text, which identity.as has as `high` and `low`. */
export function print(start: usize, end: usize): void {
  const length = (end - start) / W;
  let hash = v128.xor(v128.load(FIRST), i32x4.splat(<i32>length));
  if (length < 16) {
    hash = mixed(hash, v128.and(sixteen(start), v128.load(KEPT + 16 - length)));
  } else {
    // The last block is whole: it begins in the one before.
    const last = end - BLOCK;
    for (let at = start; at < last; at += BLOCK) hash = mixed(hash, sixteen(at));
    hash = mixed(hash, sixteen(last));
  }
  derive(i32x4.extract_lane(hash, 0), i32x4.extract_lane(hash, 1), i32x4.extract_lane(hash, 2), i32x4.extract_lane(hash, 3));
}

/** Stands for a text; 0 for an empty one, and where it holds a quotation mark that is doubled. */
export function fingerprint(start: usize, end: usize, quoted: bool): u32 {
  if (end <= start || (quoted && hasQuote(start, end))) return 0;
  print(start, end);
  return low;
}
