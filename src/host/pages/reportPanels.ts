import * as vscode from 'vscode';
import type { AnalysisStore } from '../analysis/analysisStore';
import { PANEL_VIEW_TYPE } from '../identifiers';
import { restoredSet, type SourceSet } from '../sources/sourceSet';
import type { ReportPages } from './reportPages';

/** Shows reports of several files: such a report belongs to no file, and comes back when the window is loaded again. */
export class ReportPanels implements vscode.WebviewPanelSerializer {
  readonly #store: AnalysisStore;
  readonly #pages: ReportPages;

  constructor(store: AnalysisStore, pages: ReportPages) {
    this.#store = store;
    this.#pages = pages;
  }

  /** Shows the panel of a set; there is one at most. */
  show(set: SourceSet): void {
    const panel = this.#pages.panelOf(set);
    if (panel === undefined) {
      const options = { enableScripts: true };
      this.#fill(vscode.window.createWebviewPanel(PANEL_VIEW_TYPE, '', vscode.ViewColumn.Active, options), set);
    } else {
      panel.reveal();
    }
  }

  /** `state`: what the panel's page kept before the window was loaded again. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = typeof state === 'object' && state !== null && 'kept' in state ? state.kept : undefined;
    const set = restoredSet(kept);
    if (set === undefined) {
      panel.dispose();
    } else {
      this.#fill(panel, set);
    }
  }

  #fill(panel: vscode.WebviewPanel, set: SourceSet): void {
    const analysis = this.#store.openSet(set);
    const follow = (): void => {
      panel.title = analysis.title;
      if (panel.active) {
        this.#store.setCurrent(analysis);
      }
    };
    const subscriptions = vscode.Disposable.from(
      this.#store.hold(analysis),
      panel.onDidChangeViewState(follow),
      analysis.onDidChangeNotes(follow),
    );
    panel.onDidDispose(() => subscriptions.dispose());
    this.#pages.open(panel, set);
    follow();
  }
}
