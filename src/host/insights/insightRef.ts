import * as vscode from 'vscode';
import { DIRECTIONS, type Direction } from '../../core/model/connector';
import { RULE_IDS, type RuleId } from '../../core/model/ruleTable';
import type { Insight } from '../../core/report/report';
import { connectorLabel, insightTitle } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import type { ExportAnalysis } from '../exportAnalysis';

/** What tells an insight from the others of a report: it stays the same when the file is read again. */
export interface InsightRef {
  readonly rule: RuleId;
  readonly direction: Direction;
  readonly connector: string | null;
}

/** Reads what a command was given; anyone can run it with anything. */
export function parseInsightRef(value: unknown): InsightRef | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const given = value as Record<string, unknown>;
  const rule = RULE_IDS.find((id) => id === given.rule);
  const direction = DIRECTIONS.find((one) => one === given.direction);
  const { connector } = given;
  const isRight = connector === null || typeof connector === 'string';
  return rule !== undefined && direction !== undefined && isRight ? { rule, direction, connector } : undefined;
}

/** Waits until a file has been read, and gives its report. Throws where nothing came of it. */
export async function reportOf(analysis: ExportAnalysis) {
  if (analysis.state.kind === 'reading') {
    const location = vscode.ProgressLocation.Notification;
    const title = vscode.l10n.t('Reading {0}', analysis.title);
    await vscode.window.withProgress({ location, title }, () => untilRead(analysis));
  }
  const { state } = analysis;
  if (state.kind !== 'done') {
    throw new Error(vscode.l10n.t('Nothing could be read of {0}.', analysis.title));
  }
  return state.report;
}

function untilRead(analysis: ExportAnalysis): Promise<void> {
  return new Promise((resolve) => {
    const subscription = analysis.onDidChange(({ state }) => {
      if (state.kind !== 'reading') {
        subscription.dispose();
        resolve();
      }
    });
  });
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
  const items = insights.map((insight) => ({
    label: insightTitle(strings, insight.rule, insight.isNearMiss),
    description: connectorLabel(strings, {
      direction: insight.direction,
      name: insight.connector,
      type: insight.connectorType,
    }),
    insight,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Choose an Insight'),
    matchOnDescription: true,
  });
  return chosen?.insight;
}

function isSame(insight: Insight, { rule, direction, connector }: InsightRef): boolean {
  return insight.rule === rule && insight.direction === direction && insight.connector === connector;
}
