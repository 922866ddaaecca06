import { parseArgs } from 'node:util';
import { shareOf } from '../core/insights/thresholds';
import type { ConnectorType } from '../core/model/connector';
import { parseDay } from '../core/model/day';
import type { DateOrder } from '../core/reading/localDate';

/** What the command line asks for. */
export interface ReportArguments {
  readonly files: readonly string[];
  /** Files that define connectors. */
  readonly definitions: readonly string[];
  readonly format: 'text' | 'json';
  readonly missingTlsMeansNone: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly lastWeek: boolean;
  /** 0 to 1. */
  readonly minimumShare?: number;
  readonly minimumMessages?: number;
  readonly dateOrder: DateOrder;
  /** Types of connectors of which no record tells it, by name in lower case. */
  readonly connectorTypes: ReadonlyMap<string, ConnectorType>;
  /** A JSON file of column mappings. */
  readonly mapping?: string;
}

/** A command line that cannot be carried out; the message says what is wrong with it. */
export class UsageError extends Error {}

/** Reads the arguments of `report`. Throws {@link UsageError}. */
export function parseReportArguments(args: readonly string[]): ReportArguments {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) {
    throw new UsageError('report needs a file or a folder');
  }
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`--format takes text or json, not ${format}`);
  }
  const from = day(values.from, '--from');
  const to = day(values.to, '--to');
  const lastWeek = values['last-week'] ?? false;
  if (lastWeek && (from !== undefined || to !== undefined)) {
    throw new UsageError('--last-week goes without --from and --to');
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError('--from is after --to');
  }
  const minimumShare = number(values['minimum-share'], '--minimum-share', 100);
  const minimumMessages = number(values['minimum-messages'], '--minimum-messages', Number.MAX_SAFE_INTEGER);
  return {
    files: positionals,
    definitions: values.definitions ?? [],
    format,
    missingTlsMeansNone: values['missing-tls-is-none'] ?? false,
    lastWeek,
    dateOrder: dateOrder(values['date-order'] ?? 'monthFirst'),
    connectorTypes: connectorTypes(values['connector-type'] ?? []),
    ...(values.mapping === undefined ? {} : { mapping: values.mapping }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(minimumShare === undefined ? {} : { minimumShare: shareOf(minimumShare) }),
    ...(minimumMessages === undefined ? {} : { minimumMessages }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        'last-week': { type: 'boolean' },
        'missing-tls-is-none': { type: 'boolean' },
        'minimum-share': { type: 'string' },
        'minimum-messages': { type: 'string' },
        'date-order': { type: 'string' },
        definitions: { type: 'string', multiple: true },
        'connector-type': { type: 'string', multiple: true },
        mapping: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function day(text: string | undefined, option: string): string | undefined {
  if (text !== undefined && parseDay(text) === undefined) {
    throw new UsageError(`${option} takes a day such as 2026-03-02, not ${text}`);
  }
  return text;
}

function number(text: string | undefined, option: string, most: number): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > most) {
    throw new UsageError(`${option} takes a number from 0${most === 100 ? ' to 100 (per cent)' : ' up'}, not ${text}`);
  }
  return value;
}

function dateOrder(text: string): DateOrder {
  if (text !== 'monthFirst' && text !== 'dayFirst') {
    throw new UsageError(`--date-order takes monthFirst or dayFirst, not ${text}`);
  }
  return text;
}

function connectorTypes(texts: readonly string[]): Map<string, ConnectorType> {
  const types = new Map<string, ConnectorType>();
  for (const text of texts) {
    const [, name = '', type] = /^(.+)=(Partner|OnPremises)$/.exec(text) ?? [];
    if (type !== 'Partner' && type !== 'OnPremises') {
      throw new UsageError(`--connector-type takes NAME=Partner or NAME=OnPremises, not ${text}`);
    }
    types.set(name.toLowerCase(), type);
  }
  return types;
}
