// Hashes that are the same in every encoding and in plain JavaScript (textKey.ts): over the text's UTF-8 bytes, four at a
// time, in 32-bit arithmetic.
import { W } from './width';

export let high: u32 = 0;
export let low: u32 = 0;

/** Four units as bytes, without what they have above 255. */
// @ts-ignore: decorators of AssemblyScript
@inline export function four(at: usize): u32 {
  if (W == 1) return load<u32>(at);
  const units = load<u64>(at);
  return <u32>(units & 0xff) | (<u32>(units >> 8) & 0xff00) | (<u32>(units >> 16) & 0xff0000) | (<u32>(units >> 24) & 0xff000000);
}

/** ASCII capitals become small letters. */
// @ts-ignore: decorators of AssemblyScript
@inline function folded(word: u32): u32 {
  const bits = word & 0x7f7f7f7f;
  return word | ((((bits + 0x3f3f3f3f) & ~(bits + 0x25252525)) & ~word & 0x80808080) >> 2);
}

/** Hashes units into `high` and `low`; never both 0. */
export function hash(start: usize, end: usize, fold: bool): void {
  const length = <u32>(end - start) / <u32>W;
  let a: u32 = 0xdeadbeef ^ length, b: u32 = 0x41c6ce57 ^ length;
  let at = start;
  for (; at + 4 * W <= end; at += 4 * W) {
    const word = fold ? folded(four(at)) : four(at);
    a = rotl<u32>((a ^ word) * 0x9e3779b1, 15);
    b = rotl<u32>((b ^ word) * 0x5f356495, 13);
  }
  if (at < end) {
    const left = <u32>(end - at) / <u32>W;
    const rest = four(at) & ((1 << (left * 8)) - 1);
    const word = fold ? folded(rest) : rest;
    a = rotl<u32>((a ^ word) * 0x9e3779b1, 15);
    b = rotl<u32>((b ^ word) * 0x5f356495, 13);
  }
  finish(a, b);
}

/** A key that two numbers more have a part in (derivedKey of textKey.ts), into `high` and `low`. */
export function derive(a: u32, b: u32, first: u32, second: u32): void {
  finish(
    rotl<u32>((a ^ first) * 0x9e3779b1, 15) ^ (second * 0x27d4eb2f),
    rotl<u32>((b ^ second) * 0x5f356495, 13) ^ (first * 0x165667b1),
  );
}

// @ts-ignore: decorators of AssemblyScript
@inline function finish(a: u32, b: u32): void {
  a = ((a ^ (a >> 16)) * 0x85ebca6b) ^ ((b ^ (b >> 13)) * 0xc2b2ae35);
  b = ((b ^ (b >> 16)) * 0x85ebca6b) ^ ((a ^ (a >> 13)) * 0xc2b2ae35);
  high = a;
  low = (a | b) == 0 ? 1 : b;
}
