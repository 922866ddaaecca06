import type { Damage } from '../model/problem';
import type { FileBytes } from '../stretch/stretch';
import { type ByteStream, RangeStream } from './byteStream';
import { type ContainerProblem, damaged, type ZipEntry } from './containerEntry';
import type { InflateKernel } from './inflate/inflateKernel';
import { Inflater } from './inflater';
import { packedStart } from './zipHeaders';

/** What a file in a ZIP container holds. */
export class ZipStream implements ByteStream {
  readonly #entry: ZipEntry;
  readonly #inflater: Inflater;
  /** The packed bytes. */
  readonly range: RangeStream;
  #damage: Damage | undefined;
  #isAtEnd: boolean;

  constructor(bytes: FileBytes, entry: ZipEntry, kernel: InflateKernel) {
    const start = packedStart(bytes, entry.header);
    this.#entry = entry;
    this.#damage = start === undefined ? 'header' : undefined;
    this.#isAtEnd = start === undefined;
    const from = start ?? 0;
    this.range = new RangeStream(bytes, from, from + entry.packed);
    this.#inflater = new Inflater(kernel, this.range);
    this.#inflater.begin(entry.method);
  }

  get problem(): ContainerProblem | undefined {
    return this.#damage === undefined ? undefined : damaged(this.#damage);
  }

  read(into: Uint8Array): number {
    const count = this.#isAtEnd ? 0 : this.#inflater.read(into);
    if (count === 0 && !this.#isAtEnd) {
      this.#isAtEnd = true;
      this.#damage = this.#check();
    }
    return count;
  }

  #check(): Damage | undefined {
    const { outcome, sum, size } = this.#inflater;
    if (outcome !== 'complete') {
      return outcome;
    }
    if (this.#entry.size !== undefined && size < this.#entry.size) {
      return 'cut';
    }
    const isRight = [undefined, size].includes(this.#entry.size) && [undefined, sum].includes(this.#entry.sum);
    return isRight ? undefined : 'checksum';
  }
}
