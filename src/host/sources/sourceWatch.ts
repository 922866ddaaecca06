import * as vscode from 'vscode';
import type { ExportAnalysis } from '../analysis/exportAnalysis';

/** How long nothing more must have happened before files are looked at, in milliseconds. */
const SETTLED_AFTER = 400;
/** While something happens all the time, they are looked at all the same. */
const AT_LATEST_AFTER = 2000;
/** Files that take long to read are looked at less often: both times are longer by what reading took, up to this. */
const LONGEST_REST = 10_000;

/** What is watched for an analysis, as a text that is another one where that changes: folders, and whether all below them. */
export function placesOf({ folders, sources }: ExportAnalysis): string {
  const whole = folders.map((uri) => uri.toString());
  const parents = new Set(sources.map((uri) => vscode.Uri.joinPath(uri, '..').toString()));
  const single = [...parents].filter((parent) => !whole.some((folder) => `${parent}/`.startsWith(`${folder}/`)));
  return JSON.stringify({ whole, single });
}

/** The watchers of one analysis, which wait until what happens has settled. */
export class SourceWatch implements vscode.Disposable {
  readonly #analysis: ExportAnalysis;
  readonly #onNews: () => void;
  readonly #watchers: vscode.Disposable;
  readonly #pending = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the files that wait are looked at in any case. */
  #latest = 0;
  #isDisposed = false;

  constructor(
    analysis: ExportAnalysis,
    readonly places: string,
    onNews: () => void,
  ) {
    this.#analysis = analysis;
    this.#onNews = onNews;
    const { whole, single } = JSON.parse(places) as Record<'whole' | 'single', string[]>;
    const watch = (folder: string, glob: string): vscode.Disposable => {
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), glob);
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      const hear = (uri: vscode.Uri): void => this.#hear(uri);
      return vscode.Disposable.from(
        watcher,
        watcher.onDidChange(hear),
        watcher.onDidCreate(hear),
        watcher.onDidDelete(hear),
      );
    };
    this.#watchers = vscode.Disposable.from(
      ...whole.map((folder) => watch(folder, '**')),
      ...single.map((folder) => watch(folder, '*')),
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#watchers.dispose();
  }

  #hear(uri: vscode.Uri): void {
    const now = Date.now();
    const rest = Math.min(LONGEST_REST, this.#analysis.milliseconds);
    this.#latest = this.#pending.size === 0 ? now + AT_LATEST_AFTER + rest : this.#latest;
    this.#pending.set(uri.toString(), uri);
    this.#lookIn(Math.max(0, Math.min(SETTLED_AFTER + rest, this.#latest - now)));
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), milliseconds);
  }

  /** Not while the files are read: what has changed then is seen afterwards. */
  async #look(): Promise<void> {
    if (this.#analysis.state.kind === 'reading') {
      this.#lookIn(AT_LATEST_AFTER);
      return;
    }
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    await this.#analysis.look(pending);
    if (!this.#isDisposed) {
      this.#onNews();
    }
  }
}
