import { ColumnPlan, type Slot, type Wish, WishKind } from '../../src/core/reading/columnPlan';
import type { Dialect } from '../../src/core/reading/dialect';
import type { EncodingGuess } from '../../src/core/reading/encoding';
import { NO_ITEM, type RecordCursor, type RecordSink } from '../../src/core/reading/recordCursor';
import { type RecordSource, TextRecords } from '../../src/core/reading/recordSource';
import { ScanReader } from '../../src/core/reading/scanner/scanReader';
import { ownScanning } from '../../src/platform/node/scanning';
import type { Random } from '../generate/random';

/** One reader at a time: the kernels are used again and again. */
const scanning = ownScanning();

export type Make = (guess: EncodingGuess, dialect: Dialect, sink: RecordSink) => RecordSource;
export const universal: Make = (guess, dialect, sink) => new TextRecords(guess, dialect, sink);
export const scanned: Make = (guess, dialect, sink) => new ScanReader(scanning, guess, dialect, sink);

/** Columns that a random plan and questions go to: one that is missing, and some behind most records' ends. */
const COLUMNS = [-1, 0, 1, 2, 3, 4, 5] as const;

/** A plan of a few wishes of any kind. */
export function somePlan(random: Random, keys: readonly string[]): ColumnPlan {
  const plan = new ColumnPlan();
  for (let wishes = random.integer(0, 8); wishes > 0; wishes--) {
    const column = random.pick(COLUMNS);
    const make = random.pick(['name', 'head', 'id', 'key', 'time', 'natural'] as const);
    plan[make](column);
  }
  if (random.chance(0.6)) {
    plan.items(random.pick(COLUMNS), random.shuffled(keys).slice(0, random.integer(1, keys.length)));
  }
  return plan;
}

/** What a cursor answers to everything that a plan wishes for: texts in place of their numbers. */
export function granted(record: RecordCursor, plan: ColumnPlan): unknown[] {
  return plan.wishes.map((wish) => [wish.kind, wish.column, ...answer(record, plan, wish)]);
}

function answer(record: RecordCursor, plan: ColumnPlan, { kind, slot }: Wish): unknown[] {
  switch (kind) {
    case WishKind.name:
    case WishKind.head:
      return [record.names.text(record.name(slot)), record.names.text(record.names.smallOf(record.name(slot)))];
    case WishKind.key:
      return [record.keyHigh(slot), record.keyLow(slot)];
    case WishKind.time:
      return [record.day(slot), record.day(slot) < 0 ? 0 : record.millisecond(slot)];
    case WishKind.natural:
      return [record.natural(slot)];
    default:
      return plan.itemKeys.map((_, key) => itemText(record, slot, key));
  }
}

function itemText(record: RecordCursor, slot: Slot, key: number): string | undefined {
  const item = record.item(slot, key);
  return item === NO_ITEM ? undefined : record.names.text(item);
}

/** What a cursor answers to any question about a column that nobody wished for. */
export function asked(record: RecordCursor, column: number): unknown[] {
  const length = record.lengthOf(column);
  const { names } = record;
  const host = record.hostOf(column);
  return [
    record.hasText(column),
    length,
    [0, 1, 7, length - 1, length, length + 1].map((at) => (at < 0 ? 0 : record.unitAt(column, at))),
    names.text(record.nameOf(column)),
    host < 0 ? undefined : names.text(host),
    [0, 1, 3, length]
      .filter((from) => !isInsideCharacter(record.cell(column), from))
      .flatMap((from) => [true, false].map((isPath) => names.text(record.domainOf(column, from, isPath)))),
    record.fingerprint(column),
    record.cell(column),
  ];
}

/** True between the two halves of a character: nobody begins there. */
function isInsideCharacter(text: string, position: number): boolean {
  return /[\ud800-\udbff]$/.test(text.slice(0, position));
}

/** How a file is read in a test: which plans are wanted in turn, and in what order columns are asked about. */
export interface Questions {
  /** The plan of each record; the last one goes on. */
  readonly plans: readonly ColumnPlan[];
  /** Records between two plans. */
  readonly every: number;
  /** Columns asked about in each record, in this order. */
  readonly columns: readonly number[];
}

export function someQuestions(random: Random, keys: readonly string[]): Questions {
  return {
    plans: Array.from({ length: random.integer(1, 4) }, () => somePlan(random, keys)),
    every: random.pick([1, 2, 5, 30]),
    columns: random.shuffled(COLUMNS).slice(0, random.integer(0, 4)),
  };
}

/** Everything that a reader tells of a file's records, in order; what is not UTF-8 apart, since that is told when it is met. */
export function everything(
  make: Make,
  pieces: Iterable<Uint8Array>,
  guess: EncodingGuess,
  dialect: Dialect,
  { plans, every, columns }: Questions,
  betweenPieces: (source: RecordSource) => void = () => {},
): unknown[] {
  const all: unknown[] = [];
  const invalid: number[] = [];
  let records = 0;
  const planOf = (record: number): ColumnPlan =>
    plans[Math.min(Math.floor(record / every), plans.length - 1)] as ColumnPlan;
  const source = make(guess, dialect, {
    get plan() {
      return planOf(records);
    },
    record: (record) => {
      const wished = granted(record, planOf(records));
      all.push([
        record.line,
        record.length,
        record.unterminated,
        wished,
        columns.map((column) => asked(record, column)),
      ]);
      records++;
    },
    malformed: (line, reason) => all.push([line, reason]),
    invalid: (line) => invalid.push(line),
  });
  for (const piece of pieces) {
    source.push(piece);
    betweenPieces(source);
  }
  source.end();
  return [...all, source.line, invalid];
}

/** The bytes in pieces of random lengths, also empty ones. */
export function* cut(bytes: Uint8Array, random: Random): Generator<Uint8Array> {
  const most = random.pick([1, 2, 7, 64, 500, 100_000]);
  for (let from = 0; from < bytes.length; ) {
    const to = from + random.integer(0, most);
    yield bytes.subarray(from, to);
    from = to;
  }
}
