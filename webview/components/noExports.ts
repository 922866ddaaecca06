import type { ProblemReason } from '../../src/core/model/problem';
import type { FileReport } from '../../src/core/report/report';

/** What is said of a file that is something else than an export. */
const NO_EXPORT: ReadonlySet<ProblemReason | undefined> = new Set<ProblemReason>([
  'emptyFile',
  'binaryFile',
  'unknownFormat',
  'unknownCompression',
  'nestedContainer',
  'noExportInside',
]);

/** A file and its position in the report, by which the host knows it. */
export interface PlacedFile {
  readonly file: FileReport;
  readonly position: number;
}

/**
 * Parts the files of a report from those that only lie beside them, in a folder or in a container, and are no exports. Of a
 * single file, and where there is no export at all, nothing lies beside anything.
 */
export function partFiles(files: readonly FileReport[]): {
  readonly read: readonly PlacedFile[];
  readonly beside: readonly PlacedFile[];
} {
  const all = files.map((file, position) => ({ file, position }));
  const beside = all.filter(({ file }) => file.format === null && NO_EXPORT.has(file.problems[0]?.reason));
  return beside.length === all.length
    ? { read: all, beside: [] }
    : { read: all.filter((one) => !beside.includes(one)), beside };
}

/** True where nothing is known of a file: reading has not come to it. */
export function isNotRead({ format, encoding, problemCount }: FileReport): boolean {
  return format === null && encoding === '' && problemCount === 0;
}
