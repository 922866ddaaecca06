import * as vscode from 'vscode';
import type { Insight, MailFlowReport } from '../../core/report/report';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { reportOf } from '../analysis/whenRead';
import type { CommandContext } from '../commands/commands';
import type { CommandTarget } from '../commands/commandTarget';
import { restoredSet } from '../sources/sourceSet';
import { isAbout } from '../tree/treeChildren';
import { isTreeNode } from '../tree/treeNode';
import { showGuidance } from './guidance';
import { chooseInsight, parseInsightRef } from './insightRef';

/** What a command is about. */
interface Meant {
  readonly analysis: ExportAnalysis;
  readonly report: MailFlowReport;
  readonly insight: Insight;
}

type Command = (...given: readonly unknown[]) => Promise<void>;

/**
 * The commands about insights: of the report and the insight they are given, as quick fixes do, else of those that the user
 * chooses.
 */
export function insightCommands(context: CommandContext, target: CommandTarget): Record<string, Command> {
  const { store, reports, strings, extension } = context;
  const about = async (uri: unknown, given: unknown, act: (meant: Meant) => Promise<void>): Promise<void> => {
    const ref = parseInsightRef(given);
    const chosen = restoredSet(ref?.set) ?? (await target.set(uri));
    if (chosen === undefined) {
      return;
    }
    const analysis = store.openSet(chosen);
    // Entries may stay in Problems while the file is closed.
    const hold = store.hold(analysis);
    try {
      const report = await reportOf(analysis, store);
      // Of a connector in the tree, only what is said of it.
      const connector = isTreeNode(uri) && uri.kind === 'connector' ? uri.connector : undefined;
      const among = report.insights.filter((one) => connector === undefined || isAbout(one, connector));
      const insight = await chooseInsight(among, ref, strings);
      if (insight !== undefined) {
        await act({ analysis, report, insight });
      }
    } finally {
      hold.dispose();
    }
  };
  return {
    'mailFlow.showInsight': (uri, ref) =>
      about(uri, ref, ({ analysis, insight }) => reports.show(analysis.set, { insight })),
    'mailFlow.copyEvidence': (uri, ref) =>
      about(uri, ref, async ({ analysis, report, insight }) =>
        (await import('../seldomUsed')).copyEvidence(analysis, report, insight),
      ),
    'mailFlow.draftNotice': (uri, ref, language) =>
      about(uri, ref, async ({ analysis, report, insight }) =>
        (await import('../seldomUsed')).draftNotice(analysis, report, insight, language),
      ),
    'mailFlow.adjustThreshold': (uri, ref, adjustment) =>
      about(uri, ref, async ({ analysis, insight }) =>
        (await import('../seldomUsed')).adjustThreshold(analysis.uri, insight, adjustment, strings),
      ),
    'mailFlow.muteConnector': (uri, ref) =>
      about(uri, ref, async ({ analysis, insight }) =>
        (await import('../seldomUsed')).muteConnector(analysis.uri, insight),
      ),
    'mailFlow.mutedConnectors': async (uri, mutes) =>
      (await import('../seldomUsed')).listMuted(uri instanceof vscode.Uri ? uri : store.current?.uri, strings, mutes),
    'mailFlow.showGuidance': (page) => showGuidance(extension, page, strings),
  };
}
