import type * as vscode from 'vscode';
import type { FileBeginning } from '../core/stretch/fileBeginning';
import type { WorkerPool } from '../core/stretch/workerPool';
import { Slices } from '../core/surroundings';
import { type ExportSource, sizeOf } from './exportSource';
import { filesBelow } from './filesBelow';
import type { Platform } from './platform';
import { lookAt } from './recognizeExport';
import { isFolder, type SourceSet, urisOf } from './sourceSet';

/** How much of a folder is looked at and read. */
interface Limits {
  readonly files: number;
  /** Of the exports among them, in all. */
  readonly bytes: number;
}

const ASKED_FOR: Limits = { files: 10_000, bytes: Number.POSITIVE_INFINITY };
const IN_BACKGROUND: Limits = { files: 2000, bytes: 1_000_000_000 };
/** So many at the same time. */
const AT_ONCE = 8;

/** A file that was met in a folder and is no export, with the reason. */
export interface UnknownFile {
  readonly uri: vscode.Uri;
  readonly beginning: FileBeginning;
}

/** The files of a set. */
export interface FoundSources {
  /** To be read: files that were named, and exports that were met in folders; by name. */
  readonly files: readonly vscode.Uri[];
  /** Those that were named. */
  readonly named: readonly vscode.Uri[];
  readonly unknown: readonly UnknownFile[];
  /** The folders that were searched through. */
  readonly folders: readonly vscode.Uri[];
  /** How many files of a folder were taken, where it has more than are; else null. */
  readonly cutAt: number | null;
}

/** Where sources are looked for, and how that ends early. */
export interface Search {
  readonly source: ExportSource;
  readonly platform: Platform;
  /** They look into containers. */
  readonly readers: WorkerPool;
  isCancelled(): boolean;
}

/**
 * Finds the files of a set. In folders, exports are recognised by their content; a file that was named is one to be read,
 * whatever it holds. Where the search is cancelled, what it has found by then. Rejects where a folder cannot be listed.
 */
export async function findSources(set: SourceSet, search: Search): Promise<FoundSources> {
  if (set.kind === 'file') {
    return { files: [set.uri], named: [set.uri], unknown: [], folders: [], cutAt: null };
  }
  const named = await Promise.all(urisOf(set).map(async (uri) => ({ uri, isFolder: await isFolder(uri) })));
  const folders = named.filter((one) => one.isFolder || set.kind !== 'selection').map(({ uri }) => uri);
  const files = new Map<string, vscode.Uri>();
  for (const { uri } of named.filter((one) => !folders.includes(one.uri))) {
    files.set(uri.toString(), uri);
  }
  const limits = set.kind === 'workspace' ? IN_BACKGROUND : ASKED_FOR;
  const met = new Map<string, vscode.Uri>();
  for (const folder of folders) {
    for (const uri of await filesBelow(folder, limits.files + 1 - met.size, search.isCancelled)) {
      if (!files.has(uri.toString())) {
        met.set(uri.toString(), uri);
      }
    }
  }
  const { exports, unknown } = await recognizeAll([...met.values()].slice(0, limits.files), search);
  const taken = await withinBytes(exports, limits.bytes);
  const all = [...files.values(), ...taken].sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
  const isCut = met.size > limits.files || taken.length < exports.length;
  const cutAt = isCut ? taken.length + unknown.length : null;
  return { files: all, named: [...files.values()], unknown, folders, cutAt };
}

/** The first files that have no more than so many bytes in all. */
async function withinBytes(uris: readonly vscode.Uri[], most: number): Promise<readonly vscode.Uri[]> {
  if (most === Number.POSITIVE_INFINITY) {
    return uris;
  }
  const sizes = await Promise.all(uris.map(sizeOf));
  let sum = 0;
  return uris.filter((_, index) => {
    sum += sizes[index] ?? 0;
    return sum <= most;
  });
}

async function recognizeAll(
  uris: readonly vscode.Uri[],
  { source, platform, readers, isCancelled }: Search,
): Promise<{ readonly exports: readonly vscode.Uri[]; readonly unknown: readonly UnknownFile[] }> {
  const exports: vscode.Uri[] = [];
  const unknown: UnknownFile[] = [];
  const slices = new Slices(platform);
  for (let from = 0; from < uris.length && !isCancelled(); from += AT_ONCE) {
    const some = uris.slice(from, from + AT_ONCE);
    const starts = some.map(async (uri) => {
      const beginning = await lookAt(uri, source, readers);
      await slices.rest();
      return { uri, beginning };
    });
    for (const { uri, beginning } of await Promise.all(starts)) {
      if (beginning === 'export') {
        exports.push(uri);
      } else {
        unknown.push({ uri, beginning });
      }
    }
  }
  return { exports, unknown };
}
