import type { MessageKey } from '../model/messageFlow';

const UTF8 = new TextEncoder();

/**
 * Hashes a text to 64 bits, the same that the kernel makes of the text's bytes (identity.as): two 32-bit hashes over
 * its UTF-8 bytes, four at a time. An empty text is 0.
 */
export function textKey(text: string): MessageKey {
  if (text === '') {
    return { high: 0, low: 0 };
  }
  return bytesKey(utf8Of(text));
}

/** Hashes bytes to 64 bits. */
function bytesKey(bytes: Uint8Array): MessageKey {
  let high = 0xdeadbeef ^ bytes.length;
  let low = 0x41c6ce57 ^ bytes.length;
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    high = mixedWord(high, word);
    low = rotated(Math.imul(low ^ word, 0x5f356495), 13);
  }
  return mixed(high, low);
}

/** The key of an identifier: without regard to the case of its ASCII letters, and to the braces around a GUID. */
export function idKey(text: string): MessageKey {
  const bare = text.length >= 2 && text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
  return textKey(bare.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()));
}

/** A key that two numbers more have a part in. */
export function derivedKey(high: number, low: number, first: number, second: number): MessageKey {
  return mixed(
    rotated(Math.imul(high ^ first, 0x9e3779b1), 15) ^ Math.imul(second, 0x27d4eb2f),
    rotated(Math.imul(low ^ second, 0x5f356495), 13) ^ Math.imul(first, 0x165667b1),
  );
}

/** A hash that a word goes into. */
export function mixedWord(hash: number, word: number): number {
  return rotated(Math.imul(hash ^ word, 0x9e3779b1), 15);
}

/** A text as UTF-8. */
export function utf8Of(text: string): Uint8Array {
  return UTF8.encode(text);
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function mixed(a: number, b: number): MessageKey {
  const high = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  const low = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return { high: high >>> 0, low: (high | low) === 0 ? 1 : low >>> 0 };
}
