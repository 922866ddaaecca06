import * as vscode from 'vscode';
import type { Insight, MailFlowReport } from '../../core/report/report';
import type { CommandContext } from '../commands';
import type { ExportAnalysis } from '../exportAnalysis';
import { adjustThreshold } from './adjustThreshold';
import { showGuidance } from './guidance';
import { chooseInsight, parseInsightRef, reportOf } from './insightRef';
import { copyEvidence, draftNotice } from './insightTexts';
import { listMuted, muteConnector } from './mutedConnectors';

/** What a command is about. */
interface Meant {
  readonly analysis: ExportAnalysis;
  readonly report: MailFlowReport;
  readonly insight: Insight;
}

type Command = (...given: readonly unknown[]) => Promise<void>;

/**
 * The commands about insights: of the file and the insight they are given, as quick fixes do, else of those that the user
 * chooses. `exportFor`: the file that is meant.
 */
export function insightCommands(
  context: CommandContext,
  exportFor: (uri: unknown) => Promise<vscode.Uri | undefined>,
): Record<string, Command> {
  const { store, editor, strings, extension } = context;
  const about = async (uri: unknown, ref: unknown, act: (meant: Meant) => Promise<void>): Promise<void> => {
    const chosen = await exportFor(uri);
    if (chosen === undefined) {
      return;
    }
    const analysis = store.open(chosen);
    const report = await reportOf(analysis);
    const insight = await chooseInsight(report.insights, parseInsightRef(ref), strings);
    if (insight !== undefined) {
      await act({ analysis, report, insight });
    }
  };
  return {
    'mailFlow.showInsight': (uri, ref) =>
      about(uri, ref, ({ analysis, insight }) => editor.show(analysis.uri, { insight })),
    'mailFlow.copyEvidence': (uri, ref) =>
      about(uri, ref, ({ analysis, report, insight }) => copyEvidence(analysis, report, insight)),
    'mailFlow.draftNotice': (uri, ref, language) =>
      about(uri, ref, ({ analysis, report, insight }) => draftNotice(analysis, report, insight, language)),
    'mailFlow.adjustThreshold': (uri, ref, adjustment) =>
      about(uri, ref, ({ analysis, insight }) => adjustThreshold(analysis.uri, insight, adjustment, strings)),
    'mailFlow.muteConnector': (uri, ref) =>
      about(uri, ref, ({ analysis, insight }) => muteConnector(analysis.uri, insight)),
    'mailFlow.mutedConnectors': (uri, mutes) =>
      listMuted(uri instanceof vscode.Uri ? uri : store.current?.uri, strings, mutes),
    'mailFlow.showGuidance': (page) => showGuidance(extension, page, strings),
  };
}
