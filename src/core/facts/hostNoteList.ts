import { DIRECTIONS, type Direction } from '../model/connector';
import { KeyTable } from '../reading/keyTable';
import type { Names } from '../reading/names';
import { NameTable } from '../reading/nameTable';
import { NumberList } from './numberList';

/** What hosts said of themselves in a stretch: {@link NOTE_NUMBERS} numbers a note, see {@link NoteField}. */
export interface HostNotesOfStretch {
  readonly texts: readonly string[];
  readonly numbers: Int32Array;
}

/** `host` and `text` are positions among the texts; of a certificate the text is its end, a tab and its subject. */
export const NoteField = { direction: 0, host: 1, isCertificate: 2, text: 3, firstDay: 4, lastDay: 5 } as const;
export const NOTE_NUMBERS = 6;

/** Names are numbered one after the other, a table's keys are to lie far apart. */
const SCATTER = 0x9e3779b1;

/** Writes down what hosts said of themselves, each thing few times: sessions say the same again and again. */
export class HostNoteList {
  readonly #names: Names;
  /** Positions in {@link #numbers}, by direction, then by host and text. */
  readonly #places: (KeyTable<number> | undefined)[] = [];
  readonly #numbers = new NumberList(0);
  readonly #texts: string[] = [];
  readonly #positions = new NameTable();

  constructor(names: Names) {
    this.#names = names;
  }

  /** `host` and `text` are numbers of names; of a certificate the text is its end, a tab and its subject. */
  add(direction: Direction, host: number, text: number, isCertificate: boolean, day: number): void {
    const side = DIRECTIONS.indexOf(direction);
    this.#places[side] ??= new KeyTable();
    const places = this.#places[side] as KeyTable<number>;
    const mixed = text ^ Math.imul(host, SCATTER);
    const known = places.get(host, mixed);
    if (known !== undefined) {
      const { numbers } = this.#numbers;
      const last = known + NoteField.lastDay;
      const first = known + NoteField.firstDay;
      if (day < (numbers[first] as number)) {
        numbers[first] = day;
      } else if (day > (numbers[last] as number)) {
        numbers[last] = day;
      }
      return;
    }
    const at = this.#numbers.claim(NOTE_NUMBERS);
    places.set(host, mixed, at);
    const { numbers } = this.#numbers;
    numbers[at + NoteField.direction] = side;
    numbers[at + NoteField.host] = this.#position(host);
    numbers[at + NoteField.isCertificate] = Number(isCertificate);
    numbers[at + NoteField.text] = this.#position(text);
    numbers[at + NoteField.firstDay] = day;
    numbers[at + NoteField.lastDay] = day;
  }

  /**
   * Adds so many notes that stand in `rows` from a position on, no two alike, with numbers of names in place of positions. `nameIn`: the
   * number of the name that a text is, -1 for none.
   */
  addRows(rows: Int32Array, from: number, count: number, nameIn: (text: number) => number): void {
    for (let row = from; row < from + count * NOTE_NUMBERS; row += NOTE_NUMBERS) {
      const said = rows[row + NoteField.text] as number;
      const text = rows[row + NoteField.isCertificate] === 1 ? said : nameIn(said);
      if (text >= 0) {
        const at = this.#numbers.claim(NOTE_NUMBERS);
        const { numbers } = this.#numbers;
        for (let field = 0; field < NOTE_NUMBERS; field++) {
          numbers[at + field] = rows[row + field] as number;
        }
        numbers[at + NoteField.host] = this.#position(rows[row + NoteField.host] as number);
        numbers[at + NoteField.text] = this.#position(text);
      }
    }
  }

  notes(): HostNotesOfStretch {
    return { texts: this.#texts, numbers: this.#numbers.copy() };
  }

  #position(name: number): number {
    let position = this.#positions.get(name);
    if (position === undefined) {
      position = this.#texts.length;
      this.#texts.push(this.#names.text(name));
      this.#positions.set(name, position);
    }
    return position;
  }
}
