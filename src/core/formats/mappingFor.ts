import type { ColumnMapping } from '../model/columnMapping';
import { type Columns, normalizeTitle } from '../reading/columns';

/** What the user said of a file with these titles that lies there: the first mapping that fits; undefined where none does. */
export function mappingFor(
  { titles }: Columns,
  location: string,
  mappings: readonly ColumnMapping[],
): ColumnMapping | undefined {
  const header = signatureOf(titles);
  return mappings.find((mapping) =>
    mapping.file === undefined
      ? mapping.header.length > 0 && signatureOf(mapping.header) === header
      : isEndOf(mapping.file, location),
  );
}

/** True where two headers have the same titles, whatever their order and spelling. */
export function isSameHeader(one: readonly string[], other: readonly string[]): boolean {
  return signatureOf(one) === signatureOf(other);
}

function signatureOf(titles: readonly string[]): string {
  return [...new Set(titles.map(normalizeTitle))].sort().join('\n');
}

/** True where a path ends with another, whole names of folders and files only; either platform's. */
function isEndOf(end: string, path: string): boolean {
  const [wanted, whole] = [withSlashes(end), withSlashes(path)];
  return wanted !== '' && (whole === wanted || whole.endsWith(wanted.startsWith('/') ? wanted : `/${wanted}`));
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/').toLowerCase();
}
