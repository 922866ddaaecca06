import type { TextPositions } from './columnPlan';
import type { Names } from './names';
import { NameTable } from './nameTable';

/**
 * Texts that facts tell: numbers of names become positions among them. The first one is empty and stands for none; more may
 * come, none goes.
 */
export class TextList implements TextPositions {
  readonly texts: string[] = [''];
  readonly #names: Names;
  readonly #positions = new NameTable();

  /** `names`: the texts behind the numbers. */
  constructor(names: Names) {
    this.#names = names;
  }

  /** The position of a name's text, -1 standing for none. */
  of(name: number): number {
    return name < 0 ? 0 : (this.#positions.get(name) ?? this.#add(name));
  }

  get nextPosition(): number {
    return this.texts.length;
  }

  takeNames(names: Int32Array): void {
    for (let at = 0; at < names.length; at++) {
      this.#add(names[at] as number);
    }
  }

  #add(name: number): number {
    const text = this.#names.text(name);
    const position = text === '' ? 0 : this.texts.length;
    if (position > 0) {
      this.texts.push(text);
    }
    this.#positions.set(name, position);
    return position;
  }
}
