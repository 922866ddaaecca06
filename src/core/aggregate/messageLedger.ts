/** What the rows of a message have shown so far, beside the connectors it went over. */
export const Seen = { internalHop: 1, crossing: 2 } as const;

const SEGMENTS = 256;
const FIRST_CAPACITY = 16;
/** How full a part may be: fuller parts search longer, emptier ones take more memory. */
const LOAD = 0.85;
/** Parts grow by this; the large ones in small steps, so that little of them is empty. */
const GROWTH = 2;
const LARGE = 1 << 13;
const LARGE_GROWTH = 1.25;

const SLOTS_A_STEP = 4096;

/** Marks a slot that holds a message. */
const OCCUPIED = 0x80;
/** Highest peer that an entry holds. */
export const MOST_PEER_IDS = 0xffffff;

/** A part of the ledger: open addressing with linear probing over parallel arrays, 20 bytes an entry. */
export class LedgerSegment {
  size = 0;
  high: Uint32Array;
  low: Uint32Array;
  /** The line that proves the message's TLS state, see sourceLines.ts. */
  line: Uint32Array;
  /** Peer in the upper 24 bits; OCCUPIED and what has been seen in the others. */
  state: Uint32Array;
  /** UTC day of the earliest row. */
  day: Uint16Array;
  /** For the book-keeping of one file (rowBooking.ts): which, and rows there. */
  file: Uint8Array;
  rows: Uint8Array;

  constructor(readonly capacity = FIRST_CAPACITY) {
    this.high = new Uint32Array(capacity);
    this.low = new Uint32Array(capacity);
    this.line = new Uint32Array(capacity);
    this.state = new Uint32Array(capacity);
    this.day = new Uint16Array(capacity);
    this.file = new Uint8Array(capacity);
    this.rows = new Uint8Array(capacity);
  }

  /** The entry's slot, or the free slot where it belongs. */
  slotOf(high: number, low: number): number {
    // Not a power of two: the key's part is scaled to the capacity.
    let slot = Math.floor((low / 0x100000000) * this.capacity);
    while (this.state[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high)) {
      slot = slot + 1 === this.capacity ? 0 : slot + 1;
    }
    return slot;
  }

  isFree(slot: number): boolean {
    return this.state[slot] === 0;
  }

  /** The peer the message is counted under (see peerTable.ts), 0 for none. */
  peer(slot: number): number {
    return (this.state[slot] as number) >>> 8;
  }

  setPeer(slot: number, peer: number): void {
    this.state[slot] = ((peer << 8) | ((this.state[slot] as number) & 0xff) | OCCUPIED) >>> 0;
  }

  /** {@link Seen} bits, and those that rowBooking.ts keeps. */
  flags(slot: number): number {
    return (this.state[slot] as number) & 0x7f;
  }

  setFlags(slot: number, flags: number): void {
    this.state[slot] = (((this.state[slot] as number) & 0xffffff00) | OCCUPIED | flags) >>> 0;
  }

  /** Takes a free slot for a message. */
  take(slot: number, high: number, low: number): void {
    this.size++;
    this.high[slot] = high;
    this.low[slot] = low;
    this.state[slot] = OCCUPIED;
  }

  get isFull(): boolean {
    return this.size + 1 > this.capacity * LOAD;
  }

  /** A larger segment with the same entries. */
  grown(): LedgerSegment {
    const larger = new LedgerSegment(Math.ceil(this.capacity * (this.capacity < LARGE ? GROWTH : LARGE_GROWTH)));
    larger.size = this.size;
    for (let from = 0; from < this.capacity; from++) {
      if (this.state[from] !== 0) {
        const to = larger.slotOf(this.high[from] as number, this.low[from] as number);
        larger.high[to] = this.high[from] as number;
        larger.low[to] = this.low[from] as number;
        larger.line[to] = this.line[from] as number;
        larger.state[to] = this.state[from] as number;
        larger.day[to] = this.day[from] as number;
        larger.file[to] = this.file[from] as number;
        larger.rows[to] = this.rows[from] as number;
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
