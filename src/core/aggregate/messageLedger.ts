import { HEAD, LedgerSegment, LedgerSpare } from './ledgerSegment';

const SEGMENTS = 256;
const PLACES_A_STEP = 1024;

/** Highest peer that an entry holds. */
export const MOST_PEER_IDS = 0x3fffff;
/** Highest number of a file. */
export const MOST_FILES = 14;

/** The line that proves the TLS state, or what rowBooking.ts keeps of a message that is not counted. */
const LINE = 1;
/** Of the number at HEAD: the file of the book-keeping plus 1, what its rows showed, and whether files share the message. */
const FILE = 4;
const FILE_FLAGS = 0x0e;
const SHARED = 0x01;
const NO_FILE = 1 << FILE;
/** Peer in the upper 22 bits, what rows showed in two, the lower half of the day. */
const STATE = 3;
const PEER = 10;
const SEEN = 0x300;

/**
 * Which messages are known, and as what each is counted now: the memory that lets a later row, or another file, correct
 * what was counted, and keeps a message from counting twice. A message takes less than 20 bytes: 16, or 17 where days lie
 * far apart, and places are 86 to 92 % full.
 *
 * The ledger stands at one message at a time: what it says, and is told, is about that one. It moves with each `find`, `claim`
 * and step of a walk.
 */
export class MessageLedger {
  /** By the first byte of the (mixed) key; made when they are needed, since most files are small. */
  readonly #segments: (LedgerSegment | undefined)[] = new Array(SEGMENTS);
  readonly #spare = new LedgerSpare();
  #segment = new LedgerSegment();
  #words: Int32Array = new Int32Array(0);
  #at = 0;
  /** The day that the numbers kept of days are counted from: such that those around the first one fit into a byte. */
  #firstDay: number | undefined;
  #part = 0;
  /** Of no meaning; fetching must not be taken for useless. */
  #fetched = 0;
  #head = 0;
  #low = 0;
  size = 0;

  /** Says that a message will be asked for soon: some at a time, since fetching many from memory takes little longer than one. */
  expect(high: number, low: number): void {
    this.#mix(high, low);
    this.#fetched ^= this.#segments[this.#part]?.fetch(this.#head) ?? 0;
  }

  /** Goes to a message: true where it is known. */
  find(high: number, low: number): boolean {
    this.#mix(high, low);
    const segment = this.#segments[this.#part];
    return segment?.find(this.#head, this.#low) === true && this.#stand(segment);
  }

  /** Goes to a message, which becomes known. */
  claim(high: number, low: number): void {
    this.#mix(high, low);
    let segment = this.#segments[this.#part];
    if (segment === undefined) {
      segment = new LedgerSegment();
      this.#segments[this.#part] = segment;
    }
    if (!segment.find(this.#head, this.#low)) {
      segment.insert(this.#head, this.#low, NO_FILE, this.#spare);
      this.size++;
    }
    this.#stand(segment);
  }

  /** Goes to each known message in turn and calls `visit`, some at a time. Nothing may be claimed meanwhile. */
  *inSteps(visit: () => void): Generator<void> {
    for (const [part, segment] of this.#segments.entries()) {
      for (let place = 0; place < (segment?.places ?? 0); place++) {
        if (segment?.goTo(place) === true) {
          this.#part = part;
          this.#stand(segment);
          visit();
        }
        if (place % PLACES_A_STEP === PLACES_A_STEP - 1) {
          yield;
        }
      }
      yield;
    }
  }

  /** Bytes that the messages take. */
  get bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + (segment?.bytes ?? 0), 0);
  }

  /** Stands for the message here: a first half of 32 bits, signed, and a second one. */
  get keyHigh(): number {
    return (this.#part << 24) | ((this.#words[this.#at + HEAD] as number) >>> 8);
  }

  get keyLow(): number {
    return this.#words[this.#at] as number;
  }

  /** The peer the message is counted under (see peerTable.ts), 0 for none. */
  get peer(): number {
    return (this.#words[this.#at + STATE] as number) >>> PEER;
  }

  set peer(peer: number) {
    const state = this.#words[this.#at + STATE] as number;
    this.#words[this.#at + STATE] = (peer << PEER) | (state & (SEEN | 0xff));
  }

  /** `Seen` bits. */
  get seen(): number {
    return ((this.#words[this.#at + STATE] as number) & SEEN) >>> 8;
  }

  set seen(seen: number) {
    this.#words[this.#at + STATE] = ((this.#words[this.#at + STATE] as number) & ~SEEN) | (seen << 8);
  }

  /** UTC day of the earliest row. */
  get day(): number {
    const day = ((this.#words[this.#at + STATE] as number) & 0xff) | (this.#segment.era << 8);
    return (day + (this.#firstDay ?? 0)) & 0xffff;
  }

  set day(day: number) {
    this.#firstDay ??= day - 0x80;
    const since = (day - this.#firstDay) & 0xffff;
    this.#words[this.#at + STATE] = ((this.#words[this.#at + STATE] as number) & ~0xff) | (since & 0xff);
    this.#segment.era = since >>> 8;
  }

  /** The line that proves the message's TLS state, see sourceLines.ts; or what rowBooking.ts keeps where it has no peer. */
  get line(): number {
    return (this.#words[this.#at + LINE] as number) >>> 0;
  }

  set line(line: number) {
    this.#words[this.#at + LINE] = line;
  }

  /** True once more than one file told that the message crossed the border. */
  get isShared(): boolean {
    return ((this.#words[this.#at + HEAD] as number) & SHARED) !== 0;
  }

  share(): void {
    this.#words[this.#at + HEAD] = (this.#words[this.#at + HEAD] as number) | SHARED;
  }

  /** For the book-keeping of one file (rowBooking.ts): which file, from 1 on, 0 standing for none. */
  get file(): number {
    return (((this.#words[this.#at + HEAD] as number) >>> FILE) & 0x0f) - 1;
  }

  /** What the file's rows showed: three bits. */
  get fileFlags(): number {
    return ((this.#words[this.#at + HEAD] as number) & FILE_FLAGS) >>> 1;
  }

  book(file: number, fileFlags: number): void {
    const rest = (this.#words[this.#at + HEAD] as number) & (~0xff | SHARED);
    this.#words[this.#at + HEAD] = rest | ((file + 1) << FILE) | (fileFlags << 1);
  }

  #stand(segment: LedgerSegment): true {
    this.#segment = segment;
    this.#words = segment.words;
    this.#at = segment.at;
    return true;
  }

  /** Keys that are alike in some of their bits must not crowd. Two steps that can be undone: different keys stay different. */
  #mix(high: number, low: number): void {
    const second = low ^ scattered(high);
    const first = high ^ scattered(second);
    this.#part = first >>> 24;
    this.#head = first & 0xffffff;
    this.#low = second;
  }
}

function scattered(half: number): number {
  let bits = Math.imul(half ^ (half >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
