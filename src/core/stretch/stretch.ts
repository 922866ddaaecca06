import type { ContainerProblem } from '../container/containerEntry';
import type { Facts } from '../facts/facts';
import type { ChosenReading } from '../model/columnMapping';
import type { FormatId } from '../model/exportKind';
import type { Dialect } from '../reading/dialect';
import type { EncodingGuess } from '../reading/encoding';

/** What a file's first bytes tell: enough to read any part of it. */
export interface FileKind {
  readonly format: FormatId;
  /** Where the user decided how it is read; else it was recognised by its content. */
  readonly chosen?: ChosenReading;
  readonly encoding: EncodingGuess;
  readonly dialect: Dialect;
}

/** Which part of a file is to be read; bytes count from the file's first one. */
export interface Stretch {
  readonly kind: FileKind;
  readonly from: number;
  /** A record that begins here or later is not part of it. */
  readonly to: number;
  /** False where `from` may be in the middle of a record: reading begins at what looks like the next one. */
  readonly isExact: boolean;
  /** State of the format's reader at the beginning; none at a file's first byte. */
  readonly state: string | undefined;
  /** Fields that a record has, by which one is told; 0 where that is not known. */
  readonly width: number;
  /** Only the universal reader is to be used. */
  readonly isUniversal: boolean;
}

/** What was read of a stretch, or of a part of it. Parts of a stretch come in order. */
export interface StretchPart {
  /** The first record's first byte; -1 where none was found that looks like one. */
  readonly start: number;
  /** Behind the last record: where the next stretch has to begin. */
  readonly end: number;
  /** Line breaks from the stretch's first record to `end`, as VS Code counts them. */
  readonly lines: number;
  /** Data records of the part, malformed ones included. */
  readonly records: number;
  /** State of the format's reader at `end`. */
  readonly state: string;
  /** Fields that a record has. */
  readonly width: number;
  /** The file ends in the middle of a line: what stands there may go on. */
  readonly endsOpen: boolean;
  /** No other part of the stretch follows. */
  readonly isLast: boolean;
  /** Lines count from the stretch's first record. */
  readonly facts: Facts;
  /** Of a file in a container only. */
  readonly unpacked?: UnpackedPart;
}

/** How far a file in a container has been read. */
export interface UnpackedPart {
  /** Up to this byte of the container. */
  readonly position: number;
  /** Nothing of the file follows … */
  readonly isEnd: boolean;
  /** … because of this, where more should. */
  readonly problem?: ContainerProblem;
}

/** Bytes of a file that can be read at any place, at once. */
export interface FileBytes {
  /** Infinite as long as it is not known: that of a file in a container shows at its end. */
  readonly size: number;
  /** Of a file in a container: how far that has been read, and what ended it too early. */
  readonly unpacked?: Pick<UnpackedPart, 'position' | 'problem'>;
  /** Reads up to `into.length` bytes from `at` on; returns how many. Throws where they cannot be read. */
  read(into: Uint8Array, at: number): number;
}
