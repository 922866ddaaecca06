import * as vscode from 'vscode';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { SECTION } from '../settings/settingNames';
import { refreshesItself } from '../settings/settings';
import { placesOf, SourceWatch } from './sourceWatch';

/**
 * Watches the sources of open analyses. What has happened to them is noted; where nobody is asked, because of a setting or
 * because no report page is there, they are read again.
 */
export class FileChanges implements vscode.Disposable {
  readonly #store: AnalysisStore;
  readonly #isShown: (analysis: ExportAnalysis) => boolean;
  readonly #watched = new Map<ExportAnalysis, SourceWatch>();
  readonly #subscription: vscode.Disposable;

  /** `isShown`: tells whether a report page is there, on which one can ask for the files to be read again. */
  constructor(store: AnalysisStore, isShown: (analysis: ExportAnalysis) => boolean) {
    this.#store = store;
    this.#isShown = isShown;
    this.#subscription = vscode.Disposable.from(
      store.onDidChangeNotes((analysis) => this.#update(analysis)),
      store.onDidRemove((analysis) => {
        this.#watched.get(analysis)?.dispose();
        this.#watched.delete(analysis);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#edited(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#edited(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.refresh`)) {
          for (const analysis of this.#store.all) {
            this.#readAgain(analysis);
          }
        }
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const watch of this.#watched.values()) {
      watch.dispose();
    }
  }

  #update(analysis: ExportAnalysis): void {
    const known = this.#watched.get(analysis);
    const places = placesOf(analysis);
    if (known?.places !== places) {
      known?.dispose();
      this.#watched.set(analysis, new SourceWatch(analysis, places, () => this.#readAgain(analysis)));
    }
  }

  /** Reads again what has changed, where nobody has to be asked. */
  #readAgain(analysis: ExportAnalysis): void {
    const isWanted = refreshesItself(analysis.uri) || !this.#isShown(analysis);
    if (isWanted && analysis.notes?.canRefresh === true && this.#store.has(analysis)) {
      void analysis.read(true);
    }
  }

  /** What is shown is the saved file, also while its document has changes. */
  #edited({ uri }: vscode.TextDocument): void {
    for (const analysis of this.#store.all) {
      if (analysis.reads(uri)) {
        const { textDocuments } = vscode.workspace;
        analysis.setUnsaved(textDocuments.filter((one) => one.isDirty && analysis.reads(one.uri)).length);
      }
    }
  }
}
