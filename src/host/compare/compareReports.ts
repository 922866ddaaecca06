import * as vscode from 'vscode';
import { compare } from '../../core/compare/compare';
import { redactComparison } from '../../core/compare/redactComparison';
import { type Snapshot, snapshotOf } from '../../core/compare/snapshot';
import type { Period } from '../../core/model/day';
import type { ShownComparison } from '../../protocol/messages';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { reportOf } from '../analysis/whenRead';
import { fileSet, nameOf } from '../sources/sourceSet';
import { chooseComparison, parseComparison } from './comparisonChoice';
import { savedReport } from './savedReport';

/** What is held against a report, and what it is called. */
interface Before {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly isBaseline: boolean;
}

/**
 * Holds a report against what the user chooses, or `given` names: a file (uri), another analysis (`savedSet`), or two periods of
 * its own (`{ before, now }`, as text). Undefined where the user changes their mind.
 */
export async function compareReport(
  analysis: ExportAnalysis,
  given: unknown,
  store: AnalysisStore,
): Promise<ShownComparison | undefined> {
  const report = await reportOf(analysis, store);
  const chosen = parseComparison(given, report.period) ?? (await chooseComparison(analysis, report.period, store));
  if (chosen === undefined) {
    return undefined;
  }
  const { title } = analysis;
  if (chosen.kind === 'periods') {
    const [before, now] = [await periodOf(analysis, chosen.before), await periodOf(analysis, chosen.now)];
    return shown({ before: title, now: title, comparison: compare(before, now), hasInsightsOnly: false });
  }
  const before =
    chosen.kind === 'file' ? await fromFile(chosen.uri, store) : await fromAnalysis(store.openSet(chosen.set), store);
  const comparison = compare(before.snapshot, snapshotOf(report));
  return shown({
    before: before.name,
    now: title,
    comparison: before.isBaseline ? { ...comparison, directions: [], connectors: [] } : comparison,
    hasInsightsOnly: before.isBaseline,
  });
}

function shown(comparison: Omit<ShownComparison, 'redacted'>): ShownComparison {
  return { ...comparison, redacted: redactComparison(comparison.comparison) };
}

async function fromFile(uri: vscode.Uri, store: AnalysisStore): Promise<Before> {
  const saved = await savedReport(uri);
  return saved === undefined ? await fromAnalysis(store.openSet(fileSet(uri)), store) : { ...saved, name: nameOf(uri) };
}

/** Reads what has not been read yet, and keeps it until it is read. */
async function fromAnalysis(analysis: ExportAnalysis, store: AnalysisStore): Promise<Before> {
  const hold = store.hold(analysis);
  try {
    return { name: analysis.title, snapshot: snapshotOf(await reportOf(analysis, store)), isBaseline: false };
  } finally {
    hold.dispose();
  }
}

async function periodOf(analysis: ExportAnalysis, period: Period): Promise<Snapshot> {
  const report = await analysis.ask((asked) => asked.reportFor(period));
  if (report === null) {
    throw new Error(vscode.l10n.t('The file is being read again. Try once more when that is done.'));
  }
  return snapshotOf(report);
}
