import * as vscode from 'vscode';
import type { MailFlowReport } from '../../core/report/report';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';

/**
 * The report of an analysis, once it has been read. Throws where nothing could be read, or where it is closed before that.
 */
export function whenRead(analysis: ExportAnalysis, store: AnalysisStore): Promise<MailFlowReport> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const { state } = analysis;
      if (state.kind === 'done') {
        subscriptions.dispose();
        resolve(state.report);
      } else if (state.kind === 'failed') {
        subscriptions.dispose();
        reject(new Error(vscode.l10n.t('Nothing could be read of {0}.', analysis.title)));
      }
    };
    const subscriptions = vscode.Disposable.from(
      analysis.onDidChange(look),
      store.onDidRemove((removed) => {
        if (removed === analysis) {
          subscriptions.dispose();
          reject(new vscode.CancellationError());
        }
      }),
    );
    look();
  });
}

/** The same of an analysis that may be on no page: that it is being read is shown meanwhile. */
export async function reportOf(analysis: ExportAnalysis, store: AnalysisStore): Promise<MailFlowReport> {
  if (analysis.state.kind !== 'reading') {
    return whenRead(analysis, store);
  }
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Reading {0}', analysis.title);
  return vscode.window.withProgress({ location, title }, () => whenRead(analysis, store));
}
