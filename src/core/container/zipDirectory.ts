import type { Damage } from '../model/problem';
import type { FileBytes } from '../stretch/stretch';
import { type ContainerEntry, damaged } from './containerEntry';
import { FileParts } from './fileParts';
import { type LittleEndian, numbersOf } from './littleEndian';
import { entryOf } from './zipEntry';
import { centralHeader, LOCAL_LENGTH } from './zipHeaders';

/** Files of a container that are read at most: as many as ZIP had room for before it was extended. */
export const MOST_FILES = 65_535;

/** The record at a container's end, which says where its directory lies; a comment of any length up to this follows. */
const END_RECORD = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
/** Where that is not enough: a pointer before it, and a larger record. */
const END64_POINTER = 0x07064b50;
const END64_POINTER_LENGTH = 20;
const END64_RECORD = 0x06064b50;
const END64_LENGTH = 56;

/** Where the directory lies, and how many files it names. */
interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** This is not the only file of the container, or not its last. */
  readonly isSplit: boolean;
}

/** The files that a ZIP container's directory names, in its order; or what is wrong with the directory. */
export function zipDirectory(bytes: FileBytes): readonly ContainerEntry[] | Damage {
  const parts = new FileParts(bytes);
  const directory = findDirectory(parts, bytes.size);
  if (directory === undefined || directory.isSplit) {
    return directory === undefined ? 'directory' : 'split';
  }
  const entries: ContainerEntry[] = [];
  let at = directory.start;
  for (let number = 0; number < directory.count; number++) {
    const header = at < directory.end ? centralHeader(parts, at) : undefined;
    if (header === undefined || header.end > directory.end) {
      return 'directory';
    }
    at = header.end;
    const entry = entryOf(header);
    if (entry !== undefined && entries.length === MOST_FILES) {
      entries.push({ kind: 'unreadable', name: '', problem: { reason: 'tooManyFiles' } });
      break;
    }
    if (entry !== undefined) {
      entries.push(entry);
    }
  }
  return withoutOverlaps(entries, directory.start);
}

function findDirectory(parts: FileParts, size: number): Directory | undefined {
  const length = Math.min(size, END_LENGTH + LONGEST_COMMENT);
  const tail = parts.at(size - length, length).slice();
  const numbers = numbersOf(tail);
  let other: Directory | undefined;
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail[at] === 0x50 && numbers.long(at) === END_RECORD) {
      const found = directoryAt(parts, numbers, at, size - length + at);
      // A comment may hold anything, and anything may have been put behind the container.
      if (found !== undefined && at + END_LENGTH + numbers.short(at + 20) === tail.length) {
        return found;
      }
      other ??= found?.isSplit === true ? undefined : found;
    }
  }
  return other;
}

/** The directory that an end record tells of; undefined where none can be there. */
function directoryAt(parts: FileParts, tail: LittleEndian, at: number, place: number): Directory | undefined {
  const pointer = numbersOf(parts.at(place - END64_POINTER_LENGTH, END64_POINTER_LENGTH).slice());
  const isLarge = place >= END64_POINTER_LENGTH && pointer.long(0) === END64_POINTER;
  const directory = isLarge ? largeDirectory(parts, pointer) : smallDirectory(tail, at);
  const isThere = directory !== undefined && directory.end <= place;
  return isThere || directory?.isSplit === true ? directory : undefined;
}

function smallDirectory({ short, long }: LittleEndian, at: number): Directory {
  const start = long(at + 16);
  const isSplit = short(at + 4) !== 0 || short(at + 6) !== 0 || short(at + 8) !== short(at + 10);
  return { start, end: start + long(at + 12), count: short(at + 10), isSplit };
}

function largeDirectory(parts: FileParts, pointer: LittleEndian): Directory | undefined {
  const { long, huge } = numbersOf(parts.at(pointer.huge(8), END64_LENGTH).slice());
  if (long(0) !== END64_RECORD) {
    return undefined;
  }
  const start = huge(48);
  return { start, end: start + huge(40), count: huge(32), isSplit: pointer.long(16) > 1 || long(16) !== 0 };
}

/** No two files share bytes, and none lies in the directory: else a small container could hold any number of large files. */
function withoutOverlaps(entries: readonly ContainerEntry[], end: number): ContainerEntry[] {
  const files = entries.flatMap((entry) => (entry.kind === 'zip' ? [entry] : []));
  files.sort((a, b) => b.header - a.header);
  const overlapping = new Set<ContainerEntry>();
  let next = end;
  for (const file of files) {
    if (file.header + LOCAL_LENGTH + file.packed > next) {
      overlapping.add(file);
    }
    next = Math.min(next, file.header);
  }
  return entries.map((entry) =>
    overlapping.has(entry) ? { kind: 'unreadable', name: entry.name, problem: damaged('overlap') } : entry,
  );
}
