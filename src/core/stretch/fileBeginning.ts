import { packingOf } from '../container/packing';
import type { ColumnMapping, Format } from '../formats/format';
import { formatOf, recognize } from '../formats/formats';
import type { ProblemReason } from '../model/problem';
import { type Dialect, laidOut } from '../reading/dialect';
import type { Encoding } from '../reading/encoding';
import { readFileStart, shownStart } from '../reading/fileStart';
import { isScannable } from '../reading/scanner/scanReader';
import type { FileKind } from './stretch';

/** What a file's first bytes tell: what it is, or why nothing can be made of it. */
export interface FileBeginning {
  readonly encoding?: Encoding;
  readonly kind?: FileKind;
  readonly problem?: BeginningProblem;
}

/** Why nothing can be made of a file. */
export interface BeginningProblem {
  readonly reason: ProblemReason;
  readonly detail?: string;
  /** It is about the file as a whole; else about its first line. */
  readonly isOfWhole?: boolean;
}

/**
 * Recognises a file by its first bytes (`START_BYTES` of them, fewer only where it is shorter). `isUnpacked`: it was in a
 * container.
 */
export function recognizeFile(
  start: Uint8Array,
  mappings: readonly ColumnMapping[] = [],
  isUnpacked = false,
): FileBeginning {
  if (start.length === 0) {
    return { problem: { reason: 'emptyFile' } };
  }
  const packing = packingOf(start);
  if (packing !== undefined) {
    const reason = isUnpacked ? 'nestedContainer' : 'unknownCompression';
    return { problem: { reason, detail: packing, isOfWhole: true } };
  }
  const shown = readFileStart(start);
  const { encoding, dialect, text } = shown;
  const format = encoding.binary ? undefined : recognize(shown, mappings);
  return format === undefined
    ? {
        encoding: encoding.encoding,
        problem: { reason: encoding.binary ? 'binaryFile' : 'unknownFormat', detail: shownStart(text) },
      }
    : { encoding: encoding.encoding, kind: { format: format.id, encoding, dialect: dialectOf(format, dialect) } };
}

/** How a file of the format is cut into records. */
function dialectOf({ layout }: Format, shown: Dialect): Dialect {
  return layout === undefined ? shown : laidOut(shown, layout);
}

/** True where a file can only be read as one stretch: rows far apart decide together, or only the universal reader can. */
export function isOneStretch({ format, encoding, dialect }: FileKind): boolean {
  return formatOf(format).isOneStretch === true || !isScannable(encoding, dialect);
}
