import { type ColumnPlan, type CrossingCells, type Slot, WishKind } from '../columnPlan';
import { ROW_HEADER, type ScanKernel } from './kernel';

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
    kernel.wantPassings(0, 0, 0, 0, 0, 0, 0);
    return;
  }
  const { format, names, key, messageId, time, titles, today, crossings } = noted;
  const cells = crossings === undefined ? [] : crossingNumbers(crossings);
  const meaning = JSON.stringify([format, names, wishes, itemKeys, cells, manner]);
  if (combinations.get(kernel) !== meaning) {
    combinations.set(kernel, meaning);
    kernel.forgetPassings();
  }
  tellNumbers(memory, kernel.PASSING_NAMES.value, names.map(inBytes));
  tellNumbers(memory, kernel.CROSSING_PLAN.value, cells);
  const header = titles[0]?.charCodeAt(0) ?? Number.NaN;
  // A unit of the file is one of the title's only where it is ASCII.
  const count = header > 127 ? 0 : names.length;
  const opening = Number.isNaN(header) ? NO_UNIT : header;
  // A byte-order mark may stand in the first column.
  const messageIds = messageId <= 0 ? NO_COLUMN : messageId;
  kernel.wantPassings(count, key, messageIds, time, titles.length, opening, today);
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
