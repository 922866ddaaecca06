import * as vscode from 'vscode';
import type { Disk } from '../platform';

/** How a file stood at a time: another one where it has changed since. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly mtime: number;
}

/** How a file that is not there stands. */
const GONE: FileStamp = { size: -1, mtime: 0 };

/** How a file stands now. The disk is asked itself, where there is one: VS Code answers only when its window has time. */
export async function stampOf(uri: vscode.Uri, disk: Disk | undefined): Promise<FileStamp> {
  const asked = disk !== undefined && uri.scheme === 'file' ? disk.stat(uri.fsPath) : vscode.workspace.fs.stat(uri);
  const stat = await Promise.resolve(asked).catch(() => undefined);
  return stat === undefined ? GONE : { size: stat.size, mtime: stat.mtime };
}

/** True where there is no such file. */
export function isGone({ size }: FileStamp): boolean {
  return size < 0;
}

/** True where nothing has happened to a file between two looks at it. */
export function isSameStamp(one: FileStamp | undefined, other: FileStamp | undefined): boolean {
  return one?.size === other?.size && one?.mtime === other?.mtime;
}
