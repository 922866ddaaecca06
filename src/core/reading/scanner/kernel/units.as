// Units of the file as SIMD sees them.
import { W } from './width';

/** Sixteen units from the n-th sixteen behind `p` on, as bytes; units above 255 count as 255. */
// @ts-ignore: decorators of AssemblyScript
@inline export function vec(p: usize, n: usize): v128 {
  // Narrowing alone would take units above 32767 for negative numbers and make them 0.
  return W == 2
    ? i8x16.narrow_i16x8_u(i16x8.min_u(v128.load(p + n * 32), i16x8.splat(255)), i16x8.min_u(v128.load(p + n * 32 + 16), i16x8.splat(255)))
    : v128.load(p + n * 16);
}
