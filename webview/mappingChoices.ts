import { COLUMN_ROLES, type ColumnRole, mappingFault } from '../src/core/model/columnMapping';
import type { Direction } from '../src/core/model/connector';
import type { ColumnChoices, MappableColumn } from '../src/protocol/messages';

/** The value of a field that says nothing. */
export const NOTHING = '';

/** What a field shows: the value of one of its entries. */
export function entryFor({ columns, direction }: ColumnChoices, role: ColumnRole): string {
  const title = columns[role];
  if (title !== undefined) {
    return columnValue(title);
  }
  return role === 'direction' && direction !== null ? directionValue(direction) : NOTHING;
}

/** The value of the entry for a column. */
export function columnValue(title: string): string {
  return `column:${title}`;
}

/** The value of the entry that says the same of all rows. */
export function directionValue(direction: Direction): string {
  return `all:${direction}`;
}

/** The choices once an entry of a field has been taken. */
export function withValue(choices: ColumnChoices, role: ColumnRole, value: string): ColumnChoices {
  const { [role]: _before, ...columns } = choices.columns;
  const direction = role === 'direction' ? null : choices.direction;
  if (value.startsWith('column:')) {
    return { columns: { ...columns, [role]: value.slice('column:'.length) }, direction };
  }
  return { columns, direction: value.startsWith('all:') ? (value.slice('all:'.length) as Direction) : direction };
}

/** Why choices cannot be applied; undefined where they can. */
export function faultOf(choices: ColumnChoices, columns: readonly MappableColumn[]) {
  const titles = new Set(columns.map(({ title }) => title));
  const { direction, ...rest } = choices;
  return mappingFault(direction === null ? rest : { ...rest, direction }, (title) => titles.has(title));
}

/** Those of the choices that a file with these columns has. */
export function fitting(choices: ColumnChoices, columns: readonly MappableColumn[]): ColumnChoices {
  const titles = new Set(columns.map(({ title }) => title));
  const there = COLUMN_ROLES.flatMap((role) => {
    const title = choices.columns[role];
    return title !== undefined && titles.has(title) ? [[role, title] as const] : [];
  });
  return { columns: Object.fromEntries(there), direction: choices.direction };
}
