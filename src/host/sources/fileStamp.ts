import * as vscode from 'vscode';

/** How a file stood at a time: another one where it has changed since. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly mtime: number;
}

/** How a file that is not there stands. */
const GONE: FileStamp = { size: -1, mtime: 0 };

/** How a file stands now. */
export async function stampOf(uri: vscode.Uri): Promise<FileStamp> {
  const stat = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
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
