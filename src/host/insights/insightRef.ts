import * as vscode from 'vscode';
import { RULE_IDS, type RuleId } from '../../core/model/ruleTable';
import { insightConnectorKey } from '../../core/report/connectorReport';
import type { Insight } from '../../core/report/report';
import { connectorLabel, insightTitle } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import { type SourceSet, savedSet } from '../sources/sourceSet';

/** What tells an insight from the others of a report: it stays the same when the file is read again. */
export interface InsightRef {
  readonly rule: RuleId;
  /** That of its connector (`insightConnectorKey` in connectorReport.ts). */
  readonly connector: string;
  /** What the report is of (`savedSet` in sourceSet.ts); else of the file that the command is given. */
  readonly set?: string;
}

/** What stands for an insight in a command. */
export function refOf({ insight, set }: { readonly insight: Insight; readonly set: SourceSet }): InsightRef {
  return { rule: insight.rule, connector: insightConnectorKey(insight), set: savedSet(set) };
}

/** Reads what a command was given; anyone can run it with anything. */
export function parseInsightRef(value: unknown): InsightRef | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { rule: told, connector, set } = value as Record<string, unknown>;
  const rule = RULE_IDS.find((id) => id === told);
  if (rule === undefined || typeof connector !== 'string') {
    return undefined;
  }
  return { rule, connector, ...(typeof set === 'string' ? { set } : {}) };
}

/** The insight that a command is about: the one it was given, the only one, or the one that the user chooses. */
export async function chooseInsight(
  insights: readonly Insight[],
  given: InsightRef | undefined,
  strings: PageStrings,
): Promise<Insight | undefined> {
  if (given !== undefined) {
    const found = insights.find((insight) => isSame(insight, given));
    if (found === undefined) {
      throw new Error(vscode.l10n.t('The report has this insight no more.'));
    }
    return found;
  }
  if (insights.length === 0) {
    throw new Error(vscode.l10n.t('The report has no insights.'));
  }
  const items = insights.map((insight) => ({ ...itemOf(insight, strings), insight }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Choose an Insight'),
    matchOnDescription: true,
  });
  return chosen?.insight;
}

/** An insight in a list to choose from. */
export function itemOf(insight: Insight, strings: PageStrings): vscode.QuickPickItem {
  const { rule, isNearMiss, direction, connector: name, connectorType: type } = insight;
  return {
    label: insightTitle(strings, rule, isNearMiss),
    description: connectorLabel(strings, { direction, name, type }),
  };
}

function isSame(insight: Insight, { rule, connector }: InsightRef): boolean {
  return insight.rule === rule && insightConnectorKey(insight) === connector;
}
