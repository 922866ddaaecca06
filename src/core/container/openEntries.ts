import type { FileInput } from '../stretch/readers';
import type { FileBytes } from '../stretch/stretch';
import type { ReadableEntry } from './containerEntry';
import { EntryBytes, type EntryNeeds } from './entryBytes';
import type { InflateKernel } from './inflate/inflateKernel';

/**
 * Files of containers that are kept open: where one is read on, nothing has to be inflated again. Enough for the file that is
 * read and for those that were begun ahead.
 */
const MOST_OPEN = 4;

/** A file of a container, and its container, open for it alone. */
interface OpenEntry {
  readonly bytes: EntryBytes;
  readonly container: FileBytes & { close(): void };
}

/** Files of containers, open for reading on. */
export class OpenEntries {
  readonly #needs: EntryNeeds;
  /** Those that nobody uses. */
  readonly #kernels: InflateKernel[] = [];
  /** The one that was used last comes last. */
  readonly #open = new Map<string, OpenEntry>();

  constructor(needs: EntryNeeds) {
    this.#needs = needs;
  }

  /** The bytes of a file of a container; `openContainer` opens that where it is not open. */
  get(input: FileInput, entry: ReadableEntry, openContainer: () => OpenEntry['container']): FileBytes {
    const key = `${entry.kind === 'zip' ? entry.header : ''} ${input.location}`;
    const known = this.#open.get(key);
    const kernel = (): InflateKernel => this.#kernels.pop() ?? this.#needs.kernel();
    const isCancelled = (): boolean => this.#needs.isCancelled();
    const container = known?.container ?? openContainer();
    const open = known ?? { container, bytes: new EntryBytes(container, entry, { kernel, isCancelled }) };
    this.#open.delete(key);
    this.#open.set(key, open);
    for (const [oldest] of this.#open) {
      if (this.#open.size <= MOST_OPEN) {
        break;
      }
      this.#close(oldest);
    }
    return open.bytes;
  }

  /** A kernel for work that ends before anything is read. */
  lend<T>(work: (kernel: InflateKernel) => T): T {
    const kernel = this.#kernels.pop() ?? this.#needs.kernel();
    this.#kernels.push(kernel);
    return work(kernel);
  }

  close(): void {
    for (const key of [...this.#open.keys()]) {
      this.#close(key);
    }
  }

  #close(key: string): void {
    const open = this.#open.get(key);
    this.#open.delete(key);
    open?.container.close();
    this.#kernels.push(...(open?.bytes.close() ?? []));
  }
}
