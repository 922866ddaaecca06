import type { ContainerEntry, ContainerProblem, Method } from './containerEntry';
import type { ZipHeader } from './zipHeaders';

/** Bits of a header's flags: the file, or the directory, is encrypted. */
const IS_ENCRYPTED = 1 | (1 << 6) | (1 << 13);

const METHODS: ReadonlyMap<number, Method> = new Map([
  [0, 'stored'],
  [8, 'deflate'],
  // What Windows' own "Compressed folder" writes of files above 2 GB.
  [9, 'deflate64'],
]);

/** Methods that cannot be read, as archivers call them. */
const OTHER_METHODS: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [20, 'Zstandard'],
  [93, 'Zstandard'],
  [95, 'xz'],
  [98, 'PPMd'],
]);

/** The method of files that WinZip and 7-Zip encrypt. */
const AES = 99;

/** How a header's file is compressed, if that can be read. */
export function methodOf({ method }: ZipHeader): Method | undefined {
  return METHODS.get(method);
}

/** What is to be read of a header's file; undefined where it is a folder, or macOS's own note on another file. */
export function entryOf(header: ZipHeader): ContainerEntry | undefined {
  const { name, packed, size, sum } = header;
  if (name.endsWith('/') || name.startsWith('__MACOSX/')) {
    return undefined;
  }
  const method = methodOf(header);
  const isEncrypted = (header.flags & IS_ENCRYPTED) !== 0 || header.method === AES;
  if (isEncrypted || method === undefined) {
    return { kind: 'unreadable', name, problem: isEncrypted ? { reason: 'encryptedContainer' } : otherMethod(header) };
  }
  return { kind: 'zip', name, header: header.header, packed, method, size, sum };
}

function otherMethod({ method }: ZipHeader): ContainerProblem {
  return { reason: 'unknownCompression', detail: OTHER_METHODS.get(method) ?? `ZIP ${method}` };
}
