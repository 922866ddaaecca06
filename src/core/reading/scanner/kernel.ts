import type { ColumnPlan, CrossingCells, Slot } from '../columnPlan';
import { WishKind } from '../columnPlan';
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
  readonly PLAN: Global;
  readonly KEYS: Global;
  readonly PLACES: Global;
  /** Behind the last complete record. */
  readonly stop: Global;
  /** 1 where a quotation mark is misplaced in the record there. */
  readonly misplaced: Global;
  /** 1 where the places for ends ran out. */
  readonly filled: Global;
  /** The line of the next record. */
  readonly line: Global;
  /** Where the record begins behind those that `project` has looked at. */
  readonly reached: Global;
  /** How many of those passed, and how many crossed the border: see passings.as. */
  readonly passed: Global;
  readonly crossed: Global;
  /** How many texts have a number. */
  readonly names: Global;
  scan(start: number, end: number, delimiter: number): number;
  begin(isUtf8: number, line: number): void;
  plan(wishes: number, width: number): void;
  wantItems(count: number): void;
  project(base: number, from: number, count: number, start: number, limit: number): number;
  breaksIn(start: number, end: number): number;
  wantPassings(count: number, key: number, time: number, width: number, header: number, newest: number): void;
  forgetPassings(): void;
  tells(row: number, told: number): void;
  nameOf(start: number, end: number): number;
  domainIn(start: number, end: number, isPath: number): number;
  hostIn(start: number, end: number): number;
  fingerprint(start: number, end: number, isQuoted: number): number;
  quoteIn(start: number, end: number): number;
  isCrowded(): number;
  forget(): void;
}

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

const NO_COLUMN = 0xffff;
const LONGEST_KEY = 60;
const MOST_WISHES = 256;
/** What no field begins with. */
const NO_UNIT = 0x7fffffff;

/**
 * Tells a kernel what is wanted of each record; `manner`: how texts are read, so that the same names mean the same. Throws where a
 * plan is more than a row holds.
 */
export function tellPlan(kernel: ScanKernel, plan: ColumnPlan, manner: string): void {
  const memory = new DataView(kernel.memory.buffer);
  if (plan.wishes.length > MOST_WISHES || plan.width + ROW_HEADER > 64) {
    throw new Error('A plan wants more of a record than a row holds');
  }
  plan.wishes.forEach(({ kind, column, slot, isId }, index) => {
    const at = kernel.PLAN.value + index * 16;
    memory.setUint32(at, kind, true);
    memory.setUint32(at + 4, column < 0 ? NO_COLUMN : column, true);
    memory.setUint32(at + 8, slot, true);
    memory.setUint32(at + 12, Number(isId), true);
  });
  if (plan.wishes.some(({ kind }) => kind === WishKind.items)) {
    tellKeys(kernel, memory, plan.itemKeys);
  }
  kernel.plan(plan.wishes.length, plan.width);
  tellNoted(kernel, memory, plan, manner);
}

/** What the combinations of names are of that a kernel knows. */
const combinations = new WeakMap<ScanKernel, string>();

/** Files of a kind have the same combinations: they are forgotten only where they may mean something else. */
function tellNoted(
  kernel: ScanKernel,
  memory: DataView,
  { noted, wishes, itemKeys }: ColumnPlan,
  manner: string,
): void {
  if (noted === undefined || noted.titles.length < 2) {
    kernel.wantPassings(0, 0, 0, 0, 0, 0);
    return;
  }
  const { format, names, key, time, titles, today, crossings } = noted;
  const meaning = JSON.stringify([format, names, wishes, itemKeys, crossings, manner]);
  if (combinations.get(kernel) !== meaning) {
    combinations.set(kernel, meaning);
    kernel.forgetPassings();
  }
  tellNumbers(memory, kernel.PASSING_NAMES.value, names.map(inBytes));
  if (crossings !== undefined) {
    tellNumbers(memory, kernel.CROSSING_PLAN.value, crossingNumbers(crossings));
  }
  const header = titles[0]?.charCodeAt(0) ?? Number.NaN;
  // A unit of the file is one of the title's only where it is ASCII.
  const count = header > 127 ? 0 : names.length;
  kernel.wantPassings(count, key, time, titles.length, Number.isNaN(header) ? NO_UNIT : header, today);
}

/** In the order of crossings.as. */
function crossingNumbers({ items, connector, client, server, sender, mentions }: CrossingCells): number[] {
  const columns = [connector, ...client, ...server, ...sender, ...mentions];
  return [
    ...items.inbound.map(inBytes),
    ...items.outbound.map(inBytes),
    ...columns.map((column) => (column < 0 ? NO_COLUMN : column)),
  ];
}

function tellNumbers(memory: DataView, to: number, numbers: readonly number[]): void {
  for (const [index, number] of numbers.entries()) {
    memory.setUint32(to + index * 4, number, true);
  }
}

function inBytes(slot: Slot): number {
  return slot * 4;
}

function tellKeys(kernel: ScanKernel, memory: DataView, keys: readonly string[]): void {
  keys.forEach((key, index) => {
    if (key.length > LONGEST_KEY) {
      throw new Error(`An item's key is too long: ${key}`);
    }
    const at = kernel.KEYS.value + index * 64;
    memory.setUint32(at, key.length, true);
    for (let letter = 0; letter < key.length; letter++) {
      memory.setUint8(at + 4 + letter, key.charCodeAt(letter));
    }
  });
  kernel.wantItems(keys.length);
}
