import type { Analysis } from './analyze';
import type { Checkpoint } from './stretch/checkpoint';
import { AHEAD, FIRST_PACKED_STRETCH, FIRST_STRETCH, FileStretches } from './stretch/fileStretches';
import { type BegunFile, type FileInput, ReaderCrash, type StretchReaders } from './stretch/readers';
import type { StretchPart } from './stretch/stretch';
import { Slices, type Surroundings } from './surroundings';

/**
 * Reads the files of an analysis with several readers. Stretches are read ahead where records only look as if they began;
 * each is accepted only where it begins at the very end of the one before, else read again from there: the result is
 * that of reading everything in order. (In a log that holds rows of a session twice, what is booked of it may differ.)
 * `order`: positions of the files to read, in the order in which that is done. Returns where the one read last can be read
 * on from once it has grown, if it can.
 */
export async function readFiles(
  analysis: Analysis,
  inputs: readonly FileInput[],
  readers: StretchReaders,
  surroundings: Surroundings,
  order: readonly number[] = [...inputs.keys()],
): Promise<Checkpoint | undefined> {
  return await new FilesReading(analysis, inputs, readers, surroundings, order).read();
}

/**
 * Reads what a file has grown by since it was read, as the last one of the analysis. False where it is no longer the file it
 * was up to there: then all of it has to be read anew, into another analysis.
 */
export async function readOn(
  analysis: Analysis,
  input: FileInput,
  from: Checkpoint,
  readers: StretchReaders,
  surroundings: Surroundings,
): Promise<Checkpoint | undefined | false> {
  const { size, key } = await readers.probe(input, from.end);
  if (size < from.end || key !== from.key) {
    return false;
  }
  const reading = new FilesReading(analysis, [input], readers, surroundings, [from.file]);
  return await reading.readOn(from, size);
}

class FilesReading {
  readonly #analysis: Analysis;
  readonly #inputs: readonly FileInput[];
  readonly #readers: StretchReaders;
  readonly #surroundings: Surroundings;
  readonly #slices: Slices;
  readonly #order: readonly number[];
  /** The files that have been asked for, which are those to come. */
  readonly #begun: Promise<BegunFile | ReaderCrash>[] = [];
  #next = 0;
  #checkpoint: Checkpoint | undefined;
  #isStopped = false;

  constructor(
    analysis: Analysis,
    inputs: readonly FileInput[],
    readers: StretchReaders,
    surroundings: Surroundings,
    order: readonly number[],
  ) {
    this.#order = order;
    this.#analysis = analysis;
    this.#inputs = inputs;
    this.#readers = readers;
    this.#surroundings = surroundings;
    this.#slices = new Slices(surroundings);
  }

  async read(): Promise<Checkpoint | undefined> {
    for (const file of this.#order) {
      if (this.#surroundings.isCancelled()) {
        this.#stop();
        return undefined;
      }
      this.#checkpoint = undefined;
      this.#beginAhead();
      this.#analysis.getReady();
      try {
        await this.#readFile(file, (await this.#begun.shift()) as BegunFile | ReaderCrash);
      } catch (error) {
        // Whatever is given up where the user stops is no fault of the file.
        if (this.#surroundings.isCancelled()) {
          this.#stop();
        } else {
          this.#analysis.fail(file, error);
        }
      }
    }
    return this.#checkpoint;
  }

  async readOn(from: Checkpoint, size: number): Promise<Checkpoint | undefined> {
    const begun = { beginning: { kind: from.kind }, size, parts: [] };
    const [input] = this.#inputs as [FileInput];
    const stretches = new FileStretches(this.#readers, input, from.kind, begun, this.#surroundings, () => {}, from);
    await this.#readParts(from.file, input, stretches, stretches.parts());
    return this.#checkpoint;
  }

  /** Asks for the first stretches of the next files, as many as are read ahead. */
  #beginAhead(): void {
    while (this.#next < this.#order.length && this.#begun.length < AHEAD * this.#readers.count) {
      const input = this.#inputs[this.#order[this.#next++] as number] as FileInput;
      const begun = this.#readers.begin(input, input.entry === undefined ? FIRST_STRETCH : FIRST_PACKED_STRETCH);
      const orCrash = begun.catch((error: unknown) => {
        if (error instanceof ReaderCrash) {
          return error;
        }
        throw error;
      });
      // Whoever waits for it sees the error.
      orCrash.catch(() => {});
      this.#begun.push(orCrash);
    }
  }

  async #readFile(file: number, begun: BegunFile | ReaderCrash): Promise<void> {
    const input = this.#inputs[file] as FileInput;
    const hasCrashed = begun instanceof ReaderCrash;
    const known = hasCrashed ? await this.#readers.begin(input, 0) : begun;
    const { kind } = known.beginning;
    if (!this.#analysis.begin(file, known.beginning) || kind === undefined) {
      return;
    }
    if (hasCrashed) {
      this.#analysis.crash(file);
    }
    const stretches = new FileStretches(this.#readers, input, kind, known, this.#surroundings, () =>
      this.#beginAhead(),
    );
    await this.#readParts(file, input, stretches, hasCrashed ? stretches.universal() : stretches.parts());
  }

  async #readParts(
    file: number,
    input: FileInput,
    stretches: FileStretches,
    parts: AsyncIterable<StretchPart | ReaderCrash>,
  ): Promise<void> {
    try {
      for await (const part of parts) {
        await this.#addPart(file, part);
      }
    } finally {
      await this.#slices.all(this.#analysis.settle());
    }
    // Who cancels what has been read has stopped nothing.
    if (!stretches.isRead && this.#surroundings.isCancelled()) {
      this.#stop();
      return;
    }
    const hasRecords = this.#analysis.end(file);
    const checkpoint = this.#analysis.isDecided(file) ? stretches.checkpoint : undefined;
    if (checkpoint !== undefined && hasRecords && file === this.#order.at(-1)) {
      const probe = await this.#readers.probe(input, checkpoint.end).catch(() => undefined);
      this.#checkpoint = probe === undefined ? undefined : { ...checkpoint, file, key: probe.key };
    }
  }

  #stop(): void {
    if (!this.#isStopped) {
      this.#isStopped = true;
      this.#surroundings.onStopped?.();
    }
  }

  async #addPart(file: number, part: StretchPart | ReaderCrash): Promise<void> {
    if (part instanceof ReaderCrash) {
      this.#analysis.crash(file);
      return;
    }
    await this.#slices.all(this.#analysis.add(file, part));
    if (!this.#analysis.isHolding) {
      this.#readers.giveBack?.(part.facts);
    }
    // Showing figures takes its time: not in one go with adding them.
    await this.#slices.pause();
    this.#surroundings.onProgress?.(file, part.unpacked?.position ?? part.end);
    await this.#slices.rest();
  }
}
