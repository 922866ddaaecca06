import * as vscode from 'vscode';
import { type ComparedPeriods, readPeriod, usualPeriods } from '../../core/compare/comparedPeriods';
import type { Period } from '../../core/model/day';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { restoredSet, type SourceSet } from '../sources/sourceSet';
import { askForPeriods } from './askForPeriods';

/** What a report is held against: a file, another analysis, or itself at another time. */
export type ComparedWith =
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | { readonly kind: 'set'; readonly set: SourceSet }
  | ({ readonly kind: 'periods' } & ComparedPeriods);

/** An entry of the choice; `choose` asks for what it leaves open. */
interface Entry extends vscode.QuickPickItem {
  readonly choose?: () => Promise<ComparedWith | undefined>;
}

/** Asks what an analysis, with mail of some days, is held against; undefined where the user changes their mind. */
export async function chooseComparison(
  analysis: ExportAnalysis,
  data: Period | null,
  store: AnalysisStore,
): Promise<ComparedWith | undefined> {
  const title = vscode.l10n.t('Compare with');
  const entries = [
    ...periodEntries(data),
    ...otherEntries(analysis, store),
    separator(vscode.l10n.t('Elsewhere')),
    fileEntry(),
  ];
  const placeHolder = vscode.l10n.t('What to hold the report against');
  return (await vscode.window.showQuickPick(entries, { title, placeHolder }))?.choose?.();
}

/** Reads what a command was given, so that it need not ask; anyone can run it with anything. */
export function parseComparison(given: unknown, data: Period | null): ComparedWith | undefined {
  if (given instanceof vscode.Uri) {
    return { kind: 'file', uri: given };
  }
  if (typeof given === 'string') {
    const set = restoredSet(given);
    return set && { kind: 'set', set };
  }
  if (typeof given !== 'object' || given === null || data === null || !('before' in given) || !('now' in given)) {
    return undefined;
  }
  const [before, now] = [readPeriod(String(given.before), data), readPeriod(String(given.now), data)];
  return before && now && { kind: 'periods', before, now };
}

function periodEntries(data: Period | null): Entry[] {
  const pairs = data === null ? [] : usualPeriods(data);
  const labels = {
    lastWeeks: vscode.l10n.t('The week before'),
    firstWeek: vscode.l10n.t('The first week'),
    halves: vscode.l10n.t('The first half of the days'),
  };
  if (data === null || pairs.length === 0) {
    return [];
  }
  return [
    separator(vscode.l10n.t('Earlier days of this report')),
    ...pairs.map(({ kind, before, now }) => ({
      label: labels[kind],
      description: vscode.l10n.t('{0} to {1}', before.start, before.end),
      choose: async () => ({ kind: 'periods' as const, before, now }),
    })),
    {
      label: vscode.l10n.t('Other days…'),
      choose: async () => {
        const periods = await askForPeriods(data);
        return periods && { kind: 'periods', ...periods };
      },
    },
  ];
}

function otherEntries(analysis: ExportAnalysis, store: AnalysisStore): Entry[] {
  const others = [...store.all].filter((one) => one !== analysis && one.state.kind === 'done');
  return others.length === 0
    ? []
    : [
        separator(vscode.l10n.t('Other open reports')),
        ...others.map(({ title, uri, set }) => ({
          label: title,
          description: vscode.workspace.asRelativePath(uri),
          choose: async () => ({ kind: 'set' as const, set }),
        })),
      ];
}

function fileEntry(): Entry {
  return {
    label: vscode.l10n.t('A file…'),
    description: vscode.l10n.t('an export, a report saved as JSON, or a baseline'),
    choose: async () => {
      const [uri] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Compare with') })) ?? [];
      return uri && { kind: 'file', uri };
    },
  };
}

function separator(label: string): Entry {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
