import type { FileBytes } from '../stretch/stretch';
import { decodeName } from './entryName';
import type { FileParts } from './fileParts';
import { numbersOf } from './littleEndian';

/** How the headers of a ZIP container begin (PKWARE's APPNOTE.TXT, 4.3). */
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;

/** Their lengths, without what has a length of its own. */
export const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;

/** Where fields stand: name and extra fields have their lengths one behind the other, and so have a file's bytes. */
interface Layout {
  readonly signature: number;
  readonly length: number;
  readonly flags: number;
  readonly nameLength: number;
}

const LOCAL: Layout = { signature: LOCAL_HEADER, length: LOCAL_LENGTH, flags: 6, nameLength: 26 };
const CENTRAL: Layout = { signature: CENTRAL_HEADER, length: CENTRAL_LENGTH, flags: 8, nameLength: 28 };

/** What a header tells of a file. Places and lengths are bytes. */
export interface ZipHeader {
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly name: string;
  /** Where the local header lies. */
  readonly header: number;
  /** Behind this header. */
  readonly end: number;
}

/** A header of the directory; undefined where there is none. */
export function centralHeader(parts: FileParts, at: number): ZipHeader | undefined {
  return headerAt(parts, at, CENTRAL);
}

/** A header before a file; undefined where there is none. Its lengths may be 0 where they stand behind the file. */
export function localHeader(parts: FileParts, at: number): ZipHeader | undefined {
  return headerAt(parts, at, LOCAL);
}

function headerAt(parts: FileParts, at: number, layout: Layout): ZipHeader | undefined {
  const isCentral = layout === CENTRAL;
  const bytes = parts.at(at, layout.length);
  if (bytes.length < layout.length || numbersOf(bytes).long(0) !== layout.signature) {
    return undefined;
  }
  const { short, long } = numbersOf(bytes.slice());
  const [nameLength, extraLength] = [short(layout.nameLength), short(layout.nameLength + 2)];
  const name = decodeName(parts.at(at + layout.length, nameLength));
  const extra = parts.at(at + layout.length + nameLength, extraLength);
  const lengths = layout.flags + 12;
  const place = isCentral ? [long(42)] : [];
  const [size = 0, packed = 0, header = at] = withZip64([long(lengths + 4), long(lengths), ...place], extra);
  const comment = isCentral ? short(32) : 0;
  return {
    flags: short(layout.flags),
    method: short(layout.flags + 2),
    sum: long(layout.flags + 8),
    packed,
    size,
    name,
    header,
    end: at + layout.length + nameLength + extraLength + comment,
  };
}

const ZIP64_FIELD = 1;
const IS_LONGER = 0xffffffff;

/** Fields that are too large for four bytes stand in an extra field, one after the other. */
function withZip64(fields: readonly number[], extra: Uint8Array): number[] {
  const numbers = numbersOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + numbers.short(at + 2)) {
    if (numbers.short(at) === ZIP64_FIELD) {
      let next = at + 4;
      return fields.map((field) => {
        next += field === IS_LONGER ? 8 : 0;
        return field === IS_LONGER ? numbers.huge(next - 8) : field;
      });
    }
  }
  return [...fields];
}

/** Where a file's packed bytes begin; undefined where no file is. */
export function packedStart(bytes: FileBytes, header: number): number | undefined {
  const fixed = new Uint8Array(LOCAL_LENGTH);
  const isThere = header < bytes.size && bytes.read(fixed, header) === LOCAL_LENGTH;
  const { short, long } = numbersOf(fixed);
  return isThere && long(0) === LOCAL_HEADER ? header + LOCAL_LENGTH + short(26) + short(28) : undefined;
}
