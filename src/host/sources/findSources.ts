import type * as vscode from 'vscode';
import type { FileBeginning } from '../../core/stretch/fileBeginning';
import type { WorkerPool } from '../../core/stretch/workerPool';
import { Slices } from '../../core/surroundings';
import type { Platform } from '../platform';
import { lookAt } from '../recognition/recognizeExport';
import { type ExportSource, sizeOf } from './exportSource';
import { fewAtOnce } from './fewAtOnce';
import { filesBelow } from './filesBelow';
import { isFolder, type SourceSet, urisOf } from './sourceSet';

/** How much of a folder is looked at and read. */
interface Limits {
  readonly files: number;
  /** Of the exports among them, in all. */
  readonly bytes: number;
}

const ASKED_FOR: Limits = { files: 10_000, bytes: Number.POSITIVE_INFINITY };
const IN_BACKGROUND: Limits = { files: 2000, bytes: 1_000_000_000 };

/** A file that was met in a folder and is no export, with the reason. */
export interface UnknownFile {
  readonly uri: vscode.Uri;
  readonly beginning: FileBeginning;
}

/** The files of a set. */
export interface FoundSources {
  /** To be read: files that were named, then exports that were met in folders; by name. */
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
  const slices = new Slices(search.platform);
  const named = await fewAtOnce(urisOf(set), async (uri) => ({ uri, isFolder: await isFolder(uri) }), slices);
  const isSearched = (one: (typeof named)[number]): boolean => one.isFolder || set.kind !== 'selection';
  const folders = named.filter(isSearched).map(({ uri }) => uri);
  const files = new Map(named.filter((one) => !isSearched(one)).map(({ uri }) => [uri.toString(), uri]));
  const limits = set.kind === 'workspace' ? IN_BACKGROUND : ASKED_FOR;
  const met = new Map<string, vscode.Uri>();
  for (const folder of folders) {
    for (const uri of await filesBelow(folder, limits.files + 1 - met.size, slices, search.isCancelled)) {
      if (!files.has(uri.toString())) {
        met.set(uri.toString(), uri);
      }
    }
  }
  const { exports, unknown } = await recognizeAll([...met.values()].slice(0, limits.files), search, slices);
  const taken = await withinBytes(exports, limits.bytes, slices);
  const isCut = met.size > limits.files || taken.length < exports.length;
  const cutAt = isCut ? taken.length + unknown.length : null;
  return { files: [...files.values(), ...taken], named: [...files.values()], unknown, folders, cutAt };
}

/** The first files that have no more than so many bytes in all. */
async function withinBytes(uris: readonly vscode.Uri[], most: number, slices: Slices): Promise<readonly vscode.Uri[]> {
  if (most === Number.POSITIVE_INFINITY) {
    return uris;
  }
  const sizes = await fewAtOnce(uris, sizeOf, slices);
  let sum = 0;
  return uris.filter((_, index) => {
    sum += sizes[index] ?? 0;
    return sum <= most;
  });
}

async function recognizeAll(
  uris: readonly vscode.Uri[],
  { source, readers, isCancelled }: Search,
  slices: Slices,
): Promise<{ readonly exports: readonly vscode.Uri[]; readonly unknown: readonly UnknownFile[] }> {
  const exports: vscode.Uri[] = [];
  const unknown: UnknownFile[] = [];
  const beginnings = await fewAtOnce(uris, (uri) => lookAt(uri, source, readers), slices, isCancelled);
  for (const [index, beginning] of beginnings.entries()) {
    const uri = uris[index] as vscode.Uri;
    if (beginning === 'export') {
      exports.push(uri);
    } else {
      unknown.push({ uri, beginning });
    }
  }
  return { exports, unknown };
}
