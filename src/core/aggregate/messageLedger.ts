import type { MessageKey, SourceLine } from '../model/messageFlow';

/** What the rows of a message have shown so far, beside the connectors it went over. */
export const Seen = { internalHop: 1, crossing: 2 } as const;

/** What the ledger holds of a message. */
export interface LedgerEntry {
  readonly key: MessageKey;
  /** The peer it is counted under (see peerTable.ts), 0 for none. */
  readonly peer: number;
  /** UTC day of its earliest row, 0 to 65535. */
  readonly day: number;
  /** The line that proves its TLS state. */
  readonly proof: SourceLine;
  /** {@link Seen} bits. */
  readonly seen: number;
}

const OCCUPIED = 128;
const SEGMENTS = 256;
const FIRST_CAPACITY = 16;
const LOAD = 0.75;

/** A part of the ledger: open addressing with linear probing over parallel arrays, 23 bytes an entry. */
class Segment {
  size = 0;
  high = new Uint32Array(FIRST_CAPACITY);
  low = new Uint32Array(FIRST_CAPACITY);
  peer = new Uint32Array(FIRST_CAPACITY);
  line = new Uint32Array(FIRST_CAPACITY);
  file = new Uint32Array(FIRST_CAPACITY);
  day = new Uint16Array(FIRST_CAPACITY);
  flags = new Uint8Array(FIRST_CAPACITY);

  /** The entry's slot, or the free slot where it belongs. */
  slotOf(key: MessageKey): number {
    const mask = this.high.length - 1;
    let slot = key.low & mask;
    while (this.flags[slot] !== 0 && (this.low[slot] !== key.low || this.high[slot] !== key.high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  write(slot: number, entry: LedgerEntry): void {
    this.high[slot] = entry.key.high;
    this.low[slot] = entry.key.low;
    this.peer[slot] = entry.peer;
    this.line[slot] = entry.proof.line;
    this.file[slot] = entry.proof.file;
    this.day[slot] = entry.day;
    this.flags[slot] = OCCUPIED | entry.seen;
  }

  read(slot: number): LedgerEntry {
    return {
      key: { high: this.high[slot] ?? 0, low: this.low[slot] ?? 0 },
      peer: this.peer[slot] ?? 0,
      day: this.day[slot] ?? 0,
      proof: { file: this.file[slot] ?? 0, line: this.line[slot] ?? 0 },
      seen: (this.flags[slot] ?? 0) & ~OCCUPIED,
    };
  }

  /** All entries. */
  *entries(): Generator<LedgerEntry> {
    for (let slot = 0; slot < this.flags.length; slot++) {
      if (this.flags[slot] !== 0) {
        yield this.read(slot);
      }
    }
  }

  /** A segment of twice the capacity with the same entries. */
  grown(): Segment {
    const larger = new Segment();
    const capacity = this.high.length * 2;
    larger.size = this.size;
    larger.high = new Uint32Array(capacity);
    larger.low = new Uint32Array(capacity);
    larger.peer = new Uint32Array(capacity);
    larger.line = new Uint32Array(capacity);
    larger.file = new Uint32Array(capacity);
    larger.day = new Uint16Array(capacity);
    larger.flags = new Uint8Array(capacity);
    for (const entry of this.entries()) {
      larger.write(larger.slotOf(entry.key), entry);
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
  readonly #segments: (Segment | undefined)[] = new Array(SEGMENTS);

  get(key: MessageKey): LedgerEntry | undefined {
    const segment = this.#segments[key.high >>> 24];
    const slot = segment?.slotOf(key) ?? 0;
    return segment === undefined || segment.flags[slot] === 0 ? undefined : segment.read(slot);
  }

  set(entry: LedgerEntry): void {
    const part = entry.key.high >>> 24;
    let segment = this.#segments[part] ?? new Segment();
    this.#segments[part] = segment;
    let slot = segment.slotOf(entry.key);
    if (segment.flags[slot] === 0 && ++segment.size > segment.high.length * LOAD) {
      segment = segment.grown();
      this.#segments[part] = segment;
      slot = segment.slotOf(entry.key);
    }
    segment.write(slot, entry);
  }

  /** All entries, in no order. */
  *entries(): Generator<LedgerEntry> {
    for (const segment of this.#segments) {
      if (segment !== undefined) {
        yield* segment.entries();
      }
    }
  }
}
