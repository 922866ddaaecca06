/** Numbers of an entry. */
export const WORDS = 4;
/** The low half of the key … */
const LOW = 0;
/** … and 24 bits of its high half, above eight of the ledger's, of which {@link TAKEN} are never all 0 in an entry. */
export const HEAD = 2;
export const TAKEN = 0xf0;

/** Entries that lie together. Segments of more grow by whole pieces of so many. */
const PIECE_BITS = 10;
const PIECE = 1 << PIECE_BITS;
const FIRST = 16;
/** How full a segment may be: fuller ones search longer, emptier ones take more memory. */
const LOAD = 0.92;
const GROWTH = 0.07;
/** Places behind the last home, for entries that do not find room at theirs: at most so many. */
const BEYOND = 64;

/**
 * A part of the ledger: open addressing, 16 bytes an entry. Entries stand in the order of their keys, none before the place
 * that its key calls for (its home), with nothing free in between. A larger segment is therefore the same row of entries spread
 * over more places: it keeps the memory it has, gets some more, and leaves nothing to be collected.
 */
export class LedgerSegment {
  size = 0;
  #pieces: Int32Array[] = [new Int32Array(FIRST * WORDS)];
  /** How many entries there is room for; the last place is never taken. */
  places = FIRST;
  /** Home of a key: its head times this. */
  #scale = 0;
  #most = 0;
  /** By place, the upper half of days; none as long as all are 0. */
  #eras: Uint8Array | undefined;
  /** Where {@link find} or {@link at} left off. */
  words: Int32Array = this.#pieces[0] as Int32Array;
  /** The entry's first number in {@link words}. */
  at = 0;
  #piece = 0;

  constructor() {
    this.#measure();
  }

