import * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';
import { shareRead } from './shareRead';

/** Reading that takes longer than this, in milliseconds, shows its progress. */
const QUIET_FOR = 1500;

/** Shows a notification with Cancel while something long is read that is not seen to be read elsewhere. */
export class ReadingProgress implements vscode.Disposable {
  readonly #store: AnalysisStore;
  readonly #isSeen: (analysis: ExportAnalysis) => boolean;
  readonly #subscription: vscode.Disposable;
  readonly #waiting = new Map<ExportAnalysis, ReturnType<typeof setTimeout>>();

  /** `isSeen`: tells where the user sees already that something is read, as on a report page. */
  constructor(store: AnalysisStore, isSeen: (analysis: ExportAnalysis) => boolean) {
    this.#store = store;
    this.#isSeen = isSeen;
    this.#subscription = store.onDidChange((analysis) => {
      if (analysis.state.kind === 'reading' && !this.#waiting.has(analysis)) {
        this.#waiting.set(
          analysis,
          setTimeout(() => void this.#show(analysis), QUIET_FOR),
        );
      }
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const timer of this.#waiting.values()) {
      clearTimeout(timer);
    }
  }

  async #show(analysis: ExportAnalysis): Promise<void> {
    if (this.#store.has(analysis) && analysis.state.kind === 'reading' && !this.#isSeen(analysis)) {
      const location = vscode.ProgressLocation.Notification;
      const title = vscode.l10n.t('Reading {0}', analysis.title);
      await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
        this.#followUntilRead(analysis, progress, token),
      );
    }
    this.#waiting.delete(analysis);
  }

  /** Until everything is read, or nobody wants it any more. */
  #followUntilRead(
    analysis: ExportAnalysis,
    progress: vscode.Progress<{ increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    return new Promise((resolve) => {
      let shown = 0;
      const end = (): void => {
        subscriptions.dispose();
        resolve();
      };
      const subscriptions = vscode.Disposable.from(
        token.onCancellationRequested(() => analysis.cancel()),
        this.#store.onDidRemove((removed) => removed === analysis && end()),
        analysis.onDidChange(({ state }) => {
          if (state.kind !== 'reading') {
            end();
            return;
          }
          const percent = 100 * shareRead(state);
          progress.report({ increment: percent - shown });
          shown = percent;
        }),
      );
    });
  }
}
