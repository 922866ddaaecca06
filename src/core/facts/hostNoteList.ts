import { DIRECTIONS, type Direction } from '../model/connector';
import { KeyTable } from '../reading/keyTable';
import type { Names } from '../reading/names';
import type { TextList } from '../reading/textList';
import { NumberList } from './numberList';
import type { SpareBuffers } from './spareBuffers';

/** What hosts said of themselves in a stretch: {@link NOTE_NUMBERS} numbers a note, see {@link NoteField}. */
export interface HostNotesOfStretch {
  /** The first one is empty. Those of other stretches may stand among them, as among names of `Facts`. */
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
  readonly texts: TextList;
  /** Positions in {@link #numbers}, by direction, then by host and text. */
  readonly #places: (KeyTable<number> | undefined)[] = [];
  readonly #numbers: NumberList;

  /** `spare`: memory for the numbers. */
  constructor(names: Names, spare?: SpareBuffers) {
    this.texts = names.noted;
    this.#numbers = new NumberList(0, spare?.list('hostNotes'));
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
    numbers[at + NoteField.host] = this.texts.of(host);
    numbers[at + NoteField.isCertificate] = Number(isCertificate);
    numbers[at + NoteField.text] = this.texts.of(text);
    numbers[at + NoteField.firstDay] = day;
    numbers[at + NoteField.lastDay] = day;
  }

  /** Adds notes that are written as those of {@link HostNotesOfStretch} are, no two alike. */
  addRows(rows: Int32Array): void {
    this.#numbers.append(rows);
  }

  /** Everything that was added. Nothing more can be. */
  notes(): HostNotesOfStretch {
    return { texts: this.texts.texts, numbers: this.#numbers.handOver() };
  }
}
