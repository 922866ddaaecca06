// Archives as tests need them: right ones of every make, and such as no archiver would write.
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** A file for an archive, and what its headers say of it where that is not what is so. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 0 stored, 8 deflate; any other number is only written down, and the bytes are stored. */
  readonly method?: number;
  /** Packed bytes, of a method that Node does not know. */
  readonly packed?: Uint8Array;
  /** Lengths and checksum stand behind the file, as where an archive is written to a pipe. */
  readonly descriptor?: 'with signature' | 'without signature' | 'zip64';
  readonly zip64?: boolean;
  readonly flags?: number;
  readonly sum?: number;
  /** The name as it is written; UTF-8 where it is not told. */
  readonly rawName?: Uint8Array;
}

/** What an archive as a whole is like. */
export interface ZipOptions {
  readonly comment?: string;
  /** The directory is told by the larger records. */
  readonly zip64?: boolean;
  /** Number of this disk. */
  readonly disk?: number;
}

interface Written extends Required<Pick<Member, 'packed' | 'rawName' | 'flags' | 'method' | 'sum'>> {
  readonly member: Member;
  readonly at: number;
}

const HAS_DESCRIPTOR = 8;
const FULL = 0xffffffff;

export function gzip(bytes: Uint8Array, level = 6): Uint8Array {
  return new Uint8Array(gzipSync(bytes, { level }));
}

/** A ZIP archive of the files, in their order. */
export function zip(members: readonly Member[], options: ZipOptions = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const written: Written[] = [];
  let at = 0;
  const write = (part: Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  for (const member of members) {
    const one = prepared(member, at);
    written.push(one);
    write(localHeader(one));
    write(one.packed);
    write(descriptor(one));
  }
  const start = at;
  for (const one of written) {
    write(centralHeader(one));
  }
  write(ending(written.length, start, at - start, options));
  return new Uint8Array(Buffer.concat(parts));
}

function prepared(member: Member, at: number): Written {
  const { name, bytes, method = 8, flags = 0, sum = crc32(bytes) } = member;
  const packed = member.packed ?? (method === 8 ? new Uint8Array(deflateRawSync(bytes)) : bytes);
  const all = flags | (member.descriptor === undefined ? 0 : HAS_DESCRIPTOR);
  const rawName = member.rawName ?? new TextEncoder().encode(name);
  return { member, at, packed, method, flags: all, sum, rawName };
}

/** Numbers one after the other, each with how many bytes it takes. */
function numbers(...fields: readonly (readonly [value: number, length: 2 | 4 | 8])[]): Uint8Array {
  const bytes = Buffer.alloc(fields.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [value, length] of fields) {
    if (length === 8) {
      bytes.writeBigUInt64LE(BigInt(value), at);
    } else {
      bytes.writeUIntLE(value, at, length);
    }
    at += length;
  }
  return bytes;
}

function localHeader({ member, packed, method, flags, sum, rawName }: Written): Uint8Array {
  const isBehind = member.descriptor !== undefined;
  const isLarge = member.zip64 === true && !isBehind;
  const extra = isLarge ? numbers([1, 2], [16, 2], [member.bytes.length, 8], [packed.length, 8]) : new Uint8Array(0);
  const length = (value: number): number => (isBehind ? 0 : isLarge ? FULL : value);
  return Buffer.concat([
    numbers([0x04034b50, 4], [20, 2], [flags, 2], [method, 2], [0, 4], [isBehind ? 0 : sum, 4]),
    numbers([length(packed.length), 4], [length(member.bytes.length), 4], [rawName.length, 2], [extra.length, 2]),
    rawName,
    extra,
  ]);
}

function descriptor({ member, packed, sum }: Written): Uint8Array {
  const size = member.bytes.length;
  const signature = numbers([0x08074b50, 4]);
  const short = numbers([sum, 4], [packed.length, 4], [size, 4]);
  switch (member.descriptor) {
    case 'zip64':
      return Buffer.concat([signature, numbers([sum, 4], [packed.length, 8], [size, 8])]);
    case 'with signature':
      return Buffer.concat([signature, short]);
    case 'without signature':
      return short;
    default:
      return new Uint8Array(0);
  }
}

function centralHeader({ member, at, packed, method, flags, sum, rawName }: Written): Uint8Array {
  const isLarge = member.zip64 === true;
  // Another field stands before the one that tells.
  const other = Buffer.concat([numbers([0x5455, 2], [1, 2]), Buffer.alloc(1)]);
  const large = numbers([1, 2], [24, 2], [member.bytes.length, 8], [packed.length, 8], [at, 8]);
  const fields = isLarge ? Buffer.concat([other, large]) : Buffer.alloc(0);
  const length = (value: number): number => (isLarge ? FULL : value);
  return Buffer.concat([
    numbers([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [sum, 4]),
    numbers([length(packed.length), 4], [length(member.bytes.length), 4], [rawName.length, 2], [fields.length, 2]),
    numbers([0, 2], [0, 2], [0, 2], [0, 4], [length(at), 4]),
    rawName,
    fields,
  ]);
}

function ending(count: number, start: number, length: number, options: ZipOptions): Uint8Array {
  const comment = new TextEncoder().encode(options.comment ?? '');
  const disk = options.disk ?? 0;
  const isLarge = options.zip64 === true;
  const large = [
    numbers(
      [0x06064b50, 4],
      [44, 8],
      [45, 2],
      [45, 2],
      [0, 4],
      [0, 4],
      [count, 8],
      [count, 8],
      [length, 8],
      [start, 8],
    ),
    numbers([0x07064b50, 4], [0, 4], [start + length, 8], [1, 4]),
  ];
  const [shownCount, shownLength, shownStart] = isLarge ? [0xffff, FULL, FULL] : [count, length, start];
  return Buffer.concat([
    ...(isLarge ? large : []),
    numbers([0x06054b50, 4], [disk, 2], [disk, 2], [shownCount, 2], [shownCount, 2], [shownLength, 4], [shownStart, 4]),
    numbers([comment.length, 2]),
    comment,
  ]);
}
