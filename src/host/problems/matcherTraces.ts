import * as vscode from 'vscode';

/** What stands behind each entry in the Problems panel, be it ours or a problem matcher's. */
export const SOURCE = 'Mail Flow Insights';

/** So long after the end of a task, in milliseconds, its matcher has said all: VS Code gives it 100. */
const MATCHER_ENDS = 500;

/**
 * Puts our entries in Problems back after a task. Its problem matcher shares their owner, so that nothing stands there twice; but
 * what it finds in a file takes the place of what we say of it, and in files in which it finds nothing our entries are cleared.
 */
export class MatcherTraces implements vscode.Disposable {
  readonly #restore: (uris?: readonly vscode.Uri[]) => void;
  readonly #subscription: vscode.Disposable;
  readonly #waiting = new Set<ReturnType<typeof setTimeout>>();

  /** `restore` is called with the files in question, without any for all. */
  constructor(restore: (uris?: readonly vscode.Uri[]) => void) {
    this.#restore = restore;
    this.#subscription = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#look(uris)),
      vscode.tasks.onDidEndTask(() => this.#restoreLater()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const timer of this.#waiting) {
      clearTimeout(timer);
    }
  }

  #look(uris: readonly vscode.Uri[]): void {
    const replaced = uris.filter((uri) => vscode.languages.getDiagnostics(uri).some(isMatched));
    if (replaced.length > 0) {
      this.#restore(replaced);
    }
  }

  /** That something of ours was cleared VS Code tells nobody. */
  #restoreLater(): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#restore();
    }, MATCHER_ENDS);
    this.#waiting.add(timer);
  }
}

/** Our own entries always lead to further lines. */
function isMatched({ source, relatedInformation = [] }: vscode.Diagnostic): boolean {
  return source === SOURCE && relatedInformation.length === 0;
}
