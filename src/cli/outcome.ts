import type { ProgressLine } from './progress';

/** Where a run says how far it is, and what its output is shown on. */
export interface Surface {
  readonly progress: ProgressLine;
  /** Standard output is a terminal that shows colours. */
  readonly isColoured: boolean;
}

/** Exit status: 0 nothing found, 1 something found that the run is to fail on, 2 unreadable input. */
export type Status = 0 | 1 | 2;

/** What a run prints, and how it ends. */
export interface Outcome {
  readonly output: string;
  readonly errors: readonly string[];
  readonly status: Status;
  /** Files to write, by their path, before anything is printed; null in place of a path: standard output. */
  readonly files?: readonly { readonly path: string; readonly text: string }[];
}

/** A run that has nothing to print, and says why: nothing is written either. */
export function nothingPrinted(errors: readonly string[]): Outcome {
  return { output: '', errors, status: 2 };
}
