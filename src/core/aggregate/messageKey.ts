import type { MessageKey } from '../model/messageFlow';

/** Hashes an identity to 64 bits: two independent 32-bit hashes over its UTF-16 code units. */
export function messageKey(identity: string): MessageKey {
  let high = 0xdeadbeef ^ identity.length;
  let low = 0x41c6ce57 ^ identity.length;
  for (let index = 0; index < identity.length; index++) {
    const unit = identity.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return { high: high >>> 0, low: low >>> 0 };
}
