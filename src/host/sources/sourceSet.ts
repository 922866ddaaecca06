import * as vscode from 'vscode';
import { textKey } from '../../core/reading/textKey';

/**
 * What one analysis is of: a file, files and folders that were chosen together, or a folder with all that is below it. Of a
 * workspace folder that nobody asked for no more is read than costs little.
 */
export type SourceSet =
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | { readonly kind: 'folder' | 'workspace'; readonly uri: vscode.Uri }
  | { readonly kind: 'selection'; readonly uris: readonly [vscode.Uri, ...vscode.Uri[]] };

/** More files than this are chosen by their folder. */
const MOST_CHOSEN = 10_000;
/** Longer ones are made short. */
const LONGEST_KEY = 2000;

/** The set of one file. */
export function fileSet(uri: vscode.Uri): SourceSet {
  return { kind: 'file', uri };
}

/** What was chosen, each once and in a fixed order; of one alone, what it is. Undefined where nothing was. */
export async function chosenSet(uris: readonly vscode.Uri[]): Promise<SourceSet | undefined> {
  const byName = new Map(uris.slice(0, MOST_CHOSEN).map((uri) => [uri.toString(), uri]));
  const [first, ...others] = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
  if (first === undefined || others.length > 0) {
    return first === undefined ? undefined : { kind: 'selection', uris: [first, ...others] };
  }
  return { kind: (await isFolder(first)) ? 'folder' : 'file', uri: first };
}

/** True where a uri is that of a folder; false also where nothing is there. */
export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  const stat = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
  return stat !== undefined && (stat.type & vscode.FileType.Directory) !== 0;
}

/** All that was named. */
export function urisOf(set: SourceSet): readonly vscode.Uri[] {
  return set.kind === 'selection' ? set.uris : [set.uri];
}

/** What settings are asked for: the folder, or the first file. */
export function homeOf(set: SourceSet): vscode.Uri {
  return set.kind === 'selection' ? set.uris[0] : set.uri;
}

/** The name of the file or of the folder; of a selection, how many files it has, or else was made of. */
export function titleOf(set: SourceSet, files: number | undefined): string {
  if (set.kind !== 'selection') {
    return nameOf(set.uri);
  }
  const count = files ?? set.uris.length;
  return count === 1
    ? vscode.l10n.t('1 file')
    : vscode.l10n.t('{0} files', new Intl.NumberFormat(vscode.env.language).format(count));
}

/** A text that is the same for the same set, and for no other; of many files not as long as their names. */
export function keyOf(set: SourceSet): string {
  if (set.kind === 'file') {
    return set.uri.toString();
  }
  const saved = savedSet(set);
  const { high, low } = textKey(saved);
  return saved.length <= LONGEST_KEY ? saved : `${set.kind} ${saved.length} ${high} ${low}`;
}

/** The last part of a uri's path: the name of a file or a folder. */
export function nameOf({ path }: vscode.Uri): string {
  const end = path.endsWith('/') ? path.slice(0, -1) : path;
  return end.slice(end.lastIndexOf('/') + 1);
}

/** A set as text, for VS Code to keep. */
export function savedSet(set: SourceSet): string {
  return JSON.stringify([set.kind, ...urisOf(set).map((uri) => uri.toString())]);
}

/** The set that a text stands for; undefined where it is none. */
export function restoredSet(saved: unknown): SourceSet | undefined {
  try {
    const [kind, ...names]: unknown[] = JSON.parse(String(saved));
    const [first, ...others] = names.map((name) => vscode.Uri.parse(String(name), true));
    if (first === undefined) {
      return undefined;
    }
    switch (kind) {
      case 'file':
      case 'folder':
      case 'workspace':
        return others.length === 0 ? { kind, uri: first } : undefined;
      case 'selection':
        return { kind, uris: [first, ...others] };
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
