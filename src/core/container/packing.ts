/** What packs files, as its users call it. Only `gzip` and `ZIP` are unpacked. */
export type Packing = 'gzip' | 'ZIP' | '7z' | 'RAR' | 'bzip2' | 'xz' | 'Zstandard' | 'LZ4' | 'compress' | 'CAB' | 'tar';

/** How files begin, as Latin-1 text; each is told apart from any text by a character that no text has, or its length. */
const BEGINNINGS: readonly (readonly [text: string, packing: Packing])[] = [
  ['\x1f\x8b\x08', 'gzip'],
  ['PK\x03\x04', 'ZIP'],
  ['PK\x05\x06', 'ZIP'],
  ['PK\x07\x08', 'ZIP'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['Rar!\x1a\x07', 'RAR'],
  ['BZh91AY&SY', 'bzip2'],
  ['\xfd7zXZ\0', 'xz'],
  ['\x28\xb5\x2f\xfd', 'Zstandard'],
  ['\x04\x22\x4d\x18', 'LZ4'],
  ['\x1f\x9d', 'compress'],
  ['MSCF\0\0\0\0', 'CAB'],
];

/** Where the header of a tar file says that it is one (POSIX and GNU). */
const TAR_MARK = 257;

/** What a file is packed by, told by its first bytes (of which tar needs 262); undefined where it is not packed. */
export function packingOf(start: Uint8Array): Packing | undefined {
  const head = String.fromCharCode(...start.subarray(0, 16));
  const known = BEGINNINGS.find(([text]) => head.startsWith(text));
  const mark = String.fromCharCode(...start.subarray(TAR_MARK, TAR_MARK + 5));
  return known?.[1] ?? (mark === 'ustar' ? 'tar' : undefined);
}
