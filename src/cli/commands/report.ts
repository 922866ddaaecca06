import { resolve } from 'node:path';
import {
  type Baseline,
  type BaselineVerdict,
  baselineJson,
  heldAgainst,
  readBaseline,
} from '../../core/compare/baseline';
import { type FailOn, isFailure } from '../../core/insights/failOn';
import type { MailFlowReport } from '../../core/report/report';
import { UsageError } from '../arguments/options';
import { parseReportArguments, type ReportArguments } from '../arguments/reportArguments';
import { checkOutput, type Inputs } from '../inputs';
import { jsonIn } from '../jsonIn';
import { notesOnNames } from '../knownConnectors';
import { nothingPrinted, type Outcome, type Surface } from '../outcome';
import { outputOf } from '../output';
import { readExports } from '../readExports';

const NO_BASELINE = 'no baseline was written, since not everything could be read';

/** Reads exports and prints their report. Throws UsageError. */
export async function report(args: readonly string[], surface: Surface): Promise<Outcome> {
  const asked = parseReportArguments(args);
  const { output, writeBaseline } = asked;
  const baseline = asked.baseline === undefined ? undefined : await baselineIn(asked.baseline);
  const read = await readExports(asked, surface.progress, (inputs) => checkTargets(asked, inputs));
  if (read.noMessage !== undefined) {
    return nothingPrinted([...read.errors, read.noMessage]);
  }
  const verdict = baseline === undefined ? undefined : heldAgainst(baseline, read.report);
  const text = await outputOf(read, verdict, asked, surface.isColoured && output === undefined);
  const files = output === undefined ? [] : [{ path: output, text }];
  const errors = [...read.errors, ...notesOnNames(asked.options, read.report.connectors)];
  if (writeBaseline !== undefined && read.isUnreadable) {
    errors.push(NO_BASELINE);
  } else if (writeBaseline !== undefined) {
    files.push({ path: writeBaseline, text: `${JSON.stringify(baselineJson(read.report), null, 2)}\n` });
  }
  return {
    output: output === undefined ? text : '',
    errors,
    status: read.isUnreadable ? 2 : hasFailed(read.report, verdict, asked.failOn) ? 1 : 0,
    files,
  };
}

async function checkTargets({ output, writeBaseline }: ReportArguments, { paths }: Inputs): Promise<void> {
  if (output !== undefined && writeBaseline !== undefined && resolve(output) === resolve(writeBaseline)) {
    throw new UsageError('--output and --write-baseline name the same file');
  }
  if (output !== undefined) {
    await checkOutput(output, paths, '--output');
  }
  if (writeBaseline !== undefined) {
    await checkOutput(writeBaseline, paths, '--write-baseline');
  }
}

/** Where there is a baseline, only what is new or worse makes the run fail. */
function hasFailed(
  { insights }: MailFlowReport,
  verdict: BaselineVerdict | undefined,
  failOn: readonly FailOn[],
): boolean {
  return insights.some((insight, index) => verdict?.states[index] !== 'known' && isFailure(insight, failOn));
}

function baselineIn(path: string): Promise<Baseline> {
  return jsonIn(path, 'no baseline', readBaseline);
}
