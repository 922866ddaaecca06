import type { FileBytes } from '../stretch/stretch';
import { RangeStream } from './byteStream';
import { type ContainerEntry, damaged } from './containerEntry';
import { FileParts } from './fileParts';
import type { InflateKernel } from './inflate/inflateKernel';
import { Inflater } from './inflater';
import { numbersOf } from './littleEndian';
import { MOST_FILES } from './zipDirectory';
import { entryOf, methodOf } from './zipEntry';
import { localHeader, type ZipHeader } from './zipHeaders';

/** What finding files takes. */
export interface Recovery {
  /** For deflated files of which nothing tells the length: it shows when they are inflated. */
  readonly kernel: InflateKernel;
  /** Nothing is inflated: files behind the first such one are not found. */
  readonly isQuick: boolean;
  isCancelled(): boolean;
}

/** A flag: a file's lengths and checksum stand behind it, in a record that begins with the number, or without. */
const HAS_DESCRIPTOR = 1 << 3;
const DESCRIPTOR = 0x08074b50;
const LONGEST_DESCRIPTOR = 24;

/** A file, and where the next one is to be looked for, if that is known. */
interface Found {
  readonly entry: ContainerEntry | undefined;
  readonly next: number | undefined;
}

/** The files of a ZIP container that has lost its directory, as far as one follows the other from the first on. */
export function recoverZip(bytes: FileBytes, recovery: Recovery): ContainerEntry[] {
  const parts = new FileParts(bytes);
  const entries: ContainerEntry[] = [];
  let at: number | undefined = 0;
  while (at !== undefined && entries.length < MOST_FILES) {
    const header = localHeader(parts, at);
    if (header === undefined) {
      break;
    }
    const isTold = (header.flags & HAS_DESCRIPTOR) === 0 || header.packed > 0;
    const found = isTold
      ? { entry: entryOf(header), next: header.end + header.packed }
      : measure(bytes, header, recovery);
    if (found.entry !== undefined) {
      entries.push(found.entry);
    }
    at = found.next;
  }
  return entries;
}

/** Finds a file's end by inflating it. */
function measure(bytes: FileBytes, header: ZipHeader, { kernel, isQuick, isCancelled }: Recovery): Found {
  const method = methodOf(header);
  const entry = entryOf(header);
  if (method === undefined || method === 'stored') {
    const unreadable = { kind: 'unreadable', name: header.name, problem: damaged('directory') } as const;
    return { entry: entry?.kind === 'zip' ? unreadable : entry, next: undefined };
  }
  const rest = { packed: bytes.size - header.end, size: undefined, sum: undefined };
  const upToEnd = { entry: entry?.kind === 'zip' ? { ...entry, ...rest } : entry, next: undefined };
  if (isQuick) {
    return upToEnd;
  }
  const range = new RangeStream(bytes, header.end, bytes.size);
  const inflater = new Inflater(kernel, range);
  inflater.begin(method);
  const inflated = new Uint8Array(1 << 17);
  while (inflater.read(inflated) > 0) {
    if (isCancelled()) {
      return { entry: undefined, next: undefined };
    }
  }
  const packed = range.position - inflater.left - header.end;
  if (inflater.outcome !== 'complete') {
    return upToEnd;
  }
  const { sum, length } = descriptorOf(inflater.peek(LONGEST_DESCRIPTOR), packed, inflater.size);
  return {
    entry: entry?.kind === 'zip' ? { ...entry, packed, size: inflater.size, sum } : entry,
    next: header.end + packed + length,
  };
}

/** The record behind a file of known lengths, which stand there in four or eight bytes; none where there is none. */
function descriptorOf(bytes: Uint8Array, packed: number, size: number): { sum: number | undefined; length: number } {
  const { long, huge } = numbersOf(bytes);
  const start = long(0) === DESCRIPTOR ? 4 : 0;
  if (long(start + 4) === packed && long(start + 8) === size) {
    return { sum: long(start), length: start + 12 };
  }
  const isLong = huge(start + 4) === packed && huge(start + 12) === size;
  return isLong ? { sum: long(start), length: start + 20 } : { sum: undefined, length: 0 };
}
