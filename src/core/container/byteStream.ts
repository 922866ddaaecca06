import type { FileBytes } from '../stretch/stretch';
import type { ContainerProblem } from './containerEntry';

/** Bytes that come one after the other, from what may be damaged. */
export interface ByteStream {
  /** Reads up to `into.length` bytes; returns how many. 0: nothing follows, be it the end or damage. */
  read(into: Uint8Array): number;
  /** What is wrong with the bytes; known at the latest when nothing follows. */
  readonly problem: ContainerProblem | undefined;
}

/** A part of a file, as it stands there. */
export class RangeStream implements ByteStream {
  readonly problem = undefined;
  readonly #bytes: FileBytes;
  readonly #end: number;
  #position: number;

  constructor(bytes: FileBytes, start: number, end: number) {
    this.#bytes = bytes;
    this.#position = start;
    this.#end = end;
  }

  /** The place in the file of the next byte. */
  get position(): number {
    return this.#position;
  }

  read(into: Uint8Array): number {
    const length = Math.min(into.length, this.#end - this.#position);
    const count = length <= 0 ? 0 : this.#bytes.read(into.subarray(0, length), this.#position);
    this.#position += count;
    return count;
  }
}

/** A stream of which the first bytes have been looked at. */
export class StartedStream implements ByteStream {
  readonly #rest: ByteStream;
  /** The first bytes: fewer than asked for only where there are no more. */
  readonly start: Uint8Array;
  #given = 0;

  constructor(stream: ByteStream, length: number) {
    this.#rest = stream;
    const start = new Uint8Array(length);
    this.start = start.subarray(0, readFully(stream, start));
  }

  get problem(): ContainerProblem | undefined {
    return this.#rest.problem;
  }

  read(into: Uint8Array): number {
    if (this.#given === this.start.length) {
      return this.#rest.read(into);
    }
    const part = this.start.subarray(this.#given, this.#given + into.length);
    into.set(part);
    this.#given += part.length;
    return part.length;
  }
}

/** Reads until there is no room left, or nothing follows; returns how many bytes. */
export function readFully(stream: ByteStream, into: Uint8Array): number {
  let filled = 0;
  while (filled < into.length) {
    const count = stream.read(into.subarray(filled));
    if (count === 0) {
      break;
    }
    filled += count;
  }
  return filled;
}
