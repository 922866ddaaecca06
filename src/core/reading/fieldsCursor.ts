import type { MessageKey } from '../model/messageFlow';
import type { ColumnPlan, Slot } from './columnPlan';
import { Names } from './names';
import type { RecordCursor } from './recordCursor';
import { TextCells } from './textCells';

/** A record as papaparse gives it: an array of texts. */
export class FieldsCursor implements RecordCursor {
  readonly names: Names;
  readonly #texts: TextCells;
  #fields: readonly string[] = [];
  line = 0;
  unterminated = false;
  isHeader = false;

  constructor(names = new Names()) {
    this.names = names;
    this.#texts = new TextCells((column) => this.cell(column), names);
  }

  get length(): number {
    return this.#fields.length;
  }

  show(fields: readonly string[], line: number, unterminated: boolean, plan: ColumnPlan, isHeader = false): void {
    this.isHeader = isHeader;
    this.#fields = fields;
    this.line = line;
    this.unterminated = unterminated;
    this.#texts.turn(plan);
  }

  cell(column: number): string {
    const text = this.#fields[column] ?? '';
    // With "\n" as the end of records, a CRLF leaves its carriage return on the last field; files glued together leave marks.
    const end = column === this.#fields.length - 1 && text.endsWith('\r') ? text.slice(0, -1) : text;
    return column === 0 && end.startsWith('\uFEFF') ? end.slice(1) : end;
  }

  hasText(column: number): boolean {
    return this.cell(column) !== '';
  }

  lengthOf(column: number): number {
    return this.cell(column).length;
  }

  unitAt(column: number, position: number): number {
    return this.cell(column).charCodeAt(position);
  }

  name(slot: Slot): number {
    return this.#texts.name(slot);
  }

  keyHigh(slot: Slot): number {
    return this.#key(slot).high | 0;
  }

  keyLow(slot: Slot): number {
    return this.#key(slot).low | 0;
  }

  day(slot: Slot): number {
    return this.#texts.day(slot);
  }

  millisecond(slot: Slot): number {
    return this.#texts.millisecond(slot);
  }

  natural(slot: Slot): number {
    return this.#texts.natural(slot);
  }

  item(slot: Slot, key: number): number {
    return this.#texts.item(slot, key);
  }

  nameOf(column: number): number {
    return this.names.of(this.cell(column));
  }

  hostOf(column: number): number {
    return this.#texts.hostOf(column);
  }

  domainOf(column: number, from: number, isPath: boolean): number {
    return this.#texts.domainOf(column, from, isPath);
  }

  fingerprint(column: number): number {
    return this.#texts.fingerprint(column);
  }

  #key(slot: Slot): MessageKey {
    return this.#texts.key(slot);
  }
}
