import type { FileBytes } from '../stretch/stretch';
import { type ByteStream, RangeStream, readFully, StartedStream } from './byteStream';
import type { ReadableEntry } from './containerEntry';
import { GzipStream } from './gzipStream';
import type { InflateKernel } from './inflate/inflateKernel';
import { packingOf } from './packing';
import { ZipStream } from './zipStream';

/** Bytes that are kept behind the place that was read last: more than what reading a stretch looks ahead. */
const KEPT = 1 << 19;
/** Bytes that are read at a time on the way to a place. */
const STEP = 1 << 17;

/** First bytes that tell a gzip file. */
const LOOK = 16;

/** Where a file of a container comes from. */
interface Unpacking {
  readonly stream: ByteStream;
  /** Its packed bytes. */
  readonly range: RangeStream;
}

/** What reading a file of a container takes. */
export interface EntryNeeds {
  /** Gives a kernel that nobody else uses; up to two are asked for. */
  kernel(): InflateKernel;
  /** True where no place has to be reached any more: nothing is there then. */
  isCancelled(): boolean;
}

/**
 * A file of a container: its bytes come from the first to the last. Reading on is quick, a little back as well; farther back
 * begins anew. Damage is where it ends, and {@link unpacked} says so.
 */
export class EntryBytes implements FileBytes {
  readonly #container: FileBytes;
  readonly #entry: ReadableEntry;
  readonly #needs: EntryNeeds;
  #kernels: InflateKernel[] = [];
  #unpacking: Unpacking | undefined;
  #position = 0;
  #isAtEnd = false;
  /** The latest bytes, up to the position. */
  #recent = new Uint8Array(0);
  #recentLength = 0;

  constructor(container: FileBytes, entry: ReadableEntry, needs: EntryNeeds) {
    this.#container = container;
    this.#entry = entry;
    this.#needs = needs;
  }

  /** Not known before its end is met. */
  get size(): number {
    return this.#isAtEnd ? this.#position : Number.POSITIVE_INFINITY;
  }

  get unpacked(): NonNullable<FileBytes['unpacked']> {
    const { range, stream } = this.#unpacking ?? {};
    const problem = this.#isAtEnd ? stream?.problem : undefined;
    return { position: range?.position ?? 0, ...(problem === undefined ? {} : { problem }) };
  }

  /** Fewer bytes than there is room for are given only where there are no more. */
  read(into: Uint8Array, at: number): number {
    if (this.#unpacking === undefined || at < this.#position - this.#recentLength) {
      this.#begin();
    }
    this.#skipTo(at);
    let filled = 0;
    if (at < this.#position) {
      const known = this.#recent.subarray(this.#recentLength - (this.#position - at), this.#recentLength);
      filled = Math.min(known.length, into.length);
      into.set(known.subarray(0, filled));
    }
    return at > this.#position ? 0 : filled + this.#readFully(into.subarray(filled));
  }

  /** The kernels that it used; it begins anew if it is used again. */
  close(): InflateKernel[] {
    this.#unpacking = undefined;
    return this.#kernels.splice(0);
  }

  #begin(): void {
    const used = this.close();
    this.#position = 0;
    this.#recentLength = 0;
    this.#isAtEnd = false;
    this.#unpacking = unpack(this.#container, this.#entry, () => {
      const kernel = used.pop() ?? this.#needs.kernel();
      this.#kernels.push(kernel);
      return kernel;
    });
  }

  #skipTo(at: number): void {
    const step = new Uint8Array(Math.max(0, Math.min(STEP, at - this.#position)));
    while (at > this.#position && !this.#needs.isCancelled()) {
      if (this.#readFully(step.subarray(0, at - this.#position)) === 0) {
        break;
      }
    }
  }

  #readFully(into: Uint8Array): number {
    const stream = this.#unpacking?.stream;
    const count = stream === undefined ? 0 : readFully(stream, into);
    this.#isAtEnd ||= count < into.length;
    this.#position += count;
    this.#keep(into.subarray(0, count));
    return count;
  }

  /** Most files in containers are small. */
  #makeRoom(length: number): void {
    if (length > this.#recent.length && this.#recent.length < 2 * KEPT) {
      const larger = new Uint8Array(Math.min(2 * KEPT, 2 * length));
      larger.set(this.#recent.subarray(0, this.#recentLength));
      this.#recent = larger;
    }
  }

  #keep(bytes: Uint8Array): void {
    const latest = bytes.subarray(Math.max(0, bytes.length - KEPT));
    this.#makeRoom(this.#recentLength + latest.length);
    if (this.#recentLength + latest.length > this.#recent.length) {
      const from = this.#recentLength - (KEPT - latest.length);
      this.#recent.copyWithin(0, from, this.#recentLength);
      this.#recentLength -= from;
    }
    this.#recent.set(latest, this.#recentLength);
    this.#recentLength += latest.length;
  }
}

/** A gzip file inside a ZIP container is unpacked as well: archives of logs that were compressed one by one. */
function unpack(container: FileBytes, entry: ReadableEntry, kernel: () => InflateKernel): Unpacking {
  if (entry.kind === 'gzip') {
    const range = new RangeStream(container, 0, container.size);
    return { range, stream: new GzipStream(range, kernel()) };
  }
  const zip = new ZipStream(container, entry, kernel());
  const stream = new StartedStream(zip, LOOK);
  const isGzip = packingOf(stream.start) === 'gzip';
  return { range: zip.range, stream: isGzip ? new GzipStream(stream, kernel()) : stream };
}
