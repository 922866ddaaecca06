import * as vscode from 'vscode';
import type { MailFlowReport } from '../core/report/report';
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
        reject(new Error(vscode.l10n.t('The file could not be read. The report says why.')));
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
