import type { Encoding, EncodingGuess } from './encoding';
import { decodeWindows1252 } from './windows1252';

/** A line's text, without its line break. */
export interface LineText {
  /** 1-based, as VS Code counts lines. */
  readonly line: number;
  readonly text: string;
  /** True where the line is longer than what is given of it. */
  readonly isCut: boolean;
}

/** How lines are read. */
export interface LineReading {
  readonly encoding: EncodingGuess;
  /** Most UTF-16 units that are given of a line. */
  readonly longest: number;
  /** Asked between pieces: true where no more lines are wanted. */
  readonly isCancelled?: () => boolean;
}

/** As much of a line as tells what it is about. */
export const LONGEST_SHOWN = 2000;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** Bytes of the longest character in UTF-8, for a UTF-16 unit. */
const BYTES_A_UNIT = 3;

/**
 * The text of some lines of a file, in their order: `lines` rise. Lines count as VS Code counts them: CRLF, LF and a lone CR
 * each end one. Nothing is kept but the bytes of the line that is wanted, as far as they are given; reading ends with the
 * last one. Lines that there are not are left out.
 */
export async function* textOfLines(
  pieces: AsyncIterable<Uint8Array>,
  lines: readonly number[],
  reading: LineReading,
): AsyncGenerator<LineText> {
  const finder = new LineTexts(lines, reading);
  for await (const piece of finder.isDone ? [] : pieces) {
    yield* finder.push(piece);
    if (finder.isDone || reading.isCancelled?.() === true) {
      return;
    }
  }
  yield* finder.end();
}

/** Takes the text of lines, whose numbers rise, out of bytes that come in pieces. */
export class LineTexts {
  readonly #lines: readonly number[];
  readonly #encoding: Encoding;
  readonly #width: 1 | 2;
  readonly #isBig: boolean;
  readonly #longest: number;
  #skip: number;
  /** Position in {@link #lines} of the next one that is wanted. */
  #next = 0;
  /** The line that the next byte belongs to. */
  #line = 1;
  #endsWithReturn = false;
  /** First byte of a character of two that a piece's end has cut; -1 for none. */
  #half = -1;
  #kept: Uint8Array;
  #length = 0;
  #isCut = false;

  constructor(lines: readonly number[], { encoding: guess, longest }: Omit<LineReading, 'isCancelled'>) {
    this.#lines = lines;
    this.#encoding = guess.encoding;
    this.#width = guess.encoding.startsWith('utf-16') ? 2 : 1;
    this.#isBig = guess.encoding === 'utf-16be';
    this.#skip = guess.bomLength;
    this.#longest = longest;
    // One unit more than is given shows that there is more, and where a character would be cut.
    this.#kept = new Uint8Array((longest + 2) * BYTES_A_UNIT);
    this.#pass(0);
  }

  /** True where no more bytes are needed. */
  get isDone(): boolean {
    return this.#next >= this.#lines.length;
  }

  /** The lines that end in the next piece. */
  *push(piece: Uint8Array): Generator<LineText> {
    const bytes = this.#whole(piece.subarray(Math.min(this.#skip, piece.length)));
    this.#skip -= Math.min(this.#skip, piece.length);
    let from = 0;
    while (!this.isDone) {
      const end = this.#breakIn(bytes, from);
      if (this.#line === this.#lines[this.#next]) {
        this.#keep(bytes, from, end);
      }
      if (end === bytes.length) {
        return;
      }
      const unit = this.#unit(bytes, end);
      const isPair = unit === LINE_FEED && this.#endsWithReturn && end === from;
      this.#endsWithReturn = unit === CARRIAGE_RETURN;
      if (!isPair) {
        yield* this.#endLine();
      }
      from = end + this.#width;
    }
  }

  /** The line that nothing ends. */
  *end(): Generator<LineText> {
    if (!this.isDone) {
      yield* this.#endLine();
    }
  }

  /** The line has ended: gives it where it is wanted. */
  *#endLine(): Generator<LineText> {
    if (this.#line === this.#lines[this.#next]) {
      const text = this.#decoded();
      const shown = shortened(text, this.#longest);
      yield { line: this.#line, text: shown, isCut: this.#isCut || shown.length < text.length };
      this.#pass(this.#line);
    }
    this.#line++;
    this.#length = 0;
    this.#isCut = false;
  }

  /** Goes on to the first wanted line behind `line`: one may be asked for twice. */
  #pass(line: number): void {
    while ((this.#lines[this.#next] ?? Number.POSITIVE_INFINITY) <= line) {
      this.#next++;
    }
  }

  /** The piece with the byte before it that its character began with, and without the one that its last begins with. */
  #whole(piece: Uint8Array): Uint8Array {
    if (this.#width === 1 || (this.#half < 0 && piece.length % 2 === 0)) {
      return piece;
    }
    let bytes = piece;
    if (this.#half >= 0) {
      bytes = new Uint8Array(piece.length + 1);
      bytes[0] = this.#half;
      bytes.set(piece, 1);
    }
    this.#half = bytes.length % 2 === 0 ? -1 : (bytes[bytes.length - 1] as number);
    return bytes.subarray(0, bytes.length - (bytes.length % 2));
  }

  /** Where the next line break begins, else the end. */
  #breakIn(bytes: Uint8Array, from: number): number {
    let at = from;
    if (this.#width === 1) {
      while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) {
        at++;
      }
      this.#endsWithReturn &&= at === from;
      return at;
    }
    while (at < bytes.length) {
      const unit = this.#unit(bytes, at);
      if (unit === LINE_FEED || unit === CARRIAGE_RETURN) {
        break;
      }
      at += 2;
    }
    this.#endsWithReturn &&= at === from;
    return at;
  }

  #unit(bytes: Uint8Array, at: number): number {
    if (this.#width === 1) {
      return bytes[at] as number;
    }
    const [first, second] = [bytes[at] as number, bytes[at + 1] as number];
    return this.#isBig ? first * 256 + second : second * 256 + first;
  }

  #keep(bytes: Uint8Array, from: number, end: number): void {
    const room = Math.min(end - from, this.#kept.length - this.#length);
    this.#kept.set(bytes.subarray(from, from + room), this.#length);
    this.#length += room;
    this.#isCut ||= room < end - from;
  }

  #decoded(): string {
    const bytes = this.#kept.subarray(0, this.#length);
    if (this.#encoding === 'windows-1252') {
      return decodeWindows1252(bytes);
    }
    const fatal = this.#encoding === 'utf-8';
    try {
      // A character that is cut at the end is no fault of the line.
      return new TextDecoder(this.#encoding, { fatal, ignoreBOM: true }).decode(bytes, { stream: this.#isCut });
    } catch {
      return decodeWindows1252(bytes);
    }
  }
}

/** The first units of a text; no character is cut in two. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? longest - 1 : longest);
}
