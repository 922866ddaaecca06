import type { SourceLine } from '../model/messageFlow';
import type { Adding } from './addingKernel';

/** Lines a file may have: a line's rank is its file's position times this, plus the line. */
const LINES_A_FILE = 2 ** 32;
const LAST_NUMBER = 2 ** 32 - 1;

/** A line's rank in the report's order: lowest line of the first file first. */
export function rankOf({ file, line }: SourceLine): number {
  return file * LINES_A_FILE + line;
}

export function lineOf(rank: number): SourceLine {
  const file = Math.floor(rank / LINES_A_FILE);
  return { file, line: rank - file * LINES_A_FILE };
}

/**
 * Numbers the lines of all files in the order in which they are read, so that a message's line takes 32 bits, whatever
 * file it is in. Four billion lines in all have a number; those behind share the last one.
 */
export class SourceLines {
  /** Number before a file's first line, and the file: in the order in which files were begun. */
  readonly #begins: number[] = [];
  readonly #files: number[] = [];
  /** By file: the number before its first line. */
  readonly #beginOf: number[] = [];
  #next = 0;
  readonly #adding: Adding;

  /** `adding`: what has to know as well which lines are of which file. */
  constructor(adding: Adding) {
    this.#adding = adding;
  }

  /** Says that lines of a file follow, of which so many are known: those of another one come behind them. */
  begin(file: number, lines: number): void {
    if (this.#beginOf[file] === undefined) {
      this.#beginOf[file] = this.#next;
      this.#begins.push(this.#next);
      this.#files.push(file);
      this.#adding.kernel.beginFile(Math.min(this.#next, LAST_NUMBER), file);
    }
    this.#next = Math.max(this.#next, (this.#beginOf[file] ?? 0) + lines + 1);
  }

  /** The number before the first line of a file. */
  before(file: number): number {
    return this.#beginOf[file] as number;
  }

  /** The number of the line with a rank. */
  number(rank: number): number {
    const file = Math.floor(rank / LINES_A_FILE);
    const begin = this.#beginOf[file] as number;
    return Math.min(begin + rank - file * LINES_A_FILE, LAST_NUMBER);
  }

  /** The rank of a numbered line. */
  rank(number: number): number {
    let low = 0;
    let high = this.#begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#begins[middle] as number) <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return (this.#files[low] ?? 0) * LINES_A_FILE + number - (this.#begins[low] ?? 0);
  }
}
