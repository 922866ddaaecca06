import type * as vscode from 'vscode';
import { type ExpandedFile, expandFiles } from '../../core/expandFiles';
import type { FileInput } from '../../core/stretch/readers';
import type { WorkerPool } from '../../core/stretch/workerPool';
import { Slices } from '../../core/surroundings';
import type { Platform } from '../platform';
import { type ExportSource, locationOf, pathOf } from './exportSource';
import type { UnknownFile } from './findSources';
import type { ReadSources } from './readSources';

/** A file of the report: where it lies, or what it lies in. */
export interface ReportFile extends ExpandedFile {
  readonly uri: vscode.Uri;
  /** Why it cannot be opened. */
  readonly error?: unknown;
  /** What was found out about it already: it is not read. */
  readonly unknown?: UnknownFile;
}

/** The files of a report, in its order: those of the set, those read for connector definitions, those that are no exports. */
export interface OpenedSources {
  readonly files: readonly ReportFile[];
  /** Position of the first one that is only read for connector definitions. */
  readonly definitionsFrom: number;
}

/** Opens the files of a set, and definitions for them; a container stands for what it holds. */
export async function openSources(
  { found, definitions }: ReadSources,
  source: ExportSource,
  readers: WorkerPool,
  platform: Platform,
): Promise<OpenedSources> {
  const slices = new Slices(platform);
  const own = await openAll(found.files, source, readers, slices);
  const defining = await openAll(
    definitions.map(({ uri }) => uri),
    source,
    readers,
    slices,
  );
  const unknown: ReportFile[] = [];
  for (const one of found.unknown) {
    unknown.push({ ...closedFile(one.uri), unknown: one });
    await slices.rest();
  }
  return { files: [...own, ...defining, ...unknown], definitionsFrom: own.length };
}

/** One after another: of some file systems whole files come, which are counted as they come. */
async function openAll(
  uris: readonly vscode.Uri[],
  source: ExportSource,
  readers: WorkerPool,
  slices: Slices,
): Promise<readonly ReportFile[]> {
  const opened: Promise<readonly ReportFile[]>[] = [];
  let fetched = 0;
  for (const uri of uris) {
    await slices.rest();
    try {
      const input = await source.input(uri, fetched);
      fetched += input.bytes?.length ?? 0;
      opened.push(expand(uri, input, readers));
    } catch (error) {
      opened.push(Promise.resolve([{ ...closedFile(uri), error }]));
    }
  }
  return (await Promise.all(opened)).flat();
}

async function expand(uri: vscode.Uri, input: FileInput, readers: WorkerPool): Promise<readonly ReportFile[]> {
  const files = await expandFiles([{ path: pathOf(uri), input }], readers);
  return files.map((file) => ({ ...file, uri }));
}

/** What stays of opened files: bytes that were fetched of them may be many, and are fetched again where they are asked for. */
export function withoutBytes({ files, definitionsFrom }: OpenedSources): OpenedSources {
  return {
    files: files.map(({ input: { bytes: _, ...input }, ...file }) => ({ ...file, input })),
    definitionsFrom,
  };
}

/** A file that is listed in the report and not read. */
function closedFile(uri: vscode.Uri): ReportFile {
  const path = pathOf(uri);
  return { path, input: { location: locationOf(uri) }, container: path, size: 0, uri };
}
