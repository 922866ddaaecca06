import { derivedKey, mixedWord, utf8Of } from './textKey';

const BLOCK = 16;

/**
 * Stands for a text within a file and its copies in other encodings: 32 bits, the same that the kernel makes of it (fingerprint.as).
 * Four hashes over its UTF-8 bytes, sixteen at a time. 0 for an empty text.
 */
export function fingerprintOf(text: string): number {
  if (text === '') {
    return 0;
  }
  const bytes = utf8Of(text);
  const { length } = bytes;
  const word = (at: number): number =>
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  let [a, b, c, d] = [0xdeadbeef ^ length, 0x41c6ce57 ^ length, 0x7f4a7c15 ^ length, 0x2545f491 ^ length];
  // The last block of a longer text is whole: it begins in the one before.
  const last = Math.max(0, length - BLOCK);
  for (let next = 0; next < last + BLOCK; next += BLOCK) {
    const at = Math.min(next, last);
    a = mixedWord(a, word(at));
    b = mixedWord(b, word(at + 4));
    c = mixedWord(c, word(at + 8));
    d = mixedWord(d, word(at + 12));
  }
  return derivedKey(a, b, c, d).low | 0;
}
