import type { MessageKey } from '../model/messageFlow';

/** What the rows of a message have shown so far, beside the connectors it went over. */
export const Seen = { internalHop: 1, crossing: 2 } as const;

const OCCUPIED = 128;
const SEGMENTS = 256;
const FIRST_CAPACITY = 16;
const LOAD = 0.75;

/** A part of the ledger: open addressing with linear probing over parallel arrays, 15 bytes an entry. */
class Segment {
  size = 0;
  high = new Uint32Array(FIRST_CAPACITY);
  low = new Uint32Array(FIRST_CAPACITY);
  peer = new Uint32Array(FIRST_CAPACITY);
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

  grow(): void {
    const old = { high: this.high, low: this.low, peer: this.peer, day: this.day, flags: this.flags };
    const capacity = old.high.length * 2;
    this.high = new Uint32Array(capacity);
    this.low = new Uint32Array(capacity);
    this.peer = new Uint32Array(capacity);
    this.day = new Uint16Array(capacity);
    this.flags = new Uint8Array(capacity);
    for (let from = 0; from < old.high.length; from++) {
      if (old.flags[from] === 0) {
        continue;
      }
      const key = { high: old.high[from] ?? 0, low: old.low[from] ?? 0 };
      const to = this.slotOf(key);
      this.high[to] = key.high;
      this.low[to] = key.low;
      this.peer[to] = old.peer[from] ?? 0;
      this.day[to] = old.day[from] ?? 0;
      this.flags[to] = old.flags[from] ?? 0;
    }
  }
}

/** What the ledger holds of a message (and one of its connectors). */
export interface LedgerEntry {
  readonly key: MessageKey;
  /** The peer it is counted under (see peerTable.ts), 0 for none. */
  readonly peer: number;
  /** UTC day of its earliest row, 0 to 65535. */
  readonly day: number;
  /** {@link Seen} bits. */
  readonly seen: number;
}

/**
 * Which messages are known, and as what each is counted now: the memory that lets a later row, or another file, correct
 * what was counted, and keeps a message from counting twice. It grows in small parts, so that no growth takes long.
 */
export class MessageLedger {
  /** By the key's first byte; made when the first entry comes. */
  readonly #segments: (Segment | undefined)[] = new Array(SEGMENTS).fill(undefined);

  get(key: MessageKey): LedgerEntry | undefined {
    const segment = this.#segments[key.high >>> 24];
    if (segment === undefined) {
      return undefined;
    }
    const slot = segment.slotOf(key);
    return segment.flags[slot] === 0 ? undefined : entryAt(segment, slot);
  }

  set(key: MessageKey, peer: number, day: number, seen: number): void {
    const segment = this.#segmentOf(key);
    let slot = segment.slotOf(key);
    if (segment.flags[slot] === 0) {
      if (++segment.size > segment.high.length * LOAD) {
        segment.grow();
        slot = segment.slotOf(key);
      }
      segment.high[slot] = key.high;
      segment.low[slot] = key.low;
    }
    segment.peer[slot] = peer;
    segment.day[slot] = day;
    segment.flags[slot] = OCCUPIED | seen;
  }

  /** All entries, in no order. */
  *entries(): Generator<LedgerEntry> {
    for (const segment of this.#segments) {
      if (segment === undefined) {
        continue;
      }
      for (let slot = 0; slot < segment.flags.length; slot++) {
        if (segment.flags[slot] !== 0) {
          yield entryAt(segment, slot);
        }
      }
    }
  }

  #segmentOf(key: MessageKey): Segment {
    const index = key.high >>> 24;
    const segment = this.#segments[index] ?? new Segment();
    this.#segments[index] = segment;
    return segment;
  }
}

function entryAt(segment: Segment, slot: number): LedgerEntry {
  return {
    key: { high: segment.high[slot] ?? 0, low: segment.low[slot] ?? 0 },
    peer: segment.peer[slot] ?? 0,
    day: segment.day[slot] ?? 0,
    seen: (segment.flags[slot] ?? 0) & ~OCCUPIED,
  };
}
