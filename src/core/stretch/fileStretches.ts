import { formatOf } from '../formats/formats';
import { isScannable } from '../reading/scanner/scanReader';
import type { Surroundings } from '../surroundings';
import type { Checkpoint } from './checkpoint';
import { PartQueue } from './partQueue';
import { type BegunFile, type FileInput, ReaderCrash, type StretchReaders } from './readers';
import type { FileKind, StretchPart } from './stretch';

/** Bytes of a file's first stretch: few, so that there are figures soon. */
export const FIRST_STRETCH = 1 << 20;
/** Bytes of the others. */
const STRETCH = 1 << 24;
/** How many stretches are asked for ahead, for each reader. */
export const AHEAD = 2;

/** A stretch that was asked for before it was known where it begins. */
interface Guess {
  readonly to: number;
  /** The state that it was read with. */
  readonly state: string;
  readonly parts: PartQueue;
}

/**
 * The stretches of one file in order, read ahead where records only look as if they began. A stretch is accepted only where
 * it begins at the very end of the one before and was read with the state there; else it is read again.
 */
export class FileStretches {
  readonly #readers: StretchReaders;
  readonly #input: FileInput;
  readonly #kind: FileKind;
  readonly #begun: BegunFile;
  readonly #surroundings: Pick<Surroundings, 'isCancelled'>;
  readonly #onAllAsked: () => void;
  /** Where what has been read ends, and the state there. */
  #end: number;
  #state: string | undefined;
  #width = 0;
  #asked = 0;
  /** What has been read cannot be gone on from. */
  #isClosed = false;

  /** `onAllAsked`: called once nothing more of the file has to be asked for. `from`: what had been read before. */
  constructor(
    readers: StretchReaders,
    input: FileInput,
    kind: FileKind,
    begun: BegunFile,
    surroundings: Pick<Surroundings, 'isCancelled'>,
    onAllAsked: () => void,
    from?: Checkpoint,
  ) {
    this.#readers = readers;
    this.#input = input;
    this.#kind = kind;
    this.#begun = begun;
    this.#surroundings = surroundings;
    this.#onAllAsked = onAllAsked;
    this.#end = from?.end ?? 0;
    this.#state = from?.state;
    this.#width = from?.width ?? 0;
  }

  /** Where the next reading can go on, once the file has grown; undefined where it cannot. The key is still to come. */
  get checkpoint(): Omit<Checkpoint, 'key'> | undefined {
    const { encoding, dialect, format } = this.#kind;
    const isWhole = formatOf(format).isOneStretch || !isScannable(encoding, dialect);
    return this.#isClosed || isWhole || this.#width === 0 || this.#end < this.#begun.size
      ? undefined
      : { kind: this.#kind, end: this.#end, state: this.#state ?? '', width: this.#width };
  }

  /** All parts; a crash is told, and what follows it read by the universal reader. Throws where that crashes too. */
  async *parts(): AsyncGenerator<StretchPart | ReaderCrash> {
    for (const part of this.#begun.parts) {
      yield this.#accept(part);
    }
    const { encoding, dialect, format } = this.#kind;
    try {
      if (formatOf(format).isOneStretch || !isScannable(encoding, dialect)) {
        yield* this.#exact(this.#begun.size, false);
      } else {
        yield* this.#guessed();
      }
    } catch (error) {
      if (!(error instanceof ReaderCrash)) {
        throw error;
      }
      yield error;
      yield* this.universal();
    }
  }

  /** All that has not been read yet, by the universal reader. */
  async *universal(): AsyncGenerator<StretchPart> {
    this.#isClosed = true;
    yield* this.#exact(this.#begun.size, true);
  }

  async *#guessed(): AsyncGenerator<StretchPart> {
    const { size } = this.#begun;
    const guesses: Guess[] = [];
    this.#asked = this.#end;
    while (this.#end < size && !this.#surroundings.isCancelled()) {
      while (this.#asked < size && guesses.length < AHEAD * this.#readers.count) {
        guesses.push(this.#guess());
      }
      if (this.#asked >= size) {
        this.#onAllAsked();
      }
      const guess = guesses.shift() as Guess;
      if (guess.to <= this.#end) {
        continue;
      }
      if (!(yield* this.#check(guess)) && !this.#surroundings.isCancelled()) {
        yield* this.#exact(guess.to, false);
      }
      if (this.#end < guess.to) {
        // The file has become shorter than it was.
        return;
      }
    }
  }

  /** Accepts a guess that turns out right; false where it was wrong. */
  async *#check({ parts, state }: Guess): AsyncGenerator<StretchPart, boolean> {
    let isRight = false;
    for await (const part of parts.all()) {
      isRight ||= part.start === this.#end && state === this.#state;
      if (!isRight) {
        return false;
      }
      yield this.#accept(part);
    }
    return isRight;
  }

  #guess(): Guess {
    const from = this.#asked;
    const to = Math.min(this.#begun.size, from + STRETCH);
    this.#asked = to;
    const queue = new PartQueue();
    const state = this.#state ?? '';
    const isExact = from === this.#end;
    const task = {
      input: this.#input,
      kind: this.#kind,
      from,
      to,
      isExact,
      state,
      width: this.#width,
      isUniversal: false,
    };
    queue.fill(this.#readers.read(task, (part) => queue.push(part), false));
    return { to, state, parts: queue };
  }

  /** Reads from where the parts end up to `to`. */
  async *#exact(to: number, isUniversal: boolean): AsyncGenerator<StretchPart> {
    const from = this.#end;
    if (from >= this.#begun.size) {
      return;
    }
    const queue = new PartQueue();
    const state = this.#state;
    const task = {
      input: this.#input,
      kind: this.#kind,
      from,
      to,
      isExact: true,
      state,
      width: this.#width,
      isUniversal,
    };
    queue.fill(this.#readers.read(task, (part) => queue.push(part), true));
    for await (const part of queue.all()) {
      yield this.#accept(part);
    }
  }

  #accept(part: StretchPart): StretchPart {
    this.#end = part.end;
    this.#state = part.state;
    this.#width = part.width;
    this.#isClosed ||= part.endsOpen;
    return part;
  }
}
