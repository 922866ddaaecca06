import * as vscode from 'vscode';
import { keepsProblems, SECTION } from './settings';

/** Files that are closed and whose entries stay in the Problems panel: until they are gone, or the setting is changed. */
export class KeptFiles implements vscode.Disposable {
  readonly #byUri = new Map<string, { readonly uri: vscode.Uri; readonly watcher: vscode.Disposable }>();
  readonly #drop: (uri: vscode.Uri) => void;
  readonly #subscription: vscode.Disposable;

  /** `drop` is called for a file that is kept no longer. */
  constructor(drop: (uri: vscode.Uri) => void) {
    this.#drop = drop;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      for (const { uri } of this.#byUri.values()) {
        if (event.affectsConfiguration(SECTION, uri) && !keepsProblems(uri)) {
          this.release(uri);
          drop(uri);
        }
      }
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const { watcher } of this.#byUri.values()) {
      watcher.dispose();
    }
  }

  /** Watches whether the file is still there. */
  keep(uri: vscode.Uri): void {
    this.release(uri);
    // The folder: a name may hold characters that mean something in a pattern.
    const folder = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
    const watcher = vscode.workspace.createFileSystemWatcher(folder, true, true, false);
    const deleted = watcher.onDidDelete((gone) => {
      if (gone.toString() === uri.toString()) {
        this.release(uri);
        this.#drop(uri);
      }
    });
    this.#byUri.set(uri.toString(), { uri, watcher: vscode.Disposable.from(deleted, watcher) });
  }

  /** Somebody else sees to the file. */
  release(uri: vscode.Uri): void {
    this.#byUri.get(uri.toString())?.watcher.dispose();
    this.#byUri.delete(uri.toString());
  }
}
