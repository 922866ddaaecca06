import type { CountingOptions } from '../formats/format';
import { START_BYTES } from '../reading/fileStart';
import type { Scanning } from '../reading/scanner/kernel';
import { bytesKey } from '../reading/textKey';
import { isOneStretch, recognizeFile } from './fileBeginning';
import type { BegunFile, FileInput, Probe, StretchTask } from './readers';
import { readStretch } from './readStretch';
import type { FileBytes, StretchPart } from './stretch';
import type { ReadingManner } from './stretchReading';

/** Bytes that have to be closed. */
export type OpenBytes = FileBytes & { close(): void };

/** What whoever does a reader's work lends to it. */
export interface WorkerHost {
  readonly scanning: Scanning;
  open(input: FileInput): OpenBytes;
  isCancelled(): boolean;
}

/** A reader's work, on a thread of its own: one file open at a time, one task after the other. */
export class StretchWorker {
  readonly #host: WorkerHost;
  readonly #options: CountingOptions;
  #input: FileInput | undefined;
  #bytes: OpenBytes | undefined;

  constructor(host: WorkerHost, options: CountingOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** See `StretchReaders.begin`. Throws where the file cannot be read. */
  begin(input: FileInput, to: number): BegunFile {
    const bytes = this.#open(input);
    const start = new Uint8Array(Math.min(START_BYTES, bytes.size));
    const beginning = recognizeFile(
      start.subarray(0, bytes.read(start, 0)),
      this.#options.columnMappings,
      input.location,
    );
    const { kind } = beginning;
    const parts: StretchPart[] = [];
    if (kind !== undefined && !isOneStretch(kind) && to > 0) {
      const stretch = { kind, from: 0, to: Math.min(to, bytes.size), isExact: true, state: undefined };
      this.read({ ...stretch, input, width: 0, isUniversal: false }, (part) => parts.push(part));
    }
    return { beginning, size: bytes.size, parts };
  }

  /** See `StretchReaders.read`. */
  read(task: StretchTask, onPart: (part: StretchPart) => void): void {
    const bytes = this.#open(task.input);
    const manner: ReadingManner = {
      options: this.#options,
      location: task.input.location,
      scanning: this.#host.scanning,
      isCancelled: () => this.#host.isCancelled(),
    };
    for (const part of readStretch(bytes, task, manner)) {
      if (part !== undefined) {
        onPart(part);
      }
    }
  }

  /** See `StretchReaders.probe`. */
  probe(input: FileInput, end: number): Probe {
    this.close();
    const bytes = this.#open(input);
    const look = new Uint8Array(2 * START_BYTES);
    const first = bytes.read(look.subarray(0, Math.min(START_BYTES, end)), 0);
    const from = Math.max(0, end - START_BYTES);
    const last = bytes.read(look.subarray(START_BYTES, START_BYTES + end - from), from);
    const { high, low } = bytesKey(look);
    return { size: bytes.size, key: `${first} ${last} ${high} ${low}` };
  }

  close(): void {
    this.#bytes?.close();
    this.#bytes = undefined;
    this.#input = undefined;
  }

  #open(input: FileInput): FileBytes {
    if (this.#bytes === undefined || this.#input?.location !== input.location) {
      this.close();
      this.#bytes = this.#host.open(input);
      this.#input = input;
    }
    return this.#bytes;
  }
}
