import { dayOf, MILLISECONDS_PER_DAY } from '../model/day';
import type { MessageKey } from '../model/messageFlow';
import { type ColumnPlan, NO_PLAN, type Slot, type Wish, WishKind } from './columnPlan';
import { readCustomData } from './customData';
import { fingerprintOf } from './fingerprint';
import { parseIsoTime } from './isoTime';
import type { Names } from './names';
import { NO_ITEM } from './recordCursor';
import { idKey, textKey } from './textKey';

const HEAD = 8;
const NATURAL = /^\d{1,9}$/;
/** What stands for a domain, behind the address's last `@`. */
const PATH_END = /[\t-\r >]/;

/** What a plan wishes for, answered from the texts of a record. */
export class TextCells {
  readonly #cell: (column: number) => string;
  readonly #names: Names;
  #plan: ColumnPlan = NO_PLAN;
  /** By slot. */
  #wishes: Wish[] = [];
  #items: number[] | undefined;
  #key: MessageKey | undefined;
  #keySlot: Slot = -1;

  /** `cell`: the text of a column of the record that is shown. */
  constructor(cell: (column: number) => string, names: Names) {
    this.#cell = cell;
    this.#names = names;
  }

  /** Another record is shown, of which this is wanted. */
  turn(plan: ColumnPlan): void {
    this.#items = undefined;
    this.#keySlot = -1;
    if (plan !== this.#plan) {
      this.#plan = plan;
      this.#wishes = [];
      for (const wish of plan.wishes) {
        this.#wishes[wish.slot] = wish;
      }
    }
  }

  name(slot: Slot): number {
    const text = this.#textAt(slot);
    return this.#names.of(this.#wishes[slot]?.kind === WishKind.head ? text.slice(0, HEAD) : text);
  }

  key(slot: Slot): MessageKey {
    if (this.#key === undefined || this.#keySlot !== slot) {
      const text = this.#textAt(slot);
      this.#key = this.#wishes[slot]?.isId === true ? idKey(text) : textKey(text);
      this.#keySlot = slot;
    }
    return this.#key;
  }

  day(slot: Slot): number {
    const time = parseIsoTime(this.#textAt(slot));
    return time === undefined ? -1 : dayOf(time);
  }

  millisecond(slot: Slot): number {
    return (parseIsoTime(this.#textAt(slot)) ?? 0) % MILLISECONDS_PER_DAY;
  }

  natural(slot: Slot): number {
    const text = this.#textAt(slot);
    return NATURAL.test(text) ? Number(text) : -1;
  }

  item(slot: Slot, key: number): number {
    if (this.#items === undefined) {
      const { itemKeys } = this.#plan;
      const items = itemKeys.map(() => NO_ITEM);
      readCustomData(this.#textAt(slot), (name, value) => {
        const wanted = itemKeys.indexOf(name);
        if (wanted >= 0) {
          items[wanted] = this.#names.of(value);
        }
      });
      this.#items = items;
    }
    return this.#items[key] ?? NO_ITEM;
  }

  domainOf(column: number, from: number, isPath: boolean): number {
    const rest = this.#cell(column).slice(from);
    const address = isPath ? (rest.split(PATH_END, 1)[0] ?? '') : rest;
    return this.#names.of(address.slice(address.lastIndexOf('@') + 1));
  }

  hostOf(column: number): number {
    const host = this.#cell(column)
      .replace(/:\d+$/, '')
      .replace(/^\[|\]$/g, '');
    return host === '' ? -1 : this.#names.of(host);
  }

  fingerprint(column: number): number {
    return fingerprintOf(this.#cell(column));
  }

  #textAt(slot: Slot): string {
    return this.#cell(this.#wishes[slot]?.column ?? -1);
  }
}
