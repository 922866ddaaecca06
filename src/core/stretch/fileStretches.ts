import type { Surroundings } from '../surroundings';
import type { Checkpoint } from './checkpoint';
import { isOneStretch } from './fileBeginning';
import { PartQueue } from './partQueue';
import { type BegunFile, type FileInput, ReaderCrash, type StretchReaders } from './readers';
import type { FileKind, Stretch, StretchPart } from './stretch';
import { STRETCH, StretchLength } from './stretchLength';

/** Bytes of a file's first stretch: few, so that there are figures soon. */
export const FIRST_STRETCH = 1 << 20;
/** Bytes of the first stretch of a file in a container: as many as others have, since one thread reads all of it. */
export const FIRST_PACKED_STRETCH = STRETCH;
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
  /** The last byte of a file in a container has been read. */
  #isAtEnd = false;
  /** What was asked for ahead, in order. */
  readonly #guesses: Guess[] = [];
  readonly #length = new StretchLength();

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

  /** Where the next reading can go on, once the file has grown; undefined where it cannot. File and key are still to come. */
  get checkpoint(): Omit<Checkpoint, 'file' | 'key'> | undefined {
    const isPacked = this.#input.entry !== undefined;
    return isPacked || this.#isClosed || isOneStretch(this.#kind) || this.#width === 0 || this.#end < this.#begun.size
      ? undefined
      : { kind: this.#kind, end: this.#end, state: this.#state ?? '', width: this.#width };
  }

  /** True once nothing of the file is left to be read. */
  get isRead(): boolean {
    return this.#isAtEnd || (this.#input.entry === undefined && this.#end >= this.#begun.size);
  }

  /** All parts; a crash is told, and what follows it read by the universal reader. Throws where that crashes too. */
  async *parts(): AsyncGenerator<StretchPart | ReaderCrash> {
    const isGuessed = !isOneStretch(this.#kind) && this.#input.entry === undefined;
    for (const part of this.#begun.parts) {
      this.#accept(part);
    }
    this.#asked = this.#end;
    if (isGuessed) {
      // Readers have something to do while these are added.
      this.#askAhead();
    }
    yield* this.#begun.parts;
    try {
      if (isOneStretch(this.#kind)) {
        yield* this.#exact(this.#begun.size, false);
      } else if (isGuessed) {
        yield* this.#guessed();
      } else {
        yield* this.#inOrder();
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

  /**
   * Stretch by stretch, of a file in a container, whose bytes come only in order. The next one is read while the one before is
   * added, and no more than that: little memory is needed, whatever is faster.
   */
  async *#inOrder(): AsyncGenerator<StretchPart> {
    let parts = this.#isAtEnd ? undefined : this.#askFrom(this.#end, this.#state, this.#width);
    while (parts !== undefined && !this.#surroundings.isCancelled()) {
      let next: PartQueue | undefined;
      for await (const part of parts.all()) {
        if (part.isLast && part.unpacked?.isEnd === false && !this.#surroundings.isCancelled()) {
          next = this.#askFrom(part.end, part.state, part.width);
        }
        yield this.#accept(part);
      }
      parts = next;
    }
  }

  #askFrom(from: number, state: string | undefined, width: number): PartQueue {
    return this.#ask({ from, to: from + STRETCH, isExact: true, state, width, isUniversal: false }, true);
  }

  async *#guessed(): AsyncGenerator<StretchPart> {
    const { size } = this.#begun;
    while (this.#end < size && !this.#surroundings.isCancelled()) {
      this.#askAhead();
      const guess = this.#guesses.shift() as Guess;
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

  #askAhead(): void {
    const { size } = this.#begun;
    while (this.#asked < size && this.#guesses.length < AHEAD * this.#readers.count) {
      this.#guesses.push(this.#guess());
    }
    if (this.#asked >= size) {
      this.#onAllAsked();
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
    const to = from + this.#length.next(this.#begun.size - from, this.#readers.count);
    this.#asked = to;
    const state = this.#state ?? '';
    const width = this.#width;
    const parts = this.#ask({ from, to, isExact: from === this.#end, state, width, isUniversal: false }, false);
    return { to, state, parts };
  }

  /** Reads from where the parts end up to `to`. */
  async *#exact(to: number, isUniversal: boolean): AsyncGenerator<StretchPart> {
    const from = this.#end;
    if (from >= this.#begun.size || this.#isAtEnd) {
      return;
    }
    const parts = this.#ask({ from, to, isExact: true, state: this.#state, width: this.#width, isUniversal }, true);
    for await (const part of parts.all()) {
      yield this.#accept(part);
    }
  }

  /** Asks the readers for a stretch of the file. */
  #ask(stretch: Omit<Stretch, 'kind'>, isUrgent: boolean): PartQueue {
    const parts = new PartQueue();
    const task = { ...stretch, input: this.#input, kind: this.#kind };
    parts.fill(this.#readers.read(task, (part) => parts.push(part), isUrgent));
    return parts;
  }

  #accept(part: StretchPart): StretchPart {
    this.#end = part.end;
    this.#state = part.state;
    this.#width = part.width;
    this.#isClosed ||= part.endsOpen;
    this.#isAtEnd = part.unpacked?.isEnd === true;
    this.#length.learn(part, this.#readers.count);
    return part;
  }
}
