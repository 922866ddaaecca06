import type { ColumnRole, MappedColumns } from '../model/columnMapping';
import type { ColumnPreview } from '../reading/filePreview';
import { readTime } from '../reading/localDate';
import { readDirectionCell } from './directionCell';
import { ROLE_WORDS, wordsOf } from './roleWords';

const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
/** Previews cut long values. */
const MESSAGE_ID = /^<[^<>\s]+(?:@[^<>\s]+>|…)$/;
const TLS_VERSION = /\b(?:SP_PROT_)?(?:TLS|SSL)/i;
const ADDRESS = /^\[?(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*(?::[0-9a-f]*){2,7})\]?(?::\d+)?$/i;
/** What values of a role look like, where that tells it; a column of other values does not hold it. */
const LOOKS_LIKE: Partial<Record<ColumnRole, (value: string) => boolean>> = {
  time: (value) => readTime(value) !== undefined,
};

/** Roles that values tell where no title does, if those of just one column look like it. */
const TOLD_BY_VALUES: readonly (readonly [ColumnRole, (value: string) => boolean])[] = [
  ['networkMessageId', (value) => GUID.test(value)],
  ['messageId', (value) => MESSAGE_ID.test(value)],
  ['direction', (value) => /\p{L}/u.test(value) && readDirectionCell(value) !== 'other'],
  ['tls', (value) => TLS_VERSION.test(value)],
  ['remoteHost', (value) => ADDRESS.test(value)],
];

/** Guesses what the columns of a table hold, by their titles and by their first values. Every column has one role at most. */
export function guessColumns(columns: readonly ColumnPreview[]): MappedColumns {
  const guessed: Partial<Record<ColumnRole, string>> = {};
  const free = new Set(columns);
  const take = (role: ColumnRole, column: ColumnPreview | undefined): void => {
    if (column !== undefined) {
      guessed[role] = column.title;
      free.delete(column);
    }
  };
  for (const [role, patterns] of ROLE_WORDS) {
    take(role, byTitle([...free], patterns, LOOKS_LIKE[role]));
  }
  for (const [role, looksLike] of TOLD_BY_VALUES) {
    if (guessed[role] === undefined) {
      take(role, onlyOne([...free].filter((column) => isTold(column, role, looksLike))));
    }
  }
  if (guessed.time === undefined) {
    take(
      'time',
      [...free].find(({ values }) => values.length > 0 && values.every((value) => readTime(value) !== undefined)),
    );
  }
  return guessed;
}

function byTitle(
  columns: readonly ColumnPreview[],
  patterns: readonly RegExp[],
  looksLike: (value: string) => boolean = () => true,
): ColumnPreview | undefined {
  for (const pattern of patterns) {
    const found = columns.find(({ title, values }) => pattern.test(wordsOf(title)) && values.every(looksLike));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** An id that is the same in all rows is none of a message. */
function isTold({ values }: ColumnPreview, role: ColumnRole, looksLike: (value: string) => boolean): boolean {
  const isId = role === 'networkMessageId' || role === 'messageId';
  return values.length > (isId ? 1 : 0) && values.every(looksLike);
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
