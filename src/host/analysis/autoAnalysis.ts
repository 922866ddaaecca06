import * as vscode from 'vscode';
import { SECTION } from '../settings/settingNames';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';
import { foldersToAnalyze } from './foldersToAnalyze';

/** Stops what is read in the background. */
export const STOP_COMMAND = 'mailFlow.stopAutoAnalysis';
/** The context key that is true while there is something to stop. */
const RUNNING_KEY = 'mailFlow.isAutoAnalyzing';

/** Analyses the exports of workspace folders in the background, for the Problems panel, where a setting asks for it. */
export class AutoAnalysis implements vscode.Disposable {
  readonly #store: AnalysisStore;
  /** By workspace folder. */
  readonly #held = new Map<string, { readonly analysis: ExportAnalysis; readonly hold: vscode.Disposable }>();
  readonly #status = vscode.window.createStatusBarItem('mailFlow.autoAnalysis', vscode.StatusBarAlignment.Left);
  readonly #subscription: vscode.Disposable;

  constructor(store: AnalysisStore) {
    this.#store = store;
    this.#status.name = vscode.l10n.t('Mail flow of the workspace');
    this.#status.tooltip = vscode.l10n.t('Mail exports in the workspace are being analysed. Click to stop.');
    this.#status.command = STOP_COMMAND;
    this.#subscription = vscode.Disposable.from(
      this.#status,
      store.onDidChange((analysis) => this.isAbout(analysis) && this.#showStatus()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.autoAnalyze`)) {
          this.#update();
        }
      }),
    );
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** True for the analyses that run in the background. */
  isAbout(analysis: ExportAnalysis): boolean {
    return [...this.#held.values()].some((held) => held.analysis === analysis);
  }

  /** Stops reading. What was found before it ended is not told: it would be a part. */
  stop(): void {
    for (const { analysis } of this.#held.values()) {
      analysis.cancel();
    }
  }

  #update(): void {
    const wanted = foldersToAnalyze();
    const keys = new Set(wanted.map(({ uri }) => uri.toString()));
    for (const [key, { hold }] of this.#held) {
      if (!keys.has(key)) {
        this.#held.delete(key);
        hold.dispose();
      }
    }
    for (const { uri } of wanted) {
      if (!this.#held.has(uri.toString())) {
        const analysis = this.#store.openSet({ kind: 'workspace', uri });
        this.#held.set(uri.toString(), { analysis, hold: this.#store.hold(analysis) });
      }
    }
    this.#showStatus();
  }

  #showStatus(): void {
    const states = [...this.#held.values()].map(({ analysis }) => analysis.state);
    const reading = states.find((state) => state.kind === 'reading');
    void vscode.commands.executeCommand('setContext', RUNNING_KEY, reading !== undefined);
    if (reading === undefined) {
      this.#status.hide();
      return;
    }
    const { number, files } = reading.progress;
    this.#status.text =
      number === 0
        ? `$(loading~spin) ${vscode.l10n.t('Mail flow')}`
        : `$(loading~spin) ${vscode.l10n.t('Mail flow: file {0} of {1}', number, files)}`;
    this.#status.show();
  }
}
