import * as vscode from 'vscode';
import { definesConnectors, LARGEST_BESIDE, likelyDefinitions } from '../core/definitionFiles';
import { type ExportSource, sizeOf } from './exportSource';
import { definitionPaths } from './settings';

/** Where files come whole, perhaps over a network: larger ones are not fetched only to look at them, in bytes. */
const LARGEST_FETCHED = 500_000;

/** A file that defines connectors, or is said to. */
export interface DefinitionFile {
  readonly uri: vscode.Uri;
  /** Another one where the file has changed. */
  readonly stamp: string;
}

/** The definitions for an export: the files that the settings name, and those beside it, by their content. */
export async function definitionFiles(uri: vscode.Uri, source: ExportSource): Promise<DefinitionFile[]> {
  const named = definitionPaths(uri).map((path) => resolve(path, uri));
  const found = new Map<string, vscode.Uri>();
  for (const file of [...named, ...(await beside(uri, source))]) {
    if (file.toString() !== uri.toString()) {
      found.set(file.toString(), file);
    }
  }
  return Promise.all([...found.values()].map(async (file) => ({ uri: file, stamp: await stampOf(file) })));
}

/** Which files they are, and as which they stood. */
export function stampsOf(files: readonly DefinitionFile[]): readonly string[] {
  return files.map(({ stamp }) => stamp);
}

/** A path from the settings: absolute, else from the export's workspace folder, else from the export's own folder. */
function resolve(path: string, uri: vscode.Uri): vscode.Uri {
  const isAbsolute = /^(?:[a-z]:)?[\\/]/i.test(path);
  if (isAbsolute) {
    return uri.scheme === 'file' ? vscode.Uri.file(path) : uri.with({ path, query: '', fragment: '' });
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
  return vscode.Uri.joinPath(folder, path.replaceAll('\\', '/'));
}

async function beside(uri: vscode.Uri, source: ExportSource): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  const names = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  const largest = source.isFetched(uri) ? LARGEST_FETCHED : LARGEST_BESIDE;
  const looks = likelyDefinitions(names).map(async (name) => {
    const file = vscode.Uri.joinPath(folder, name);
    return (await isDefinitions(file, source, largest)) ? [file] : [];
  });
  return (await Promise.all(looks)).flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function isDefinitions(file: vscode.Uri, source: ExportSource, largest: number): Promise<boolean> {
  const size = await sizeOf(file);
  const start = size > 0 && size <= largest ? await source.start(file) : undefined;
  return start !== undefined && definesConnectors(start);
}

async function stampOf(file: vscode.Uri): Promise<string> {
  const stat = await Promise.resolve(vscode.workspace.fs.stat(file)).catch(() => undefined);
  return `${file} ${stat?.size} ${stat?.mtime}`;
}