  /** Fetches the memory where an entry may stand: others can be fetched meanwhile. Returns what has no meaning. */
  fetch(head: number): number {
    const home = (head * this.#scale) | 0;
    return (this.#pieces[home >> PIECE_BITS] as Int32Array)[(home & (PIECE - 1)) * WORDS] as number;
  }

  /** Looks for an entry: false where there is none, and the place is the one where it belongs. */
  find(head: number, low: number): boolean {
    const home = (head * this.#scale) | 0;
    let piece = home >> PIECE_BITS;
    let words = this.#pieces[piece] as Int32Array;
    let at = (home & (PIECE - 1)) * WORDS;
    let isFound = false;
    for (;;) {
      const packed = words[at + HEAD] as number;
      if ((packed & TAKEN) === 0) {
        break;
      }
      const other = packed >>> 8;
      if (other > head) {
        break;
      }
      if (other === head) {
        const otherLow = words[at] as number;
        if (otherLow >= low) {
          isFound = otherLow === low;
          break;
        }
      }
      at += WORDS;
      if (at === words.length) {
        at = 0;
        words = this.#pieces[++piece] as Int32Array;
      }
    }
    this.words = words;
    this.at = at;
    this.#piece = piece;
    return isFound;
  }

  /** Puts an entry where {@link find} left off, all of it 0 but its key and `mark`, which is a part of {@link TAKEN}. */
  insert(head: number, low: number, mark: number, spare: LedgerSpare): void {
    while (this.size >= this.#most || !this.#moveOn()) {
      this.#grow(spare);
      this.find(head, low);
    }
    const { words, at } = this;
    words[at + LOW] = low;
    words[at + 1] = 0;
    words[at + HEAD] = (head << 8) | mark;
    words[at + 3] = 0;
    this.size++;
  }

  /** Goes to a place; false where it is free. */
  goTo(place: number): boolean {
    this.#piece = place >> PIECE_BITS;
    this.words = this.#pieces[this.#piece] as Int32Array;
    this.at = (place & (PIECE - 1)) * WORDS;
    return ((this.words[this.at + HEAD] as number) & TAKEN) !== 0;
  }

  get era(): number {
    return this.#eras === undefined ? 0 : (this.#eras[this.#place] as number);
  }

  set era(era: number) {
    if (this.#eras === undefined && era !== 0) {
      this.#eras = new Uint8Array(this.places);
    }
    if (this.#eras !== undefined) {
      this.#eras[this.#place] = era;
    }
  }

  /** Bytes that the entries take. */
  get bytes(): number {
    return this.places * WORDS * 4 + (this.#eras?.length ?? 0);
  }

  get #place(): number {
    return this.#piece * PIECE + this.at / WORDS;
  }

  /** Moves what stands from the place on by one place, up to the next free one; false where that is the last. */
  #moveOn(): boolean {
    let piece = this.#piece;
    let words = this.words;
    let free = this.at;
    while (((words[free + HEAD] as number) & TAKEN) !== 0) {
      free += WORDS;
      if (free === words.length) {
        free = 0;
        words = this.#pieces[++piece] as Int32Array;
      }
    }
    const place = piece * PIECE + free / WORDS;
    if (place === this.places - 1) {
      return false;
    }
    while (piece > this.#piece) {
      words.copyWithin(WORDS, 0, free);
      const before = this.#pieces[--piece] as Int32Array;
      words.set(before.subarray(before.length - WORDS));
      words = before;
      free = words.length - WORDS;
    }
    if (free > this.at) {
      words.copyWithin(this.at + WORDS, this.at, free);
    }
    if (this.#eras !== undefined) {
      this.#eras.copyWithin(this.#place + 1, this.#place, place);
      this.#eras[this.#place] = 0;
    }
    return true;
  }

  #grow(spare: LedgerSpare): void {
    const entries = spare.words(this.size * WORDS);
    const eras = this.#eras === undefined ? undefined : new Uint8Array(this.size);
    let to = 0;
    let place = 0;
    for (const words of this.#pieces) {
      for (let at = 0; at < words.length; at += WORDS, place++) {
        if (((words[at + HEAD] as number) & TAKEN) !== 0) {
          copyEntry(words, at, entries, to);
          if (eras !== undefined) {
            eras[to / WORDS] = this.#eras?.[place] ?? 0;
          }
          to += WORDS;
        }
      }
    }
    do {
      this.#enlarge();
    } while (!this.#spread(entries, eras));
  }

  /** All places free, and more of them. */
  #enlarge(): void {
    if (this.places < PIECE) {
      this.places *= 2;
      this.#pieces = [new Int32Array(this.places * WORDS)];
    } else {
      for (const words of this.#pieces) {
        words.fill(0);
      }
      for (let more = Math.max(1, Math.round(this.#pieces.length * GROWTH)); more > 0; more--) {
        this.#pieces.push(new Int32Array(PIECE * WORDS));
      }
      this.places = this.#pieces.length * PIECE;
    }
    this.#measure();
  }

  /** Puts entries, which stand in order, to their places; false where there are not enough behind the last home. */
  #spread(entries: Int32Array, eras: Uint8Array | undefined): boolean {
    this.#eras = eras === undefined ? undefined : new Uint8Array(this.places);
    let next = 0;
    for (let entry = 0; entry < this.size; entry++) {
      const from = entry * WORDS;
      const home = (((entries[from + HEAD] as number) >>> 8) * this.#scale) | 0;
      const place = Math.max(home, next);
      if (place >= this.places - 1) {
        return false;
      }
      const words = this.#pieces[place >> PIECE_BITS] as Int32Array;
      copyEntry(entries, from, words, (place & (PIECE - 1)) * WORDS);
      if (this.#eras !== undefined) {
        this.#eras[place] = eras?.[entry] ?? 0;
      }
      next = place + 1;
    }
    return true;
  }

  #measure(): void {
    const homes = this.places - Math.min(BEYOND, this.places >> 2);
    this.#scale = homes / 0x1000000;
    this.#most = Math.floor(homes * LOAD);
  }
}

function copyEntry(from: Int32Array, at: number, to: Int32Array, toAt: number): void {
  to[toAt] = from[at] as number;
  to[toAt + 1] = from[at + 1] as number;
  to[toAt + 2] = from[at + 2] as number;
  to[toAt + 3] = from[at + 3] as number;
}

/** Memory that the segments of a ledger use one after the other while they grow. */
export class LedgerSpare {
  #words: Int32Array = new Int32Array(0);

  /** Room for so many numbers, of no meaning. */
  words(count: number): Int32Array {
    if (count > this.#words.length) {
      this.#words = new Int32Array(Math.ceil(count * 1.5));
    }
    return this.#words;
  }
}
