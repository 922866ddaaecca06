import type { EncodingGuess } from './encoding';
import { decodeWindows1252 } from './windows1252';

/** Decoded text. `invalidAt`: where in it, for the first time in the file, bytes were not UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly invalidAt?: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A line longer than this is decoded before its end is seen. */
const LONGEST_CARRY = 1 << 20;

/**
 * Turns a file's bytes into text, chunk by chunk. UTF-8 is decoded line by line where a line turns out not to be UTF-8:
 * that line is read as Windows-1252, the others stay what they are, and the first such place is told once.
 */
export class TextDecoding {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #encoding: EncodingGuess['encoding'];
  #skip: number;
  #carry: Uint8Array = new Uint8Array(0);
  #told = false;

  constructor(guess: EncodingGuess) {
    this.#encoding = guess.encoding;
    this.#decoder = new TextDecoder(guess.encoding, { fatal: guess.encoding === 'utf-8', ignoreBOM: true });
    this.#skip = guess.bomLength;
  }

  /** Decodes the next bytes; a character or (UTF-8) a line that they cut is kept for the next call. */
  push(bytes: Uint8Array): DecodedText {
    const fresh = bytes.subarray(Math.min(this.#skip, bytes.length));
    this.#skip -= bytes.length - fresh.length;
    if (this.#encoding === 'windows-1252') {
      return { text: decodeWindows1252(fresh) };
    }
    if (this.#encoding !== 'utf-8') {
      return { text: this.#decoder.decode(fresh, { stream: true }) };
    }
    const all = concat(this.#carry, fresh);
    const cut = cutOf(all, this.#carry.length);
    this.#carry = all.slice(cut);
    return this.#decodeLines(all.subarray(0, cut));
  }

  /** Decodes what was kept. */
  end(): DecodedText {
    if (this.#encoding !== 'utf-8') {
      return { text: this.#encoding === 'windows-1252' ? '' : this.#decoder.decode() };
    }
    const rest = this.#carry;
    this.#carry = new Uint8Array(0);
    return this.#decodeLines(rest);
  }

  #decodeLines(bytes: Uint8Array): DecodedText {
    try {
      return { text: this.#decoder.decode(bytes) };
    } catch {
      return this.#decodeLineByLine(bytes);
    }
  }

  #decodeLineByLine(bytes: Uint8Array): DecodedText {
    let text = '';
    let invalidAt: number | undefined;
    for (let start = 0; start < bytes.length; ) {
      const end = lineEndOf(bytes, start);
      const line = bytes.subarray(start, end);
      try {
        text += this.#decoder.decode(line);
      } catch {
        if (!this.#told) {
          invalidAt = text.length;
          this.#told = true;
        }
        text += decodeWindows1252(line);
      }
      start = end;
    }
    return invalidAt === undefined ? { text } : { text, invalidAt };
  }
}

/** Behind the first line feed or carriage return at or after `from`. */
function lineEndOf(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) {
    end++;
  }
  return Math.min(end + 1, bytes.length);
}

/** Where to cut: behind the last line end at or after `from`; in an over-long line, before its last character. */
function cutOf(bytes: Uint8Array, from: number): number {
  const cut = Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(CARRIAGE_RETURN)) + 1;
  if (cut > from || bytes.length <= LONGEST_CARRY) {
    return cut > from ? cut : 0;
  }
  let end = bytes.length - 1;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) {
    end--;
  }
  return end;
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) {
    return second;
  }
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
