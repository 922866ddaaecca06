import type { Damage } from '../model/problem';
import type { ByteStream } from './byteStream';
import type { Method } from './containerEntry';
import { type InflateKernel, Run } from './inflate/inflateKernel';

/** Reads packed bytes of a stream, from what stands before them (headers) to what stands behind them (checksums). */
export class Inflater {
  readonly #kernel: InflateKernel;
  readonly #memory: Uint8Array;
  readonly #source: ByteStream;
  /** The packed bytes that are in memory. */
  #at: number;
  #end: number;
  #isAll = false;
  #method: Method = 'stored';
  /** Unpacked bytes that have not been given yet. */
  #from = 0;
  #to = 0;
  #outcome: Damage | 'complete' | undefined;
  #sum = 0;
  #size = 0;

  /** `kernel`: nobody else uses it meanwhile. */
  constructor(kernel: InflateKernel, source: ByteStream) {
    this.#kernel = kernel;
    this.#memory = new Uint8Array(kernel.memory.buffer);
    this.#source = source;
    this.#at = kernel.INPUT.value;
    this.#end = this.#at;
  }

  /** CRC-32 and number of all bytes that have been unpacked since `begin`. */
  get sum(): number {
    return this.#sum;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes of the source that have been read and not used. */
  get left(): number {
    return this.#end - this.#at;
  }

  /** Packed bytes that come next, `count` of them (up to 1,024), fewer where the stream ends; to look at only. */
  peek(count: number): Uint8Array {
    while (this.#end - this.#at < count && !this.#isAll) {
      this.#fill();
    }
    return this.#memory.subarray(this.#at, Math.min(this.#at + count, this.#end));
  }

  /** Leaves packed bytes out; false where there are fewer. */
  skip(count: number): boolean {
    let left = count;
    while (left > 0) {
      const length = Math.min(left, this.peek(Math.min(left, 1024)).length);
      this.#at += length;
      left -= length;
      if (length === 0) {
        return false;
      }
    }
    return true;
  }

  /** Says that packed bytes begin here. */
  begin(method: Method): void {
    this.#method = method;
    this.#outcome = undefined;
    this.#sum = 0;
    this.#size = 0;
    this.#kernel.begin(method === 'deflate64' ? 1 : 0);
  }

  /** Unpacks into `into`; returns how many bytes. 0: there are no more, and {@link outcome} says why. */
  read(into: Uint8Array): number {
    while (this.#from === this.#to && this.#outcome === undefined) {
      this.#unpack();
    }
    const count = Math.min(into.length, this.#to - this.#from);
    into.set(this.#memory.subarray(this.#from, this.#from + count));
    this.#from += count;
    return count;
  }

  /** How the packed bytes ended, once `read` has returned 0. */
  get outcome(): Damage | 'complete' | undefined {
    return this.#outcome;
  }

  #unpack(): void {
    if (this.#method === 'stored') {
      this.#outcome = this.peek(1).length === 0 ? 'complete' : undefined;
      this.#from = this.#at;
      this.#to = this.#end;
      this.#at = this.#end;
    } else {
      const kernel = this.#kernel;
      const result = kernel.run(this.#at, this.#end, Number(this.#isAll));
      this.#at = kernel.next.value;
      this.#from = kernel.start.value;
      this.#to = kernel.end.value;
      if (result === Run.needsInput) {
        this.#fill();
      } else if (result !== Run.more) {
        this.#outcome = result === Run.complete ? 'complete' : result === Run.cut ? 'cut' : 'data';
      }
    }
    this.#sum = this.#kernel.crc32(this.#from, this.#to, this.#sum) >>> 0;
    this.#size += this.#to - this.#from;
  }

  /** Reads more packed bytes behind those that are left. */
  #fill(): void {
    const start = this.#kernel.INPUT.value;
    this.#memory.copyWithin(start, this.#at, this.#end);
    this.#end -= this.#at - start;
    this.#at = start;
    const count = this.#source.read(this.#memory.subarray(this.#end, start + this.#kernel.MOST_INPUT.value));
    this.#end += count;
    this.#isAll = count === 0;
  }
}
