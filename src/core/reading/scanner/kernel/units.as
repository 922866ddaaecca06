// Units of the file: each by itself, and as SIMD sees them.
import { W } from './width';

// @ts-ignore: decorators of AssemblyScript
@inline export function unit(at: usize): u32 {
  return W == 1 ? <u32>load<u8>(at) : <u32>load<u16>(at);
}

/** White space below 33, as regular expressions know it. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isSpace(value: u32): bool {
  return value == 32 || value - 9 <= 4;
}

/** Which of sixteen units are such white space. */
// @ts-ignore: decorators of AssemblyScript
@inline export function spaces(units: v128): v128 {
  return v128.or(i8x16.eq(units, i8x16.splat(32)), i8x16.le_u(i8x16.sub(units, i8x16.splat(9)), i8x16.splat(4)));
}

/** Sixteen units from the n-th sixteen behind `p` on, as bytes; units above 255 count as 255. */
// @ts-ignore: decorators of AssemblyScript
@inline export function vec(p: usize, n: usize): v128 {
  // Narrowing alone would take units above 32767 for negative numbers and make them 0.
  return W == 2
    ? i8x16.narrow_i16x8_u(i16x8.min_u(v128.load(p + n * 32), i16x8.splat(255)), i16x8.min_u(v128.load(p + n * 32 + 16), i16x8.splat(255)))
    : v128.load(p + n * 16);
}

/** The highest bits of 64 bytes. */
// @ts-ignore: decorators of AssemblyScript
@inline export function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return <u64><u32>i8x16.bitmask(a) | (<u64><u32>i8x16.bitmask(b) << 16) | (<u64><u32>i8x16.bitmask(c) << 32) | (<u64><u32>i8x16.bitmask(d) << 48);
}

/** Where 64 bytes are equal to one. */
// @ts-ignore: decorators of AssemblyScript
@inline export function equal(a: v128, b: v128, c: v128, d: v128, unit: i8): u64 {
  const v = i8x16.splat(unit);
  return bits(i8x16.eq(a, v), i8x16.eq(b, v), i8x16.eq(c, v), i8x16.eq(d, v));
}
