import { type Period, parseDay } from '../../core/model/day';
import { ANALYSIS_OPTIONS, type AnalysisArguments, analysisArguments } from './analysisArguments';
import { choice, parseOptions, UsageError } from './options';

const FORMATS = ['markdown', 'text', 'json'] as const;

/** What `compare` is asked for. */
export interface CompareArguments extends AnalysisArguments {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  /** Names of connectors are replaced: a comparison names nobody else. */
  readonly isRedacted: boolean;
  /** Two periods of the same exports, the earlier one first; where not given, the two files are compared. */
  readonly periods?: readonly [Period, Period];
}

const COMPARE_OPTIONS = {
  ...ANALYSIS_OPTIONS,
  format: { type: 'string' },
  output: { type: 'string' },
  redact: { type: 'boolean' },
  period: { type: 'string', multiple: true },
} as const;

/** Reads the arguments of `compare`. Throws {@link UsageError}. */
export function parseCompareArguments(args: readonly string[]): CompareArguments {
  const { values, positionals } = parseOptions(args, COMPARE_OPTIONS);
  const periods = (values.period ?? []).map(periodOption);
  const [before, now, ...more] = periods;
  if (periods.length > 0 && (before === undefined || now === undefined || more.length > 0)) {
    throw new UsageError('compare takes --period twice: the earlier one, then the later one');
  }
  if (before === undefined && positionals.length !== 2) {
    throw new UsageError(
      'compare takes two: reports that report --format json has written, exports, or folders of them',
    );
  }
  if (before !== undefined && (values.from ?? values.to ?? values['last-week']) !== undefined) {
    throw new UsageError('--period goes without --from, --to and --last-week');
  }
  return {
    ...analysisArguments('compare', values, positionals),
    format: choice(values.format ?? 'markdown', '--format', FORMATS),
    isRedacted: values.redact ?? false,
    ...(values.output === undefined ? {} : { output: values.output }),
    ...(before === undefined || now === undefined ? {} : { periods: [before, now] as const }),
  };
}

/** `2026-03-02..2026-03-08` */
function periodOption(text: string): Period {
  const [start = '', end = ''] = text.split('..');
  if (parseDay(start) === undefined || parseDay(end) === undefined || text !== `${start}..${end}` || start > end) {
    throw new UsageError(`--period takes two UTC days such as 2026-03-02..2026-03-08, not ${text}`);
  }
  return { start, end };
}
