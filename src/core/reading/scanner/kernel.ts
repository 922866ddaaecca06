import { type Dialect, isQuoting } from '../dialect';

interface Global {
  readonly value: number;
}

/** What the kernel (kernel/kernel.as, AssemblyScript) exports. Addresses and lengths are bytes of its memory. */
export interface ScanKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly INPUT: Global;
  readonly ENDS: Global;
  readonly ROWS: Global;
  readonly PASSINGS: Global;
  readonly PASSING_NAMES: Global;
  readonly CROSSINGS: Global;
  readonly CROSSING_PLAN: Global;
  readonly FRESH_NAMES: Global;
  readonly FRESH_WAYS: Global;
  readonly PLAN: Global;
  readonly KEYS: Global;
  readonly PLACES: Global;
  /** Behind the last complete record. */
  readonly stop: Global;
  /** 1 where a quotation mark is misplaced in the record there. */
  readonly misplaced: Global;
  /** 1 where it stopped before the end: the places for ends ran out, or as many records were found as were asked for. */
  readonly filled: Global;
  /** The line of the next record. */
  readonly line: Global;
  /** Where the record begins behind those that `project` has looked at. */
  readonly reached: Global;
  /** … and its position. */
  readonly seen: Global;
  /** How many rows were noted that passed, and how many that crossed the border: see passings.as. */
  readonly passed: Global;
  readonly crossed: Global;
  /** How many names of those have positions now that had none before, and how many of their ways have to be asked for. */
  readonly freshNames: Global;
  readonly freshWays: Global;
  /** How many texts have a number. */
  readonly names: Global;
  scan(start: number, end: number, delimiter: number, most?: number): number;
  begin(isUtf8: number, line: number): void;
  plan(wishes: number, width: number): void;
  wantItems(count: number): void;
  project(base: number, from: number, count: number, start: number, limit: number): number;
  breaksIn(start: number, end: number): number;
  wantPassings(
    count: number,
    key: number,
    messageIds: number,
    time: number,
    width: number,
    header: number,
    newest: number,
  ): void;
  forgetPassings(): void;
  tells(row: number, told: number): void;
  /** What has been noted was taken: begins anew, with names that have no position yet from `position` on. */
  beginNoting(position: number): void;
  /** No name has a position any more. */
  forgetPositions(): void;
  /** Those that were given one last have been taken. */
  takenNames(): void;
  settle(): void;
  nameOf(start: number, end: number): number;
  domainIn(start: number, end: number, isPath: number): number;
  hostIn(start: number, end: number): number;
  fingerprint(start: number, end: number, isQuoted: number): number;
  quoteIn(start: number, end: number): number;
  isCrowded(): number;
  forget(): void;
}

/** What the kernel for units of one byte exports beside that: it follows rows that are parts of sessions (kernel/follow.as). */
export interface FollowingKernel extends ScanKernel {
  /** Where news begin, and where they end; messages; parts of sessions (where messages stood); notes of hosts, and how many there are. */
  readonly NEWS: Global;
  readonly newsEnd: Global;
  readonly MESSAGES: Global;
  readonly messagesEnd: Global;
  readonly partsEnd: Global;
  readonly NOTES: Global;
  readonly noted: Global;
  /** What it stopped for, a {@link Stopped}; the text that it has to learn, and in which table. */
  readonly stopped: Global;
  readonly table: Global;
  readonly text: Global;
  /** The beginning of the row that it stopped at; the remote host of its session, -1 for none. */
  readonly place: Global;
  readonly remote: Global;
  /** The session whose kind is not known. */
  readonly asked: Global;
  readonly followed: Global;
  readonly open: Global;
  readonly nextSlot: Global;
  beginFollowing(isReceive: number, width: number, today: number): void;
  follow(start: number, end: number, limit: number, delimiter: number): void;
  learn(table: number, name: number, value: number): void;
  answer(meaning: number, name: number, fingerprint: number, certificate: number): void;
  certificates(isBegun: number): void;
  leave(high: number, low: number): number;
  leaveNone(high: number, low: number): void;
  openFrom(slot: number): number;
  learnKind(high: number, low: number, flags: number, route: number, server: number, connector: number): void;
  tellScopes(): void;
  /** Before messages, or notes, are taken: hosts become positions, from the next one that is free on. Then they can be forgotten. */
  placeMessages(position: number): void;
  forgetNews(): void;
  placeNotes(position: number): void;
  forgetNotes(): void;
  writeParts(slot: number, position: number): number;
}

/** The kernel, where it follows rows. */
export function followingKernel(kernel: ScanKernel): FollowingKernel | undefined {
  return 'follow' in kernel ? (kernel as FollowingKernel) : undefined;
}

/**
 * Why following stopped: there is no more to follow; a row is odd; a text, or a row, is not known; memory is full; news, or notes of hosts,
 * are to be read first; a session's kind is not known.
 */
export const Stopped = {
  nothing: 0,
  odd: 1,
  learn: 2,
  look: 3,
  full: 4,
  newsFirst: 5,
  manyNotes: 6,
  newKind: 7,
} as const;

/** What a host lends to scanning: fresh kernels, and the quickest way to make text of plain bytes. */
export interface Scanning {
  /** A kernel for units of 1 or 2 bytes, with a memory of its own. */
  kernel(width: 1 | 2): ScanKernel;
  /** Text of ASCII bytes, from `start` to `end`. */
  ascii(bytes: Uint8Array, start: number, end: number): string;
  /** Text of UTF-16LE units, from byte `start` to byte `end`. */
  utf16(bytes: Uint8Array, start: number, end: number): string;
}

/** Marks the end of a record among the ends of fields. */
export const RECORD = 0x80000000;
/** The part of an end that is its offset; the rest are marks for the kernel. */
export const OFFSET = 0x1fffffff;
/**
 * Numbers before a row's own: place, position of the first end, number of fields, line, marks, position of the record, rows
 * before it that passed, and that crossed the border.
 */
export const ROW_HEADER = 8;
export const IS_WIDE = 1;
export const IS_INVALID = 2;
export const IS_ODD = 4;

/** Zeros that must follow what is scanned: a block of 64 units of two bytes, and what reads beyond a text's end. */
export const ZEROS = 192;

/** The delimiter as `scan` takes it. */
export function delimiterOf(dialect: Dialect): number {
  return dialect.delimiter.charCodeAt(0) + (isQuoting(dialect) ? 0 : 0x100);
}

const PAGE = 65_536;

/** Makes a kernel's memory large enough for so many bytes; what was seen of it before may be another memory then. */
export function makeRoom(kernel: ScanKernel, bytes: number): void {
  const missing = bytes - kernel.memory.buffer.byteLength;
  if (missing > 0) {
    kernel.memory.grow(Math.ceil(missing / PAGE));
  }
}
