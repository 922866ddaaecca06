import { NameTable, OWN } from './nameTable';
import { ownText } from './ownText';
import { TextList } from './textList';

/** Makes the texts of numbers that the kernel gave. */
export interface NameDecoder {
  textOfName(name: number): string;
}

const NO_KERNEL: NameDecoder = { textOfName: () => '' };

/**
 * Numbers for texts that come again and again, so that records are compared and counted without making text. A text may
 * have two numbers, one of the kernel's and one of its own; a number has one text.
 */
export class Names {
  #decoder: NameDecoder;
  #decoded: (string | undefined)[] = [];
  #own: string[] = [];
  #numbers = new Map<string, number>();
  #small = new NameTable();
  #told = new TextList(this);
  #noted = new TextList(this);

  /** `decoder`: for numbers of the kernel; not needed where there is none. */
  constructor(decoder = NO_KERNEL) {
    this.#decoder = decoder;
  }

  /** Another reader goes on with the same texts: from now on it decodes them. */
  passTo(decoder: NameDecoder): void {
    this.#decoder = decoder;
  }

  /** The number of a text. */
  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = OWN + this.#own.length;
      const own = ownText(text);
      this.#own.push(own);
      this.#numbers.set(own, number);
    }
    return number;
  }

  text(name: number): string {
    if (name >= OWN) {
      return this.#own[name - OWN] ?? '';
    }
    let text = this.#decoded[name];
    if (text === undefined) {
      text = ownText(this.#decoder.textOfName(name));
      this.#decoded[name] = text;
    }
    return text;
  }

  /** Those that facts tell, stretch after stretch. */
  get told(): TextList {
    return this.#told;
  }

  /** Those of what hosts say of themselves, likewise. */
  get noted(): TextList {
    return this.#noted;
  }

  /** The number of the text in small letters. */
  smallOf(name: number): number {
    let small = this.#small.get(name);
    if (small === undefined) {
      const text = this.text(name);
      const lower = text.toLowerCase();
      small = lower === text ? name : this.of(lower);
      this.#small.set(name, small);
    }
    return small;
  }

  /** How many texts are held. */
  get size(): number {
    return this.#decoded.length + this.#own.length;
  }

  /** Forgets all texts: numbers given before mean nothing any more. */
  forget(): void {
    this.#decoded = [];
    this.#own = [];
    this.#numbers = new Map();
    this.#small = new NameTable();
    this.#told = new TextList(this);
    this.#noted = new TextList(this);
  }
}
