import * as vscode from 'vscode';
import { definesConnectors, LARGEST_BESIDE, likelyDefinitions } from '../../core/definitionFiles';
import type { Disk } from '../platform';
import { resolvePath } from '../settings/pathSettings';
import { definitionPaths } from '../settings/settings';
import { type FileStamp, stampOf } from './fileStamp';
import type { Search } from './findSources';

/** Where files come whole, perhaps over a network: larger ones are not fetched only to look at them, in bytes. */
const LARGEST_FETCHED = 500_000;

/** A file that defines connectors, or is said to. */
export interface DefinitionFile {
  readonly uri: vscode.Uri;
  readonly stamp: FileStamp;
}

/**
 * The definitions for exports: the files that the settings for `home` name, and those beside one of `exports`, by their
 * content. Without those that are read anyway.
 */
export async function definitionFiles(
  home: vscode.Uri,
  exports: readonly vscode.Uri[],
  readAnyway: readonly vscode.Uri[],
  search: Pick<Search, 'source' | 'platform'>,
): Promise<DefinitionFile[]> {
  const named = definitionPaths(home).map((path) => resolvePath(path, home));
  const folders = new Map(exports.map((uri) => vscode.Uri.joinPath(uri, '..')).map((uri) => [uri.toString(), uri]));
  const besides = await Promise.all([...folders.values()].map((folder) => definitionsIn(folder, search)));
  const known = new Set(readAnyway.map((uri) => uri.toString()));
  const found = new Map<string, vscode.Uri>();
  for (const file of [...named, ...besides.flat()]) {
    if (!known.has(file.toString())) {
      found.set(file.toString(), file);
    }
  }
  return Promise.all(
    [...found.values()].map(async (uri) => ({ uri, stamp: await stampOf(uri, search.platform.disk) })),
  );
}

async function definitionsIn(folder: vscode.Uri, search: Pick<Search, 'source' | 'platform'>): Promise<vscode.Uri[]> {
  const largest = search.source.isFetched(folder) ? LARGEST_FETCHED : LARGEST_BESIDE;
  const names = await namesIn(folder, search.platform.disk).catch(() => []);
  const looks = likelyDefinitions(names).map(async (name) => {
    const file = vscode.Uri.joinPath(folder, name);
    return (await isDefinitions(file, search, largest)) ? [file] : [];
  });
  return (await Promise.all(looks)).flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function namesIn(folder: vscode.Uri, disk: Disk | undefined): Promise<string[]> {
  if (disk !== undefined && folder.scheme === 'file') {
    return disk.names(folder.fsPath);
  }
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
}

async function isDefinitions(
  file: vscode.Uri,
  { source, platform }: Pick<Search, 'source' | 'platform'>,
  largest: number,
): Promise<boolean> {
  const { size } = await stampOf(file, platform.disk);
  const start = size > 0 && size <= largest ? await source.start(file) : undefined;
  return start !== undefined && definesConnectors(start);
}
