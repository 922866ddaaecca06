import type { Damage } from '../model/problem';
import type { ByteStream } from './byteStream';
import { type ContainerProblem, damaged } from './containerEntry';
import type { InflateKernel } from './inflate/inflateKernel';
import { Inflater } from './inflater';
import { numbersOf } from './littleEndian';

/** Length of a member's fixed header, and of what stands behind its packed bytes: checksum and size. */
const HEADER = 10;
const TRAILER = 8;

/** Bits of a header's flags: which parts follow it. */
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;

/** Zeros that may stand behind the last member, and what a name or a comment may be long: nothing goes on for ever. */
const LONGEST_PADDING = 1 << 20;
const LONGEST_TEXT = 1 << 16;

/** What a gzip file (RFC 1952) holds: that of all its members, one after the other. Zeros may stand behind the last. */
export class GzipStream implements ByteStream {
  readonly #source: ByteStream;
  readonly #inflater: Inflater;
  #isInside = false;
  #isAtEnd = false;
  #members = 0;
  #damage: Damage | undefined;

  constructor(source: ByteStream, kernel: InflateKernel) {
    this.#source = source;
    this.#inflater = new Inflater(kernel, source);
  }

  /** What is wrong with the bytes that it gets is not the fault of what is made of them. */
  get problem(): ContainerProblem | undefined {
    return this.#source.problem ?? (this.#damage === undefined ? undefined : damaged(this.#damage));
  }

  read(into: Uint8Array): number {
    while (!this.#isAtEnd) {
      const count = this.#isInside ? this.#inflater.read(into) : 0;
      if (count > 0) {
        return count;
      }
      this.#damage = this.#isInside ? this.#leave() : this.#enter();
      this.#isAtEnd ||= this.#damage !== undefined;
    }
    return 0;
  }

  /** Reads the next member's header, or finds the end. */
  #enter(): Damage | undefined {
    const head = this.#inflater.peek(HEADER);
    const isMember = head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
    if (this.#members > 0 && !isMember) {
      this.#isAtEnd = true;
      return this.#isPadding() ? undefined : 'behind';
    }
    if (head.length < HEADER || !isMember) {
      return head.length < HEADER ? 'cut' : 'header';
    }
    const flags = head[3] ?? 0;
    this.#inflater.skip(HEADER);
    if (!this.#skipParts(flags)) {
      return 'cut';
    }
    this.#inflater.begin('deflate');
    this.#isInside = true;
    this.#members++;
    return undefined;
  }

  #skipParts(flags: number): boolean {
    const length = (flags & HAS_EXTRA) === 0 ? undefined : this.#inflater.peek(2);
    if (length !== undefined && !this.#inflater.skip(2 + numbersOf(length).short(0))) {
      return false;
    }
    const texts = Number((flags & HAS_NAME) !== 0) + Number((flags & HAS_COMMENT) !== 0);
    for (let text = 0; text < texts; text++) {
      if (!this.#skipText()) {
        return false;
      }
    }
    return (flags & HAS_CHECKSUM) === 0 || this.#inflater.skip(2);
  }

  /** A text ends with a zero. */
  #skipText(): boolean {
    for (let length = 0; length < LONGEST_TEXT; ) {
      const part = this.#inflater.peek(1024);
      const zero = part.indexOf(0);
      if (zero >= 0 || part.length === 0) {
        return zero >= 0 && this.#inflater.skip(zero + 1);
      }
      length += part.length;
      this.#inflater.skip(part.length);
    }
    return false;
  }

  /** Checks what stands behind a member's packed bytes. */
  #leave(): Damage | undefined {
    this.#isInside = false;
    const { outcome, sum, size } = this.#inflater;
    if (outcome !== 'complete') {
      return outcome;
    }
    const trailer = this.#inflater.peek(TRAILER);
    if (trailer.length < TRAILER) {
      return 'cut';
    }
    const isRight = numbersOf(trailer).long(0) === sum && numbersOf(trailer).long(4) === size % 2 ** 32;
    this.#inflater.skip(TRAILER);
    return isRight ? undefined : 'checksum';
  }

  /** True where nothing follows but zeros, such as tapes and disks fill up with. */
  #isPadding(): boolean {
    for (let length = 0; length < LONGEST_PADDING; ) {
      const part = this.#inflater.peek(1024);
      if (part.length === 0 || part.some((byte) => byte !== 0)) {
        return part.length === 0;
      }
      length += part.length;
      this.#inflater.skip(part.length);
    }
    return false;
  }
}
