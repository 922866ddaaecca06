import * as vscode from 'vscode';
import { START_BYTES } from '../../core/reading/startBytes';
import type { FileInput } from '../../core/stretch/readers';
import type { Disk, Platform } from '../platform';
import { WholeFiles } from './wholeFiles';

/** Other file systems than the disk give whole files only; larger ones are not read. */
const LARGEST_WHOLE_FILE = 100 * 1024 * 1024;
/** Of several, all are there at the same time. */
const MOST_WHOLE_BYTES = 4 * LARGEST_WHOLE_FILE;

/** Where exports are read from: the disk in pieces, where the extension host has one; every other file system whole. */
export class ExportSource {
  readonly #platform: Platform;
  readonly #wholeFiles = new WholeFiles();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /**
   * An export as readers open it: on the disk by its place, elsewhere its bytes. `fetched`: bytes that are kept of other files.
   * Rejects where it cannot be read.
   */
  async input(uri: vscode.Uri, fetched = 0): Promise<FileInput> {
    if (this.#diskOf(uri) !== undefined) {
      return { location: locationOf(uri) };
    }
    const stat = await vscode.workspace.fs.stat(uri);
    if (stat.size > LARGEST_WHOLE_FILE) {
      throw new Error(
        vscode.l10n.t('Files above 100 MB can only be read from a folder on disk, not in VS Code for the Web.'),
      );
    }
    if (fetched + stat.size > MOST_WHOLE_BYTES) {
      throw new Error(vscode.l10n.t('Files of more than 400 MB in all can only be read from a folder on disk.'));
    }
    const bytes = await this.#wholeFiles.read(uri, stat);
    return { location: locationOf(uri), bytes: (await this.#platform.share?.(bytes)) ?? bytes };
  }

  /** True where the whole of a file is fetched to look at its first bytes. */
  isFetched(uri: vscode.Uri): boolean {
    return this.#diskOf(uri) === undefined;
  }

  /** An export's bytes from its beginning, in pieces. Throws where it cannot be read. */
  async *pieces(uri: vscode.Uri): AsyncGenerator<Uint8Array> {
    const disk = this.#diskOf(uri);
    if (disk !== undefined) {
      yield* disk.pieces(uri.fsPath);
    } else {
      const { bytes = new Uint8Array(0) } = await this.input(uri);
      yield bytes;
    }
  }

  /** The first bytes of a file, enough to recognise it; undefined where it cannot be read. */
  async start(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    try {
      const disk = this.#diskOf(uri);
      if (disk !== undefined) {
        return await disk.readStart(uri.fsPath, START_BYTES);
      }
      const stat = await vscode.workspace.fs.stat(uri);
      return stat.size > LARGEST_WHOLE_FILE
        ? undefined
        : (await this.#wholeFiles.read(uri, stat)).subarray(0, START_BYTES);
    } catch {
      return undefined;
    }
  }

  /** The disk that a file lies on, where there is one. */
  #diskOf(uri: vscode.Uri): Disk | undefined {
    return uri.scheme === 'file' ? this.#platform.disk : undefined;
  }
}

/** Where a file lies, as readers are told. */
export function locationOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}

/** How a file is called in reports: its path below its workspace folder, else its whole path. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** The size of a file in bytes; 0 where it cannot be told. */
export async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
