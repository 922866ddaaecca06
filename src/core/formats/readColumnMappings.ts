import { COLUMN_ROLES, type ColumnMapping, type ColumnRole, type MappedColumns } from '../model/columnMapping';
import { DIRECTIONS, type Direction } from '../model/connector';
import { EXPORT_KINDS, type FormatId } from '../model/exportKind';

/** What was found in a list of mappings that somebody wrote. */
export interface ReadMappings {
  /** Those that can be used. */
  readonly mappings: readonly ColumnMapping[];
  /** In English, what was left out and why; `[0]` is the list's first entry. */
  readonly faults: readonly string[];
}

/**
 * Reads mappings as the setting `mailFlow.columnMappings` and the terminal's `--mapping` hold them:
 * `{ header, columns, direction? }`, `{ header, format }` or `{ file, format }`. What is of a wrong kind is left out.
 */
export function readColumnMappings(value: unknown): ReadMappings {
  if (!Array.isArray(value)) {
    return { mappings: [], faults: ['not a list of mappings'] };
  }
  const faults: string[] = [];
  const mappings = value.flatMap((entry: unknown, index): ColumnMapping[] => {
    const read = readEntry(entry, (fault) => faults.push(`[${index}]: ${fault}`));
    return read === undefined ? [] : [read];
  });
  return { mappings, faults };
}

function readEntry(entry: unknown, tell: (fault: string) => void): ColumnMapping | undefined {
  if (!isObject(entry)) {
    tell('not an object');
    return undefined;
  }
  const header = isTextList(entry.header) ? entry.header : [];
  const file = isText(entry.file) ? entry.file : undefined;
  const format = readFormat(entry.format, tell);
  if (format !== undefined && (header.length > 0 || file !== undefined)) {
    return header.length > 0 ? { header, format, columns: {} } : { header, format, columns: {}, file: file as string };
  }
  if (header.length === 0) {
    tell(file === undefined ? 'header has to be a list of titles' : 'file goes with a known format only');
    return undefined;
  }
  if (!isObject(entry.columns)) {
    tell('neither columns nor a known format');
    return undefined;
  }
  const columns = readColumns(entry.columns, tell);
  const direction = readDirection(entry.direction, tell);
  return direction === undefined ? { header, columns } : { header, columns, direction };
}

/** `mapped-table` is what columns make of a file by themselves. */
function readFormat(value: unknown, tell: (fault: string) => void): FormatId | undefined {
  if (value === undefined || value === 'mapped-table') {
    return undefined;
  }
  if (typeof value === 'string' && Object.hasOwn(EXPORT_KINDS, value)) {
    return value as FormatId;
  }
  tell(`no such format: ${JSON.stringify(value)}`);
  return undefined;
}

function readColumns(value: Record<string, unknown>, tell: (fault: string) => void): MappedColumns {
  const columns: Partial<Record<ColumnRole, string>> = {};
  for (const [role, title] of Object.entries(value)) {
    const known = COLUMN_ROLES.find((one) => one === role);
    if (known === undefined || !isText(title)) {
      tell(known === undefined ? `no column is for ${JSON.stringify(role)}` : `${role} has to be a title`);
    } else {
      columns[known] = title;
    }
  }
  return columns;
}

function readDirection(value: unknown, tell: (fault: string) => void): Direction | undefined {
  const direction = DIRECTIONS.find((one) => one === value);
  if (value !== undefined && direction === undefined) {
    tell(`direction has to be inbound or outbound, not ${JSON.stringify(value)}`);
  }
  return direction;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Some exports have a column without a title. */
function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') && value.some(isText);
}
