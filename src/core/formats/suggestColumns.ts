import { COLUMN_ROLES, type ColumnMapping, type ColumnRole, type MappedColumns } from '../model/columnMapping';
import type { Direction } from '../model/connector';
import { Columns } from '../reading/columns';
import type { ColumnPreview } from '../reading/filePreview';
import { guessColumns } from './guessColumns';

/** So many columns that are still there tell an export that has changed from another one. */
const SIMILAR = 3;

/** What a form offers to begin with. */
export interface Suggestion {
  readonly columns: MappedColumns;
  readonly direction: Direction | null;
  /** Columns that a mapping names and the table does not have. */
  readonly missing: readonly string[];
}

/**
 * What the columns of a table may hold: what the mapping in force says, else one of `mappings` for titles that are not quite
 * these (exports change from version to version), else what titles and values look like.
 */
export function suggestColumns(
  columns: readonly ColumnPreview[],
  inForce: ColumnMapping | undefined,
  mappings: readonly ColumnMapping[],
): Suggestion {
  const titles = new Columns(columns.map(({ title }) => title));
  const known = inForce ?? mappings.find((mapping) => isSimilar(mapping, titles));
  if (known === undefined || known.format !== undefined) {
    return { columns: guessColumns(columns), direction: null, missing: [] };
  }
  return {
    columns: stillThere(known.columns, columns, titles),
    direction: known.direction ?? null,
    missing: Object.values(known.columns).filter((title) => !titles.has(title)),
  };
}

function isSimilar({ columns }: ColumnMapping, titles: Columns): boolean {
  const mapped = Object.values(columns);
  const there = mapped.filter((title) => titles.has(title)).length;
  return there >= SIMILAR && 2 * there > mapped.length;
}

/** The mapped columns that the table has, spelled as it spells them; in place of the others, guesses. */
function stillThere(mapped: MappedColumns, columns: readonly ColumnPreview[], titles: Columns): MappedColumns {
  const found: Partial<Record<ColumnRole, string>> = {};
  for (const role of COLUMN_ROLES) {
    const title = mapped[role] === undefined ? undefined : titles.titles[titles.find(mapped[role])];
    if (title !== undefined) {
      found[role] = title;
    }
  }
  const taken = new Set(Object.values(found));
  const guessed = guessColumns(columns.filter(({ title }) => !taken.has(title)));
  for (const role of COLUMN_ROLES) {
    if (mapped[role] !== undefined && guessed[role] !== undefined) {
      found[role] ??= guessed[role];
    }
  }
  return found;
}
