/** The encodings in which exports come, by the name that a test shows. */
export const ENCODINGS = [
  'UTF-8',
  'UTF-8 with BOM',
  'UTF-16LE',
  'UTF-16LE with BOM',
  'UTF-16BE with BOM',
  'Windows-1252',
] as const;

export type EncodingName = (typeof ENCODINGS)[number];

/** The text as a file in the encoding. Windows-1252 has no place for characters beyond its 256: those throw. */
export function encode(text: string, encoding: EncodingName): Uint8Array {
  switch (encoding) {
    case 'UTF-8':
      return new TextEncoder().encode(text);
    case 'UTF-8 with BOM':
      return new TextEncoder().encode(`\uFEFF${text}`);
    case 'UTF-16LE':
      return new Uint8Array(Buffer.from(text, 'utf16le'));
    case 'UTF-16LE with BOM':
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    case 'UTF-16BE with BOM':
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
    case 'Windows-1252':
      return Uint8Array.from(text, byteOf);
  }
}

/** The text of a file in UTF-8, or in UTF-16LE with a byte-order mark. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** The characters of bytes 0x80 to 0x9f; the others are those of Latin-1. A point stands where there is none. */
const CHARACTERS_FROM_80 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

function byteOf(character: string): number {
  const special = CHARACTERS_FROM_80.indexOf(character);
  if (special >= 0 && character !== '.') {
    return 0x80 + special;
  }
  const code = character.charCodeAt(0);
  if (code > 0xff || (code >= 0x80 && code < 0xa0)) {
    throw new Error(`Windows-1252 has no ${character}`);
  }
  return code;
}
