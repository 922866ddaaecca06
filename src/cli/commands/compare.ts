import { open, readFile, stat } from 'node:fs/promises';
import { type Comparison, compare } from '../../core/compare/compare';
import { comparisonJson } from '../../core/compare/comparisonJson';
import { comparisonMarkdown } from '../../core/compare/comparisonMarkdown';
import { comparisonText } from '../../core/compare/comparisonText';
import { redactComparison } from '../../core/compare/redactComparison';
import { NoReport, readSnapshot, type Snapshot, snapshotOf } from '../../core/compare/snapshot';
import type { Period } from '../../core/model/day';
import { volumeOf } from '../../core/model/tls';
import { ENGLISH_WORDING } from '../../core/report/wording';
import { Slices } from '../../core/surroundings';
import { pause } from '../../platform/node/pause';
import { type CompareArguments, parseCompareArguments } from '../arguments/compareArguments';
import { noMessageOn } from '../countedDays';
import { checkOutput } from '../inputs';
import { nothingPrinted, type Outcome, type Surface } from '../outcome';
import { readExports } from '../readExports';

/** What is compared, and what could not be used of it. */
interface Compared {
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly errors: readonly string[];
  readonly isUnreadable: boolean;
  /** Why one cannot be held against the other: where there is a reason, nothing is compared. */
  readonly reasons: readonly string[];
}

/** Holds two reports, two sets of exports or two periods against each other. Throws UsageError. */
export async function compareReports(args: readonly string[], surface: Surface): Promise<Outcome> {
  const asked = parseCompareArguments(args);
  if (asked.output !== undefined) {
    await checkOutput(asked.output, asked.files);
  }
  const { before, now, errors, isUnreadable, reasons } =
    asked.periods === undefined
      ? await twoSets(asked, surface)
      : await twoPeriods(asked, asked.periods[0], asked.periods[1], surface);
  if (reasons.length > 0) {
    return nothingPrinted([...errors, ...reasons]);
  }
  const comparison = compare(before, now);
  const text = textOf(asked.isRedacted ? redactComparison(comparison) : comparison, asked.format);
  return {
    output: asked.output === undefined ? text : '',
    errors,
    status: isUnreadable ? 2 : 0,
    files: asked.output === undefined ? [] : [{ path: asked.output, text }],
  };
}

async function twoSets(asked: CompareArguments, surface: Surface): Promise<Compared> {
  const [before, now] = [
    await oneSet(asked, asked.files[0] ?? '', surface),
    await oneSet(asked, asked.files[1] ?? '', surface),
  ];
  return {
    before: before.snapshot,
    now: now.snapshot,
    errors: [...before.errors, ...now.errors],
    isUnreadable: before.isUnreadable || now.isUnreadable,
    reasons: [...before.reasons, ...now.reasons],
  };
}

/** A report that was saved as JSON, else an export or a folder of them. */
async function oneSet(
  asked: CompareArguments,
  name: string,
  surface: Surface,
): Promise<{ readonly snapshot: Snapshot } & Pick<Compared, 'errors' | 'isUnreadable' | 'reasons'>> {
  const saved = await savedReport(name);
  if (saved !== undefined) {
    return { snapshot: saved, errors: [], isUnreadable: false, reasons: withoutMessage(name, saved) };
  }
  const { report, errors, isUnreadable, noMessage } = await readExports({ ...asked, files: [name] }, surface.progress);
  const snapshot = snapshotOf(report);
  const reasons =
    noMessage !== undefined
      ? [`${name}: ${noMessage}`]
      : isUnreadable
        ? [`${name}: nothing was compared, since not everything could be read`]
        : withoutMessage(name, snapshot);
  return { snapshot, errors, isUnreadable, reasons };
}

/** Where one side tells of no message, everything would seem to have appeared or disappeared. */
function withoutMessage(name: string, { connectors }: Snapshot): string[] {
  const isEmpty = connectors.every(({ tls }) => volumeOf(tls) === 0);
  return isEmpty ? [`${name}: nothing was compared, since no message was counted`] : [];
}

/** No report is as long. */
const LONGEST_REPORT = 256 * 1024 * 1024;

/** Undefined where the file is no report, whatever else it is. */
async function savedReport(name: string): Promise<Snapshot | undefined> {
  const found = await stat(name).catch(() => undefined);
  if (found?.isFile() !== true || found.size > LONGEST_REPORT || !(await looksLikeJson(name))) {
    return undefined;
  }
  try {
    return readSnapshot(JSON.parse((await readFile(name, 'utf8')).replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof NoReport || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

async function looksLikeJson(name: string): Promise<boolean> {
  const file = await open(name);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return /^\uFEFF?\s*\{/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Everything is read once, and then looked at twice. */
async function twoPeriods(asked: CompareArguments, before: Period, now: Period, surface: Surface): Promise<Compared> {
  const { analysis, errors, isUnreadable } = await readExports(asked, surface.progress);
  const reasons: string[] = [];
  const of = async (period: Period): Promise<Snapshot> => {
    const report = await new Slices({ pause }).all(analysis.reportFor(period));
    const noMessage = noMessageOn({ from: period.start, to: period.end }, report?.connectors ?? [], analysis);
    reasons.push(...(noMessage === undefined ? [] : [noMessage]));
    return report === undefined ? { period, connectors: [], insights: [] } : snapshotOf(report);
  };
  return { before: await of(before), now: await of(now), errors, isUnreadable, reasons };
}

function textOf(comparison: Comparison, format: CompareArguments['format']): string {
  switch (format) {
    case 'markdown':
      return comparisonMarkdown(comparison, ENGLISH_WORDING, 'en');
    case 'text':
      return comparisonText(comparison);
    case 'json':
      return `${JSON.stringify(comparisonJson(comparison), null, 2)}\n`;
  }
}
