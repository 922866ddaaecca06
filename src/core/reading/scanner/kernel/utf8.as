import { bits } from './units';
import { W } from './width';

/** True where bytes are UTF-8 as TextDecoder takes it: no surrogates, nothing longer than needed, nothing above U+10FFFF. */
export function isUtf8(start: usize, end: usize): bool {
  if (W == 2) return true;
  let at = start;
  while (at < end) {
    if (at + 64 <= end) {
      // Up to the next byte that is none of ASCII's.
      const wide = bits(v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48));
      if (wide == 0) { at += 64; continue; }
      at += <usize>ctz(wide);
    }
    const lead = <u32>load<u8>(at++);
    if (lead < 0x80) continue;
    let more = 0, least = <u32>0x80, most = <u32>0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) more = 1;
    else if (lead >= 0xe0 && lead <= 0xef) {
      more = 2;
      if (lead == 0xe0) least = 0xa0;
      if (lead == 0xed) most = 0x9f;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      more = 3;
      if (lead == 0xf0) least = 0x90;
      if (lead == 0xf4) most = 0x8f;
    } else return false;
    for (; more > 0; more--) {
      const next = at < end ? <u32>load<u8>(at++) : 0;
      if (next < least || next > most) return false;
      least = 0x80; most = 0xbf;
    }
  }
  return true;
}
