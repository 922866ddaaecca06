import type { FileKind } from './stretch';

/** How far a file has been read: enough to go on from there once it has grown. */
export interface Checkpoint {
  /** Its position in the analysis. */
  readonly file: number;
  readonly kind: FileKind;
  /** Behind the last record, which ends with a line break. */
  readonly end: number;
  /** State of the format's reader there, and fields that a record has. */
  readonly state: string;
  readonly width: number;
  /** What the file showed before that place: see `Probe`. */
  readonly key: string;
}
