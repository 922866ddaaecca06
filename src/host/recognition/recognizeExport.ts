import type * as vscode from 'vscode';
import { packingOf } from '../../core/container/packing';
import { expandFiles } from '../../core/expandFiles';
import type { ProblemReason } from '../../core/model/problem';
import { type FileBeginning, recognizeFile } from '../../core/stretch/fileBeginning';
import type { WorkerPool } from '../../core/stretch/workerPool';
import type { Platform } from '../platform';
import { analysisOptions, columnMappings } from '../settings/settings';
import { type ExportSource, locationOf } from '../sources/exportSource';

/** Files of a container that are looked at: an export stands among the first, if it is what the container is for. */
const LOOKED_AT = 4;

/** What keeps one from seeing whether a file in a container is an export. */
const UNSEEN: ReadonlySet<ProblemReason | undefined> = new Set<ProblemReason>([
  'damagedContainer',
  'encryptedContainer',
  'unreadable',
]);

/** Tells by a file's content whether it is an export, or a container that holds one. Reads little of it. */
export async function isExport(uri: vscode.Uri, source: ExportSource, platform: Platform): Promise<boolean> {
  const start = await source.start(uri);
  if (start === undefined) {
    return false;
  }
  if (!isContainer(start)) {
    return recognizeFile(start, columnMappings(uri), locationOf(uri)).kind !== undefined;
  }
  // On a thread: a container's directory may be long.
  const readers = platform.readers(analysisOptions(uri));
  try {
    return (await firstInside(uri, source, readers)).some(({ kind }) => kind !== undefined);
  } catch {
    return false;
  } finally {
    readers.dispose();
  }
}

/**
 * What a file that was met in a folder is: an export, or why it is none. One that cannot be looked into counts as an export:
 * reading it says why.
 */
export async function lookAt(
  uri: vscode.Uri,
  source: ExportSource,
  readers: WorkerPool,
): Promise<'export' | FileBeginning> {
  const start = await source.start(uri);
  if (start === undefined) {
    return 'export';
  }
  if (!isContainer(start)) {
    const beginning = recognizeFile(start, columnMappings(uri), locationOf(uri));
    return beginning.kind === undefined ? beginning : 'export';
  }
  const inside = await firstInside(uri, source, readers).catch(() => undefined);
  const mayBeOne = inside?.some(({ kind, problem }) => kind !== undefined || UNSEEN.has(problem?.reason)) ?? true;
  return mayBeOne ? 'export' : { problem: { reason: 'noExportInside', isOfWhole: true } };
}

function isContainer(start: Uint8Array): boolean {
  const packing = packingOf(start);
  return packing === 'gzip' || packing === 'ZIP';
}

/** What the first files of a container are. */
async function firstInside(uri: vscode.Uri, source: ExportSource, readers: WorkerPool): Promise<FileBeginning[]> {
  const input = await source.input(uri);
  const files = await expandFiles([{ path: '', input }], readers, { isQuick: true });
  const beginnings: FileBeginning[] = [];
  for (const file of files.slice(0, LOOKED_AT)) {
    beginnings.push((await readers.begin(file.input, 0)).beginning);
    if (beginnings.at(-1)?.kind !== undefined) {
      break;
    }
  }
  return beginnings;
}
