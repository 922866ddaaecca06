import type { InflateKernel } from '../container/inflate/inflateKernel';
import { listContainer } from '../container/listContainer';
import { OpenEntries } from '../container/openEntries';
import { SpareBuffers } from '../facts/spareBuffers';
import type { CountingOptions } from '../formats/format';
import type { Scanning } from '../reading/scanner/kernel';
import { START_BYTES } from '../reading/startBytes';
import type { LineText } from '../reading/textOfLines';
import { type FileBeginning, isOneStretch, recognizeFile } from './fileBeginning';
import { linesAround, type ShownLines } from './linesAround';
import { type BegunFile, type FileInput, type ListedFile, type Probe, placeOf, type StretchTask } from './readers';
import { readStretch } from './readStretch';
import { PartSender } from './sentParts';
import type { FileBytes, StretchPart } from './stretch';
import type { ReadingManner } from './stretchReading';
import { textsOfLines } from './textsOfLines';

/** Bytes that have to be closed. */
export type OpenBytes = FileBytes & { close(): void };

/** What whoever does a reader's work lends to it. */
export interface WorkerHost {
  readonly scanning: Scanning;
  /** A fresh one, with a memory of its own. */
  inflateKernel(): InflateKernel;
  /** Opens a file; one in a container is no concern of the host's. */
  open(input: FileInput): OpenBytes;
  isCancelled(): boolean;
}

/** A reader's work, on a thread of its own: one file open at a time, and some in containers; one task after the other. */
export class StretchWorker {
  readonly #host: WorkerHost;
  readonly #options: CountingOptions;
  readonly #entries: OpenEntries;
  /** Memory for facts, which comes back from whoever has added them. */
  readonly spare = new SpareBuffers();
  /** Sends what is read, where that goes to another thread. */
  readonly sender = new PartSender();
  /** For a file's beginning. */
  readonly #start = new Uint8Array(START_BYTES);
  #location: string | undefined;
  #bytes: OpenBytes | undefined;

  constructor(host: WorkerHost, options: CountingOptions) {
    this.#host = host;
    this.#options = options;
    this.#entries = new OpenEntries({ kernel: () => host.inflateKernel(), isCancelled: () => host.isCancelled() });
  }

  /** See `StretchReaders.list`. Throws where the file cannot be read. */
  list(input: FileInput, isQuick: boolean): ListedFile {
    const bytes = this.#open(input);
    const isCancelled = (): boolean => this.#host.isCancelled();
    const entries = this.#entries.lend((kernel) => listContainer(bytes, { kernel, isQuick, isCancelled }));
    return { size: bytes.size, ...(entries === undefined ? {} : { entries }) };
  }

  /** See `StretchReaders.begin`. Throws where the file cannot be read. */
  begin(input: FileInput, to: number): BegunFile {
    if (input.entry?.kind === 'unreadable') {
      return { beginning: { problem: { ...input.entry.problem, isOfWhole: true } }, size: 0, parts: [] };
    }
    const bytes = this.#open(input);
    const beginning = this.#recognize(bytes, placeOf(input));
    const { kind } = beginning;
    const parts: StretchPart[] = [];
    if (kind !== undefined && !isOneStretch(kind) && to > 0) {
      const stretch = { kind, from: 0, to: Math.min(to, bytes.size), isExact: true, state: undefined };
      this.read({ ...stretch, input, width: 0, isUniversal: false }, (part) => parts.push(part));
    }
    return { beginning, size: bytes.size, parts };
  }

  /** What is damaged before it can be recognised is no unknown file. */
  #recognize(bytes: FileBytes, location: string): FileBeginning {
    const start = this.#start.subarray(0, Math.min(START_BYTES, bytes.size));
    const first = start.subarray(0, bytes.read(start, 0));
    const { unpacked } = bytes;
    const beginning = recognizeFile(first, this.#options.columnMappings, location, unpacked !== undefined);
    const problem = beginning.kind === undefined ? unpacked?.problem : undefined;
    return problem === undefined ? beginning : { ...beginning, problem: { ...problem, isOfWhole: true } };
  }

  /** See `StretchReaders.read`. */
  read(task: StretchTask, onPart: (part: StretchPart) => void): void {
    const bytes = this.#open(task.input);
    const manner: ReadingManner = {
      options: this.#options,
      location: placeOf(task.input),
      scanning: this.#host.scanning,
      spare: this.spare,
      isCancelled: () => this.#host.isCancelled(),
    };
    for (const part of readStretch(bytes, task, manner)) {
      onPart(part);
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
    // Bytes as characters, each as another one: to work a number out of so many takes longer than all else there is to do at the end.
    const shown = new TextDecoder('windows-1252').decode(look);
    return { size: bytes.size, key: `${first} ${last} ${shown}` };
  }

  /** See `LineReaders.lines`. */
  lines(input: FileInput, line: number, around: number, onRead: (position: number) => void): ShownLines {
    return linesAround(this.#openReadable(input), line, around, {
      isCancelled: () => this.#host.isCancelled(),
      onRead,
    });
  }

  /** See `LineReaders.texts`. */
  texts(input: FileInput, lines: readonly number[]): LineText[] {
    return textsOfLines(this.#openReadable(input), lines, () => this.#host.isCancelled());
  }

  close(): void {
    this.#entries.close();
    this.#closeFile();
  }

  #closeFile(): void {
    this.#bytes?.close();
    this.#bytes = undefined;
    this.#location = undefined;
  }

  #openReadable(input: FileInput): FileBytes {
    if (input.entry?.kind === 'unreadable') {
      throw new Error(`${input.entry.name} cannot be read`);
    }
    return this.#open(input);
  }

  #open(input: FileInput): FileBytes {
    const { entry, location } = input;
    if (entry !== undefined && entry.kind !== 'unreadable') {
      return this.#entries.get(input, entry, () => this.#host.open(input));
    }
    if (this.#bytes === undefined || this.#location !== location) {
      this.#closeFile();
      this.#bytes = this.#host.open(input);
      this.#location = location;
    }
    return this.#bytes;
  }
}
