import type * as vscode from 'vscode';

/** An entry in the Problems panel, the file it stands at, and what it is about: the same text for the same thing. */
export interface ProblemEntry {
  readonly uri: vscode.Uri;
  readonly about: string;
  readonly diagnostic: vscode.Diagnostic;
}

/** The entries of one analysis. */
interface Owned {
  readonly entries: readonly ProblemEntry[];
  /** How many files the analysis is of. */
  readonly files: number;
}

/**
 * The entries of several analyses in one collection, by file. Where two say the same of one file, the entry of the analysis of
 * more files stands: that one knows more.
 */
export class ProblemEntries implements vscode.Disposable {
  readonly #collection: vscode.DiagnosticCollection;
  readonly #owned = new Map<object, Owned>();

  /** `collection` is disposed of with this. */
  constructor(collection: vscode.DiagnosticCollection) {
    this.#collection = collection;
  }

  dispose(): void {
    this.#collection.dispose();
  }

  /** Shows the entries of an analysis in place of its earlier ones. `files`: how many it is of. */
  set(owner: object, entries: readonly ProblemEntry[], files: number): void {
    const before = this.#owned.get(owner)?.entries ?? [];
    this.#owned.set(owner, { entries, files });
    this.#show([...before, ...entries]);
  }

  /** Takes the entries of an analysis away. */
  delete(owner: object): void {
    const before = this.#owned.get(owner)?.entries ?? [];
    this.#owned.delete(owner);
    this.#show(before);
  }

  /** Shows entries again, of these files or of all, where something else has taken their place. */
  restore(uris?: readonly vscode.Uri[]): void {
    const wanted = uris && new Set(uris.map(String));
    const all = [...this.#owned.values()].flatMap(({ entries }) => entries);
    this.#show(wanted === undefined ? all : all.filter(({ uri }) => wanted.has(String(uri))));
  }

  /** Shows what there is now at the files of these entries. */
  #show(touched: readonly ProblemEntry[]): void {
    const uris = new Map(touched.map(({ uri }) => [uri.toString(), uri]));
    const widest = [...this.#owned.values()].sort((a, b) => b.files - a.files);
    for (const [key, uri] of uris) {
      const shown = new Map<string, vscode.Diagnostic>();
      for (const { about, diagnostic } of widest.flatMap(({ entries }) =>
        entries.filter((one) => `${one.uri}` === key),
      )) {
        shown.set(about, shown.get(about) ?? diagnostic);
      }
      this.#collection.set(uri, shown.size === 0 ? undefined : [...shown.values()]);
    }
  }
}
