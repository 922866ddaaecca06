import * as vscode from 'vscode';
import type { AnalysisStore } from '../analysis/analysisStore';

/** Context keys for menus: whether anything is analysed, and whether anything is being read. */
const HAS_ANALYSES = 'mailFlow.hasAnalyses';
const IS_READING = 'mailFlow.isReading';

/** Keeps the palette free of commands for what is not there: nothing to close, nothing to stop. */
export class StoreContext implements vscode.Disposable {
  readonly #store: AnalysisStore;
  readonly #subscription: vscode.Disposable;
  readonly #told = new Map<string, boolean>();

  constructor(store: AnalysisStore) {
    this.#store = store;
    this.#subscription = vscode.Disposable.from(
      store.onDidChange(() => this.#update()),
      store.onDidRemove(() => this.#update()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(): void {
    const all = [...this.#store.all];
    this.#tell(HAS_ANALYSES, all.length > 0);
    this.#tell(
      IS_READING,
      all.some(({ state }) => state.kind === 'reading'),
    );
  }

  #tell(key: string, value: boolean): void {
    if (this.#told.get(key) !== value) {
      this.#told.set(key, value);
      void vscode.commands.executeCommand('setContext', key, value);
    }
  }
}
