const SEGMENTS = 256;
const FIRST_CAPACITY = 16;
/** How full a part may be: fuller parts search longer, emptier ones take more memory. */
const LOAD = 0.85;
/** Parts grow by this; the large ones in small steps, so that little of them is empty. */
const GROWTH = 2;
const LARGE = 1 << 13;
const LARGE_GROWTH = 1.25;

const SLOTS_A_STEP = 1024;

/** Marks a slot that holds a message. */
const OCCUPIED = 0x80;
/** Highest peer that an entry holds. */
export const MOST_PEER_IDS = 0xffffff;

/** Numbers of an entry: halves of the key, line, state, and the small ones packed into one. */
const WORDS = 5;
const LOW = 1;
const LINE = 2;
/** Peer in the upper 24 bits; OCCUPIED and flags in the others. */
const STATE = 3;
/** Day in the upper 16 bits, then the file of the book-keeping, then its rows. */
const SMALL = 4;

/**
 * A part of the ledger: open addressing with linear probing, 20 bytes an entry, which lie together: looking a message up
 * mostly costs one step to memory.
 */
export class LedgerSegment {
  size = 0;
  readonly words: Uint32Array;

  constructor(readonly capacity = FIRST_CAPACITY) {
    this.words = new Uint32Array(capacity * WORDS);
  }

  /** The entry's slot, or the free slot where it belongs. */
  slotOf(high: number, low: number): number {
    const { words } = this;
    // The capacity is no power of two: the key's half is scaled to it.
    let at = Math.floor((low / 0x100000000) * this.capacity) * WORDS;
    while (words[at + STATE] !== 0 && (words[at + LOW] !== low || words[at] !== high)) {
      at += WORDS;
      if (at === words.length) {
        at = 0;
      }
    }
    return at / WORDS;
  }

  isFree(slot: number): boolean {
    return this.words[slot * WORDS + STATE] === 0;
  }

  high(slot: number): number {
    return this.words[slot * WORDS] as number;
  }

  low(slot: number): number {
    return this.words[slot * WORDS + LOW] as number;
  }

  /** The message's key as a text, for the few messages that more is kept of in a `Map`. */
  keyText(slot: number): string {
    return `${this.high(slot)} ${this.low(slot)}`;
  }

  /** The peer the message is counted under (see peerTable.ts), 0 for none. */
  peer(slot: number): number {
    return (this.words[slot * WORDS + STATE] as number) >>> 8;
  }

  setPeer(slot: number, peer: number): void {
    const at = slot * WORDS + STATE;
    this.words[at] = (peer << 8) | ((this.words[at] as number) & 0xff) | OCCUPIED;
  }

  /** {@link Seen} bits, and those that rowBooking.ts keeps. */
  flags(slot: number): number {
    return (this.words[slot * WORDS + STATE] as number) & 0x7f;
  }

  setFlags(slot: number, flags: number): void {
    const at = slot * WORDS + STATE;
    this.words[at] = ((this.words[at] as number) & 0xffffff00) | OCCUPIED | flags;
  }

  /** The line that proves the message's TLS state, see sourceLines.ts. */
  line(slot: number): number {
    return this.words[slot * WORDS + LINE] as number;
  }

  setLine(slot: number, line: number): void {
    this.words[slot * WORDS + LINE] = line;
  }

  /** UTC day of the earliest row. */
  day(slot: number): number {
    return (this.words[slot * WORDS + SMALL] as number) >>> 16;
  }

  setDay(slot: number, day: number): void {
    const at = slot * WORDS + SMALL;
    this.words[at] = (day << 16) | ((this.words[at] as number) & 0xffff);
  }

  /** For the book-keeping of one file (rowBooking.ts): which file, in the upper byte, and rows there. */
  booked(slot: number): number {
    return (this.words[slot * WORDS + SMALL] as number) & 0xffff;
  }

  setBooked(slot: number, booked: number): void {
    const at = slot * WORDS + SMALL;
    this.words[at] = ((this.words[at] as number) & 0xffff0000) | booked;
  }

  /** Takes a free slot for a message. */
  take(slot: number, high: number, low: number): void {
    this.size++;
    const at = slot * WORDS;
    this.words[at] = high;
    this.words[at + LOW] = low;
    this.words[at + STATE] = OCCUPIED;
  }

  get isFull(): boolean {
    return this.size + 1 > this.capacity * LOAD;
  }

  /** A larger segment with the same entries. */
  grown(): LedgerSegment {
    const larger = new LedgerSegment(Math.ceil(this.capacity * (this.capacity < LARGE ? GROWTH : LARGE_GROWTH)));
    larger.size = this.size;
    const { words } = this;
    for (let from = 0; from < words.length; from += WORDS) {
      if (words[from + STATE] !== 0) {
        const to = larger.slotOf(words[from] as number, words[from + LOW] as number) * WORDS;
        for (let word = 0; word < WORDS; word++) {
          larger.words[to + word] = words[from + word] as number;
        }
      }
    }
    return larger;
  }
}

/**
 * Which messages are known, and as what each is counted now: the memory that lets a later row, or another file, correct
 * what was counted, and keeps a message from counting twice. It grows in small parts, so that no growth takes long.
 */
export class MessageLedger {
  /** By the key's first byte; made when they are needed, since most files are small. */
  readonly #segments: (LedgerSegment | undefined)[] = new Array(SEGMENTS);
  /** Where {@link find} and {@link claim} left off. */
  segment = new LedgerSegment(1);
  slot = 0;
  size = 0;

  /** Looks a message up: true where it is known, at {@link segment} and {@link slot}. Halves of keys are unsigned. */
  find(high: number, low: number): boolean {
    const segment = this.#segments[high >>> 24];
    if (segment === undefined) {
      return false;
    }
    this.segment = segment;
    this.slot = segment.slotOf(high, low);
    return !segment.isFree(this.slot);
  }

  /** Looks a message up, which becomes known: {@link segment} and {@link slot} are its place until the next call. */
  claim(high: number, low: number): void {
    if (this.find(high, low)) {
      return;
    }
    const part = high >>> 24;
    let segment = this.#segments[part] ?? new LedgerSegment();
    if (segment.isFull) {
      segment = segment.grown();
    }
    this.#segments[part] = segment;
    this.segment = segment;
    this.slot = segment.slotOf(high, low);
    segment.take(this.slot, high, low);
    this.size++;
  }

  /** Calls `visit` for each known message's place, in no order, some at a time. */
  *inSteps(visit: (segment: LedgerSegment, slot: number) => void): Generator<void> {
    for (const segment of this.#segments) {
      for (let slot = 0; slot < (segment?.capacity ?? 0); slot++) {
        if (segment !== undefined && !segment.isFree(slot)) {
          visit(segment, slot);
        }
        if (slot % SLOTS_A_STEP === SLOTS_A_STEP - 1) {
          yield;
        }
      }
      yield;
    }
  }

  /** All of {@link inSteps} at once. */
  forEach(visit: (segment: LedgerSegment, slot: number) => void): void {
    for (const _ of this.inSteps(visit)) {
      // Nobody waits.
    }
  }
}
