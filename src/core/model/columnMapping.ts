import type { Direction } from './connector';
import type { FormatId } from './exportKind';

/** What a column of a table can hold, in the order in which a form asks for it. */
export const COLUMN_ROLES = [
  'time',
  'direction',
  'networkMessageId',
  'messageId',
  'tls',
  'cipher',
  'connector',
  'connectorType',
  'remoteHost',
  'sender',
] as const;

/** What a column of a table holds, as the user says. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** By role: a title. */
export type MappedColumns = Readonly<Partial<Record<ColumnRole, string>>>;

/** What the user says of files that no format recognises, or that another format than the recognised one shall read. */
export interface ColumnMapping {
  /** The titles of the files it is for: all of them in order, in any spelling of case and separators. */
  readonly header: readonly string[];
  /** For files without a header: the end of the one file's path, from a folder's or the file's name on. */
  readonly file?: string;
  /** Reads the files as exports of this kind, whatever they look like. The columns mean nothing then. */
  readonly format?: FormatId;
  readonly columns: MappedColumns;
  /** For tables without a column that tells it. */
  readonly direction?: Direction;
}

/** What a mapping that fits decides of a file: in which format it is read, or what its columns hold. */
export type ChosenReading = 'format' | 'columns';

/** What is wrong with a mapping of columns. */
export type MappingFault =
  /** No column tells the time. */
  | { readonly kind: 'noTime' }
  /** Neither a column tells the direction, nor is it the same for all. */
  | { readonly kind: 'noDirection' }
  /** A column is named that the file does not have. */
  | { readonly kind: 'noSuchColumn'; readonly role: ColumnRole; readonly title: string };

/** The first fault of a mapping; undefined where it can be used. `has`: whether the file has a title. */
export function mappingFault(
  { columns, direction }: Pick<ColumnMapping, 'columns' | 'direction'>,
  has: (title: string) => boolean,
): MappingFault | undefined {
  for (const role of COLUMN_ROLES) {
    const title = columns[role];
    if (title !== undefined && !has(title)) {
      return { kind: 'noSuchColumn', role, title };
    }
  }
  if (columns.time === undefined) {
    return { kind: 'noTime' };
  }
  return columns.direction === undefined && direction === undefined ? { kind: 'noDirection' } : undefined;
}
