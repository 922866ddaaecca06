import { packingOf } from '../container/packing';
import type { Format } from '../formats/format';
import { FORMATS, formatOf, recognize } from '../formats/formats';
import { mappingFor } from '../formats/mappingFor';
import { type ChosenReading, type ColumnMapping, mappingFault } from '../model/columnMapping';
import type { ProblemReason } from '../model/problem';
import { type Dialect, laidOut } from '../reading/dialect';
import type { Encoding } from '../reading/encoding';
import { type FileStart, readFileStart, shownStart } from '../reading/fileStart';
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
 * Recognises a file by its first bytes (`START_BYTES` of them, fewer only where it is shorter). Where a mapping of the user's
 * fits its titles, or the place where it lies, that decides. `isUnpacked`: it was in a container.
 */
export function recognizeFile(
  start: Uint8Array,
  mappings: readonly ColumnMapping[] = [],
  location = '',
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
  const { encoding } = shown.encoding;
  if (shown.encoding.binary) {
    return { encoding, problem: { reason: 'binaryFile', detail: shownStart(shown.text) } };
  }
  const mapping = mappingFor(shown.columns, location, mappings);
  const problem = mapping === undefined ? undefined : problemOf(mapping, shown);
  if (problem !== undefined) {
    return { encoding, problem };
  }
  const chosen = mapping === undefined ? undefined : formatChosenBy(mapping, shown);
  if (chosen !== undefined) {
    return { encoding, kind: kindOf(chosen, shown, mapping?.format === undefined ? 'columns' : 'format') };
  }
  const format = recognize(shown, mappings);
  return format === undefined
    ? { encoding, problem: { reason: 'unknownFormat', detail: shownStart(shown.text) } }
    : { encoding, kind: kindOf(format, shown) };
}

/** The format that a mapping chooses; where the export comes in several layouts, the one that the file looks like. */
function formatChosenBy({ format = 'mapped-table' }: ColumnMapping, shown: FileStart): Format | undefined {
  const formats = FORMATS.filter(({ id }) => id === format);
  const isTable = shown.columns.titles.length > 1;
  return (
    formats.find((one) => one.recognizes(shown, [])) ??
    formats.find(({ layout }) => (layout === undefined) === isTable) ??
    formats[0]
  );
}

/** Why a mapping cannot be used on a file; undefined where it can, as far as the beginning shows. */
function problemOf(mapping: ColumnMapping, { columns, dialect }: FileStart): FileBeginning['problem'] {
  if (mapping.format !== undefined) {
    return undefined;
  }
  // Members of JSON objects may be missing in the first of them.
  const fault = mappingFault(mapping, (title) => dialect.layout === 'json' || columns.has(title));
  switch (fault?.kind) {
    case undefined:
      return undefined;
    case 'noSuchColumn':
      return { reason: 'noSuchColumn', detail: fault.title };
    default:
      return { reason: 'incompleteMapping' };
  }
}

function kindOf(format: Format, { encoding, dialect }: FileStart, chosen?: ChosenReading): FileKind {
  const kind = { format: format.id, encoding, dialect: dialectOf(format, dialect) };
  return chosen === undefined ? kind : { ...kind, chosen };
}

/** How a file of the format is cut into records. */
function dialectOf({ layout }: Format, shown: Dialect): Dialect {
  return layout === undefined ? shown : laidOut(shown, layout);
}

/** True where a file can only be read as one stretch: rows far apart decide together, or only the universal reader can. */
export function isOneStretch({ format, encoding, dialect }: FileKind): boolean {
  return formatOf(format, dialect.layout).isOneStretch === true || !isScannable(encoding, dialect);
}
