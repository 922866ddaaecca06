import type { ProblemReason } from '../model/problem';
import type { ColumnPlan, Slot } from './columnPlan';
import type { Names } from './names';

/** {@link RecordCursor.item} of an item that the cell does not have. */
export const NO_ITEM = -2;

/**
 * One record of a file, valid only until the next one is read. Formats say in a {@link ColumnPlan} what they want of
 * every record and get it as numbers by slot; whatever else they need they ask for as text, which costs more.
 */
export interface RecordCursor {
  /** The record's first line in the file, 1-based, as VS Code counts lines. */
  readonly line: number;
  readonly length: number;
  /** True for the file's last record where no line break ends it: it may have been cut. */
  readonly unterminated: boolean;
  /** True where it is known to be titles, whatever came before: in JSON, where an object has members not met before. */
  readonly isHeader: boolean;
  /** The texts behind the numbers. */
  readonly names: Names;
  /** The cell's text without its quotes; empty where the record is shorter or the column is missing (-1). */
  cell(column: number): string;
  /** True where the record has the column and it is not empty. */
  hasText(column: number): boolean;
  /** How many code units the cell's text has. */
  lengthOf(column: number): number;
  /** The code unit at a position of the cell's text; NaN behind its end. */
  unitAt(column: number, position: number): number;
  /** A number that stands for the cell's text (or its head) in {@link names}. */
  name(slot: Slot): number;
  /**
   * The first half of 64 bits that stand for the text in every file and encoding, as a signed number; both halves 0 for an
   * empty text.
   */
  keyHigh(slot: Slot): number;
  keyLow(slot: Slot): number;
  /** UTC day of a time; -1 where the cell is no time. */
  day(slot: Slot): number;
  /** Millisecond of that day. */
  millisecond(slot: Slot): number;
  /** A whole number of up to nine digits; -1 for anything else. */
  natural(slot: Slot): number;
  /** The number of an item's value in {@link names}; {@link NO_ITEM} where there is no such item. */
  item(slot: Slot, key: number): number;
  /** The number of a cell's text that was not wished for. */
  nameOf(column: number): number;
  /** The number of the host in `203.0.113.5:25` or `[2001:db8::1]:25`, without brackets and port; -1 for an empty cell. */
  hostOf(column: number): number;
  /**
   * The number of the domain of an address that begins behind `from` characters of the cell: what follows its last `@`, or
   * all of it. The address ends at a space, tab or line break or `>` where `isPath`, else
   * with the cell.
   */
  domainOf(column: number, from: number, isPath: boolean): number;
  /** Says what the row shows, which is no hop over the border, and all with the same names: see `NotedRows`. Some have no use for it. */
  passes?(seen: number): void;
  /** Says that it is one, and so are all with the same names. */
  crosses?(isInbound: boolean): void;
  /** Stands for the text of a column within the file and its copies in other encodings: 32 bits. */
  fingerprint(column: number): number;
}

/** Receives what a reader finds, in the order of the file. */
export interface RecordSink {
  /** What is wanted of the next record; may be another one after each, but answers only from the next one on. */
  readonly plan: ColumnPlan;
  record(cursor: RecordCursor): void;
  /** Records that were not handed over: numbers as those of `Facts.passings`. Valid during the call only. */
  passed?(numbers: Int32Array): void;
  /** Likewise hops over the border: numbers as those of `Facts.crossings`. */
  crossed?(numbers: Int32Array): void;
  /** A line that cannot be read. It counts as one record, left out. */
  malformed(line: number, reason: ProblemReason): void;
  /** The first line of the file that is not UTF-8 though the file is: it is read as Windows-1252. */
  invalid(line: number): void;
}
