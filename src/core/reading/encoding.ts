/** The encodings exports come in. `windows-1252` is what is left when text is not valid UTF-8. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the first bytes of a file tell of its encoding. `bomLength` bytes at the start are no text. */
export interface EncodingGuess {
  readonly encoding: Encoding;
  readonly bomLength: number;
  /** True where the bytes are no text in any of the encodings. */
  readonly binary: boolean;
}

/** How many of the first bytes tell UTF-16 without a byte-order mark (Exchange Online's own downloads). */
const UTF16_SAMPLE = 256;
const UTF16_SHARE = 0.9;

/** Guesses from the first bytes of a file (64 KiB are enough), in the order byte-order mark, UTF-16, UTF-8, Windows-1252. */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return text('utf-8', 3);
  }
  if (head[0] === 0xff && head[1] === 0xfe) {
    return text('utf-16le', 2);
  }
  if (head[0] === 0xfe && head[1] === 0xff) {
    return text('utf-16be', 2);
  }
  const zeros = zeroShares(head.subarray(0, UTF16_SAMPLE));
  if (zeros.odd >= UTF16_SHARE && zeros.even < 0.1) {
    return text('utf-16le', 0);
  }
  if (zeros.even >= UTF16_SHARE && zeros.odd < 0.1) {
    return text('utf-16be', 0);
  }
  return { encoding: isUtf8(head) ? 'utf-8' : 'windows-1252', bomLength: 0, binary: looksBinary(head) };
}

function text(encoding: Encoding, bomLength: number): EncodingGuess {
  return { encoding, bomLength, binary: false };
}

function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = [0, 0];
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] === 0) {
      zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
    }
  }
  const pairs = Math.max(1, Math.floor(bytes.length / 2));
  return { even: (zeros[0] ?? 0) / pairs, odd: (zeros[1] ?? 0) / pairs };
}

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** A character that the end of `head` cuts in two does not count against UTF-8. */
function isUtf8(head: Uint8Array): boolean {
  const whole = wholeUtf8(head);
  try {
    STRICT.decode(whole);
    if (whole.length < head.length) {
      new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(whole.length), { stream: true });
    }
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 without a last character that is cut. Decoding that at once takes a tenth of the time that a stream's decoding takes. */
export function wholeUtf8(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) !== 0x80) {
      const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      return length > back ? bytes.subarray(0, -back) : bytes;
    }
  }
  return bytes;
}

/** Control characters make up less than this share of any text's first bytes. */
const CONTROL_SHARE = 0.02;
const CONTROL_SAMPLE = 8192;

/**
 * Exports hold tabs and line breaks and no other control characters to speak of. The zeros that a crash leaves at the
 * end of a log make it no binary file.
 */
function looksBinary(head: Uint8Array): boolean {
  let length = Math.min(head.length, CONTROL_SAMPLE);
  while (length > 0 && head[length - 1] === 0) {
    length--;
  }
  let controls = 0;
  for (let index = 0; index < length; index++) {
    const byte = head[index] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) {
      controls++;
    }
  }
  return length === 0 || controls > length * CONTROL_SHARE;
}
