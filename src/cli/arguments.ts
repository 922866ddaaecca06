import { parseArgs } from 'node:util';
import type { RedactionOptions } from '../core/export/content';
import { EXPORT_FORMATS } from '../core/export/exportReport';
import { REDACT_ALL } from '../core/export/redact';
import { shareOf } from '../core/insights/thresholds';
import type { ConnectorType } from '../core/model/connector';
import { parseDay } from '../core/model/day';
import type { DateOrder } from '../core/reading/localDate';

/** What a report is printed as. */
const FORMATS = ['text', ...EXPORT_FORMATS] as const;
export type OutputFormat = (typeof FORMATS)[number];

/** What the command line asks for. */
export interface ReportArguments {
  readonly files: readonly string[];
  /** Files that define connectors. */
  readonly definitions: readonly string[];
  readonly format: OutputFormat;
  /** The file to write to; standard output where it is not given. */
  readonly output?: string;
  readonly delimiter: ',' | ';';
  /** Null: nothing is replaced. */
  readonly redaction: RedactionOptions | null;
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
  const format = outputFormat(values.format ?? 'text');
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
    delimiter: delimiter(values.delimiter ?? ',', format),
    redaction: redaction(values.redact ?? false, values.keep ?? []),
    ...(values.output === undefined ? {} : { output: values.output }),
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
        output: { type: 'string' },
        delimiter: { type: 'string' },
        redact: { type: 'boolean' },
        keep: { type: 'string', multiple: true },
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

function outputFormat(text: string): OutputFormat {
  const format = FORMATS.find((one) => one === text);
  if (format === undefined) {
    throw new UsageError(`--format takes ${FORMATS.join(', ')}, not ${text}`);
  }
  return format;
}

function delimiter(text: string, format: OutputFormat): ',' | ';' {
  if (text !== ',' && text !== ';') {
    throw new UsageError(`--delimiter takes , or ; and not ${text}`);
  }
  if (text === ';' && !format.startsWith('csv')) {
    throw new UsageError('--delimiter goes with --format csv and csv-hosts');
  }
  return text;
}

/** What `--keep` names is left as it is. */
function redaction(isRedacted: boolean, kept: readonly string[]): RedactionOptions | null {
  const wrong = kept.find((what) => !['connectors', 'file-names', 'paths'].includes(what));
  if (wrong !== undefined) {
    throw new UsageError(`--keep takes connectors, file-names or paths, not ${wrong}`);
  }
  if (!isRedacted && kept.length > 0) {
    throw new UsageError('--keep goes with --redact');
  }
  const files = kept.includes('paths') ? 'kept' : kept.includes('file-names') ? 'folders' : REDACT_ALL.files;
  return isRedacted ? { connectors: !kept.includes('connectors'), files } : null;
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
