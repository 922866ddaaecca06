import { Adding } from './addingKernel';

/** Highest peer that an entry holds. */
export const MOST_PEER_IDS = 0x3fffff;
/** Highest number of a file. */
export const MOST_FILES = 14;

/**
 * Which messages are known, and as what each is counted now: the memory that lets a later row, or another file, correct
 * what was counted, and keeps a message from counting twice. A message takes less than 20 bytes: 16, or 17 where days lie
 * far apart, and places are 86 to 92 % full. It lies in the adding kernel's memory (adding/ledger.as), which adds most rows
 * by itself; this is for all else.
 *
 * The ledger stands at one message at a time: what it says, and is told, is about that one. It moves with each `find`, `claim`
 * and step of a walk, and with whatever else the kernel does.
 */
export class MessageLedger {
  readonly #adding: Adding;

  constructor(adding = new Adding()) {
    this.#adding = adding;
  }

  /** Goes to a message: true where it is known. */
  find(high: number, low: number): boolean {
    return this.#adding.kernel.find(high, low) !== 0;
  }

  /** Goes to a message, which becomes known. */
  claim(high: number, low: number): void {
    this.#adding.kernel.claim(high, low);
  }

  /** Goes to each known message in turn and calls `visit`, some at a time. Nothing may be claimed meanwhile. */
  inSteps(visit: () => void): Generator<void> {
    const { kernel } = this.#adding;
    return this.#walk((from) => {
      kernel.beginStep(from);
      while (kernel.toNextEntry() !== 0) {
        visit();
      }
    });
  }

  /**
   * Tells of what is counted, some at a time: of how many messages and connectors, each as a peer, a day and a line (adding/counted.as).
   * Nothing may be claimed meanwhile.
   */
  counted(): Generator<number> {
    const { kernel } = this.#adding;
    return this.#walk((from) => kernel.collect(from));
  }

  /** Has the kernel take a census (adding/census.as), some messages at a time. */
  takeCensus(census: number): Generator<void> {
    const { kernel } = this.#adding;
    return this.#walk((from) => kernel.census(census, from));
  }

  /** Walks over all messages: each step is told where the one before left off. */
  *#walk<Told>(step: (from: number) => Told): Generator<Told> {
    const { walked } = this.#adding.kernel;
    let from = 0;
    do {
      const told = step(from);
      from = walked.value;
      yield told;
    } while (from !== 0);
  }

  /** Stands for the message here: a first half of 32 bits, signed, and a second one. */
  get keyHigh(): number {
    return this.#adding.kernel.keyHigh();
  }

  get keyLow(): number {
    return this.#adding.kernel.keyLow();
  }

  /** The peer the message is counted under (see peerTable.ts), 0 for none. */
  get peer(): number {
    return this.#adding.kernel.peer();
  }

  set peer(peer: number) {
    this.#adding.kernel.setPeer(peer);
  }

  /** `Seen` bits. */
  get seen(): number {
    return this.#adding.kernel.seen();
  }

  /**
   * The line that proves the message's TLS state, see sourceLines.ts; or what rowBooking.ts keeps where it has no peer; or where its groups
   * lie (adding/several.as) where it has several.
   */
  get line(): number {
    return this.#adding.kernel.line() >>> 0;
  }

  set line(line: number) {
    this.#adding.kernel.setLine(line);
  }

  /** For the book-keeping of one file (rowBooking.ts): which file, from 1 on, 0 standing for none. */
  get file(): number {
    return this.#adding.kernel.file();
  }

  /** `fileFlags`: what the file's rows showed, three bits. */
  book(file: number, fileFlags: number): void {
    this.#adding.kernel.book(file, fileFlags);
  }
}
