import type { SourceLine } from '../../src/core/model/messageFlow';
import type { DrillDownQuery, LineText } from '../../src/core/report/drillDown';
import type { Questions } from '../questions';
import { type FileLines, linesByFile } from './linesByFile';

/** Proving lines as far as they were told. */
export interface ToldLines {
  readonly lines: readonly SourceLine[];
  /** How many there are; null until that is known. */
  readonly total: number | null;
  /** By {@link lineKey}; null for a line whose text cannot be told. One that is missing is being looked for. */
  readonly texts: ReadonlyMap<string, LineText | null>;
  /** True while the host looks for lines. */
  readonly isAsking: boolean;
}

export const NO_LINES: ToldLines = { lines: [], total: null, texts: new Map(), isAsking: true };

/** The name of a line in {@link ToldLines.texts}. */
export function lineKey({ file, line }: SourceLine): string {
  return `${file}:${line}`;
}

/** Asks for the lines that prove messages, page by page, then for what they say, file after file. */
export class ProofLineReading {
  readonly #questions: Questions;
  readonly #query: DrillDownQuery;
  readonly #onChange: (told: ToldLines) => void;
  #told = NO_LINES;
  /** Files with lines whose text has not been asked for yet. */
  #files: FileLines[] = [];
  #forgetLines = () => {};
  #forgetTexts: (() => void) | null = null;

  constructor(questions: Questions, query: DrillDownQuery, onChange: (told: ToldLines) => void) {
    this.#questions = questions;
    this.#query = query;
    this.#onChange = onChange;
    this.#ask(0);
  }

  /** Asks for the next lines. */
  more(): void {
    if (!this.#told.isAsking) {
      this.#tell({ isAsking: true });
      this.#ask(this.#told.lines.length);
    }
  }

  /** Nobody waits for answers any more. */
  dispose(): void {
    this.#forgetLines();
    this.#forgetTexts?.();
  }

  #ask(skip: number): void {
    this.#forgetLines = this.#questions.ask({ type: 'proofLines', query: this.#query, skip }, ({ list }) => {
      // Without an answer: the files are read again, and another report follows.
      if (list !== null) {
        this.#tell({ lines: [...this.#told.lines, ...list.lines], total: list.total, isAsking: false });
        this.#files.push(...linesByFile(list.lines));
        this.#askTexts();
      }
    });
  }

  /** The host looks into one file at a time. */
  #askTexts(): void {
    const next = this.#forgetTexts === null ? this.#files.shift() : undefined;
    if (next === undefined) {
      return;
    }
    this.#forgetTexts = this.#questions.ask({ type: 'lineTexts', ...next }, (answer) => {
      const found = new Map(answer.texts.map((text) => [text.line, text]));
      const texts = new Map(this.#told.texts);
      for (const line of next.lines) {
        texts.set(lineKey({ file: next.file, line }), found.get(line) ?? null);
      }
      this.#tell({ texts });
      this.#forgetTexts = null;
      this.#askTexts();
    });
  }

  #tell(change: Partial<ToldLines>): void {
    this.#told = { ...this.#told, ...change };
    this.#onChange(this.#told);
  }
}
