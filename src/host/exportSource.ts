import { open } from 'node:fs/promises';
import * as vscode from 'vscode';
import { START_BYTES } from '../core/reading/fileStart';
import type { ByteSource } from '../core/reading/pieces';
import { fileSource } from '../platform/node/fileSource';

/** Other file systems than the disk give whole files only; larger ones are not read. */
const LARGEST_WHOLE_FILE = 100 * 1024 * 1024;

/** How a file is called in reports: its path below its workspace folder, else its whole path. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** The bytes of an export: streamed from the disk, or read whole where the file system knows no other way. */
export function exportSource(uri: vscode.Uri): ByteSource {
  return uri.scheme === 'file' ? fileSource(pathOf(uri), uri.fsPath) : wholeFile(uri);
}

function wholeFile(uri: vscode.Uri): ByteSource {
  return {
    path: pathOf(uri),
    async *open() {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > LARGEST_WHOLE_FILE) {
        throw new Error(vscode.l10n.t('Files above 100 MB can only be read from a folder on disk.'));
      }
      yield await vscode.workspace.fs.readFile(uri);
    },
  };
}

/** The size of a file in bytes; 0 where it cannot be told. */
export async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}

/** The first bytes of a file, enough to recognise it; undefined where it cannot be read. */
export async function readStart(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    if (uri.scheme !== 'file') {
      const size = await sizeOf(uri);
      return size > LARGEST_WHOLE_FILE ? undefined : (await vscode.workspace.fs.readFile(uri)).subarray(0, START_BYTES);
    }
    const file = await open(uri.fsPath, 'r');
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(START_BYTES), 0, START_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
