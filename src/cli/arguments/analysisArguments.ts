import type { parseArgs } from 'node:util';
import type { AnalysisOptions } from '../../core/analyze';
import { DEFAULT_THRESHOLDS, shareOf } from '../../core/insights/thresholds';
import type { ConnectorType } from '../../core/model/connector';
import { dayOf } from '../../core/model/day';
import { choice, dayOption, numberOption, UsageError } from './options';
import { connectorThresholds, mutes, ruleThresholds } from './thresholdOptions';

/** The options of every command that reads exports: what is read, and how it is counted. */
export const ANALYSIS_OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  'last-week': { type: 'boolean' },
  'missing-tls-is-none': { type: 'boolean' },
  'minimum-share': { type: 'string' },
  'minimum-messages': { type: 'string' },
  'rule-threshold': { type: 'string', multiple: true },
  'connector-threshold': { type: 'string', multiple: true },
  mute: { type: 'string', multiple: true },
  'date-order': { type: 'string' },
  definitions: { type: 'string', multiple: true },
  'connector-type': { type: 'string', multiple: true },
  mapping: { type: 'string' },
} as const;

type AnalysisValues = ReturnType<typeof parseArgs<{ options: typeof ANALYSIS_OPTIONS }>>['values'];

/** What is read, and how it is counted. */
export interface AnalysisArguments {
  readonly files: readonly string[];
  /** Files that define connectors. */
  readonly definitions: readonly string[];
  /** A JSON file of column mappings. */
  readonly mapping?: string;
  readonly options: AnalysisOptions;
}

/** Throws {@link UsageError}. */
export function analysisArguments(
  command: string,
  values: AnalysisValues,
  files: readonly string[],
): AnalysisArguments {
  if (files.length === 0) {
    throw new UsageError(`${command} needs a file or a folder`);
  }
  const minimumShare = numberOption(values['minimum-share'], '--minimum-share', 100);
  const minimumMessages = numberOption(values['minimum-messages'], '--minimum-messages', Number.MAX_SAFE_INTEGER);
  const types = connectorTypes(values['connector-type'] ?? []);
  return {
    files,
    definitions: values.definitions ?? [],
    ...(values.mapping === undefined ? {} : { mapping: values.mapping }),
    options: {
      ...periodOf(values),
      missingTlsMeansNone: values['missing-tls-is-none'] ?? false,
      dateOrder: choice(values['date-order'] ?? 'monthFirst', '--date-order', ['monthFirst', 'dayFirst']),
      today: dayOf(Date.now()),
      thresholds: {
        share: minimumShare === undefined ? DEFAULT_THRESHOLDS.share : shareOf(minimumShare),
        messages: minimumMessages ?? DEFAULT_THRESHOLDS.messages,
      },
      ruleThresholds: ruleThresholds(values['rule-threshold'] ?? []),
      connectorThresholds: connectorThresholds(values['connector-threshold'] ?? []),
      muted: mutes(values.mute ?? []),
      typeOf: (_direction, name) => types.get(name.toLowerCase()) ?? 'Unknown',
    },
  };
}

function periodOf(values: AnalysisValues): Pick<AnalysisOptions, 'from' | 'to' | 'lastWeek'> {
  const from = dayOption(values.from, '--from');
  const to = dayOption(values.to, '--to');
  const lastWeek = values['last-week'] ?? false;
  if (lastWeek && (from !== undefined || to !== undefined)) {
    throw new UsageError('--last-week goes without --from and --to');
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError('--from is after --to');
  }
  return { lastWeek, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Types of connectors of which no record tells it, by name in lower case. */
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
