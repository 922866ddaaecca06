import { open } from 'node:fs/promises';
import * as vscode from 'vscode';
import { START_BYTES } from '../core/reading/fileStart';
import type { FileInput } from '../core/stretch/readers';

/** Other file systems than the disk give whole files only; larger ones are not read. */
const LARGEST_WHOLE_FILE = 100 * 1024 * 1024;

/** How a file is called in reports: its path below its workspace folder, else its whole path. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** An export as readers open it: on the disk by its place, elsewhere its bytes, as the file system knows no other way. */
export async function exportInput(uri: vscode.Uri, size: number): Promise<FileInput> {
  if (uri.scheme === 'file') {
    return { location: uri.fsPath };
  }
  if (size > LARGEST_WHOLE_FILE) {
    throw new Error(vscode.l10n.t('Files above 100 MB can only be read from a folder on disk.'));
  }
  const whole = await vscode.workspace.fs.readFile(uri);
  // Shared: it is not copied for every reader.
  const bytes = new Uint8Array(new SharedArrayBuffer(whole.length));
  bytes.set(whole);
  return { location: uri.path, bytes };
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
