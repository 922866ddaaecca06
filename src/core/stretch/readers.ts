import type { ContainerEntry } from '../container/containerEntry';
import type { Facts } from '../facts/facts';
import type { LineText } from '../reading/textOfLines';
import type { FileBeginning } from './fileBeginning';
import type { ShownLines } from './linesAround';
import type { Stretch, StretchPart } from './stretch';

/** A file that readers can open: by its place, or by its bytes where it lies nowhere. */
export interface FileInput {
  readonly location: string;
  readonly bytes?: Uint8Array;
  /** A file inside of that one, which is a container. */
  readonly entry?: ContainerEntry;
}

/** Where a file lies, as formats take it: with its folders, those in a container included. */
export function placeOf({ location, entry }: FileInput): string {
  return entry === undefined || entry.name === '' ? location : `${location}/${entry.name}`;
}

/** What a look at a file shows before it is read. */
export interface ListedFile {
  /** In bytes. */
  readonly size: number;
  /** Where it is a container: its files. */
  readonly entries?: readonly ContainerEntry[];
}

/** A stretch of which file. */
export interface StretchTask extends Stretch {
  readonly input: FileInput;
}

/** A reader came to grief over a file; another one has taken its place. */
export class ReaderCrash extends Error {}

/** Those who read stretches of files, at the same time as each other and as whoever asks. */
export interface StretchReaders {
  /** How many read at the same time. */
  readonly count: number;
  /** Recognises a file and reads its first stretch, up to byte `to`; only recognises it where that is 0. */
  begin(input: FileInput, to: number): Promise<BegunFile>;
  /** Reads a stretch; `onPart` is called for each part, the last one included. `isUrgent`: before all that waits. */
  read(task: StretchTask, onPart: (part: StretchPart) => void, isUrgent: boolean): Promise<void>;
  /** Looks at what stands before byte `end`, to tell later whether that is still the same. */
  probe(input: FileInput, end: number): Promise<Probe>;
  /** Takes the memory of facts back, once they have been added: what is read later is written into it. Optional. */
  giveBack?(facts: Facts): void;
  /** Stops what is being read; what has been read of it so far comes as its last part. */
  cancel(): void;
}

/** Those who tell containers from other files, and what they hold. */
export interface ContainerReaders {
  /** `isQuick`: see `expandFiles`. */
  list(input: FileInput, isQuick: boolean): Promise<ListedFile>;
}

/** Those who find lines of text files. */
export interface LineReaders {
  /** See `linesAround`; `onRead` is told from time to time how far the file has been read. */
  lines(input: FileInput, line: number, around: number, onRead: (position: number) => void): Promise<ShownLines>;
  /** See `textsOfLines`. */
  texts(input: FileInput, lines: readonly number[]): Promise<readonly LineText[]>;
}

/** What a look at a file shows. */
export interface Probe {
  readonly size: number;
  /** Stands for the file's first bytes and the last ones before the place. */
  readonly key: string;
}

/** A file that was recognised, and its first stretch. */
export interface BegunFile {
  readonly beginning: FileBeginning;
  readonly size: number;
  /** None where the file is not known, or only the whole of it can be read. */
  readonly parts: readonly StretchPart[];
}
