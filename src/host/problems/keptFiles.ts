import * as vscode from 'vscode';
import { SECTION } from '../settings/settingNames';
import { keepsProblems } from '../settings/settings';

/** A file that is watched, and what to do when it is kept no longer. */
interface Kept {
  readonly uri: vscode.Uri;
  readonly watcher: vscode.Disposable;
  readonly drop: () => void;
}

/** Files that are closed and whose entries stay in the Problems panel: until they are gone, or the setting is changed. */
export class KeptFiles implements vscode.Disposable {
  readonly #byUri = new Map<string, Kept>();
  readonly #subscription: vscode.Disposable;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      for (const { uri } of [...this.#byUri.values()]) {
        if (event.affectsConfiguration(SECTION, uri) && !keepsProblems(uri)) {
          this.drop(uri);
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

  /** Keeps what a file has, until `drop` is called: once, when it is kept no longer. */
  keep(uri: vscode.Uri, drop: () => void): void {
    this.drop(uri);
    // The folder: a name may hold characters that mean something in a pattern.
    const folder = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
    const watcher = vscode.workspace.createFileSystemWatcher(folder, true, true, false);
    const deleted = watcher.onDidDelete((gone) => {
      if (gone.toString() === uri.toString()) {
        this.drop(uri);
      }
    });
    this.#byUri.set(uri.toString(), { uri, watcher: vscode.Disposable.from(deleted, watcher), drop });
  }

  /** Keeps a file no longer. */
  drop(uri: vscode.Uri): void {
    const kept = this.#byUri.get(uri.toString());
    this.#byUri.delete(uri.toString());
    kept?.watcher.dispose();
    kept?.drop();
  }
}
