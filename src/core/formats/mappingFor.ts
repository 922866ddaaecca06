import type { ColumnMapping } from '../model/columnMapping';
import { type Columns, normalizeTitle } from '../reading/columns';

/** What the user said of a file with these titles that lies there: the first mapping that fits; undefined where none does. */
export function mappingFor(
  columns: Columns,
  location: string,
  mappings: readonly ColumnMapping[],
): ColumnMapping | undefined {
  return mappings.find(({ header, file }) =>
    file === undefined ? header.length > 0 && isHeader(header, columns) : isEndOf(file, location),
  );
}

/** True where the first `count` titles, all by default, are those of a mapping, in its order and in any spelling. */
export function isHeader(header: readonly string[], { titles }: Columns, count = titles.length): boolean {
  return (
    header.length === count &&
    titles.length >= count &&
    header.every((title, position) => normalizeTitle(title) === normalizeTitle(titles[position] ?? ''))
  );
}

/** True where a path ends with another, whole names of folders and files only; either platform's. */
function isEndOf(end: string, path: string): boolean {
  const [wanted, whole] = [withSlashes(end), withSlashes(path)];
  return wanted !== '' && (whole === wanted || whole.endsWith(wanted.startsWith('/') ? wanted : `/${wanted}`));
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/').toLowerCase();
}
