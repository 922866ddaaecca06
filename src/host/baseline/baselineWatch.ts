import * as vscode from 'vscode';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { nameOf } from '../sources/sourceSet';
import { baselineUri } from './baselineFile';

/** Watches the baselines that reports are held against: one that is written, comes or goes is taken note of. */
export class BaselineWatch implements vscode.Disposable {
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #store: AnalysisStore;
  readonly #subscription: vscode.Disposable;

  constructor(store: AnalysisStore) {
    this.#store = store;
    this.#subscription = store.onDidChange((analysis) => this.#follow(analysis));
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const watcher of this.#watchers.values()) {
      watcher.dispose();
    }
  }

  #follow({ uri }: ExportAnalysis): void {
    const file = baselineUri(uri);
    if (file === undefined || this.#watchers.has(file.toString())) {
      return;
    }
    // The name is the pattern: what means something in one is put in brackets.
    const pattern = nameOf(file).replace(/[[\]{}*?]/g, '[$&]');
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), pattern),
    );
    const judge = (): void => this.#judge(file);
    this.#watchers.set(
      file.toString(),
      vscode.Disposable.from(
        watcher,
        watcher.onDidChange(judge),
        watcher.onDidCreate(judge),
        watcher.onDidDelete(judge),
      ),
    );
  }

  #judge(file: vscode.Uri): void {
    for (const analysis of this.#store.all) {
      if (baselineUri(analysis.uri)?.toString() === file.toString()) {
        void analysis.holdAgainstBaseline();
      }
    }
  }
}
