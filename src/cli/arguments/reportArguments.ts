import type { RedactionOptions } from '../../core/export/content';
import { EXPORT_FORMATS } from '../../core/export/exportReport';
import { FAIL_ON, type FailOn } from '../../core/insights/failOn';
import { ANALYSIS_OPTIONS, type AnalysisArguments, analysisArguments } from './analysisArguments';
import { choice, parseOptions, UsageError } from './options';
import { redaction } from './redactOptions';

/** What a report is printed as. */
export const FORMATS = ['text', ...EXPORT_FORMATS, 'sarif'] as const;
export type OutputFormat = (typeof FORMATS)[number];

/** How a report is printed, and where to. */
export interface OutputArguments {
  readonly format: OutputFormat;
  /** The file to write to; standard output where it is not given. */
  readonly output?: string;
  readonly delimiter: ',' | ';';
  /** Null: nothing is replaced. */
  readonly redaction: RedactionOptions | null;
}

/** What `report` is asked for. */
export interface ReportArguments extends AnalysisArguments, OutputArguments {
  readonly failOn: readonly FailOn[];
  /** A baseline file that the report is held against. */
  readonly baseline?: string;
  /** The file that the report is written to as a baseline. */
  readonly writeBaseline?: string;
}

const REPORT_OPTIONS = {
  ...ANALYSIS_OPTIONS,
  format: { type: 'string' },
  output: { type: 'string' },
  delimiter: { type: 'string' },
  redact: { type: 'boolean' },
  keep: { type: 'string', multiple: true },
  'fail-on': { type: 'string', multiple: true },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
} as const;

/** Reads the arguments of `report`. Throws {@link UsageError}. */
export function parseReportArguments(args: readonly string[]): ReportArguments {
  const { values, positionals } = parseOptions(args, REPORT_OPTIONS);
  const format = choice(values.format ?? 'text', '--format', FORMATS);
  const { output, baseline, 'write-baseline': writeBaseline } = values;
  return {
    ...analysisArguments('report', values, positionals),
    format,
    delimiter: delimiter(values.delimiter ?? ',', format),
    redaction: redaction(values.redact ?? false, values.keep ?? [], ['connectors', 'file-names', 'paths']),
    failOn: (values['fail-on'] ?? ['warning']).map((text) => choice(text, '--fail-on', FAIL_ON)),
    ...(output === undefined ? {} : { output }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(writeBaseline === undefined ? {} : { writeBaseline }),
  };
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
