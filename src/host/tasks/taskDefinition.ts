import * as vscode from 'vscode';
import { TASK_TYPE } from '../identifiers';

/** What lets a task fail, as in a terminal: insights of this severity, or worse, or none. */
const FAIL_ON = ['warning', 'information', 'never'] as const;
export type TaskFailure = (typeof FAIL_ON)[number];

/** What a task reports on, as tasks.json has it. */
export interface ReportTaskDefinition extends vscode.TaskDefinition {
  /** Files and folders: absolute, or relative to the workspace folder. */
  readonly files: readonly string[];
  readonly failOn: TaskFailure;
}

/** Reads a definition that somebody has written; undefined where it is none, or says something that there is not. */
export function readTaskDefinition({ type, files, failOn }: vscode.TaskDefinition): ReportTaskDefinition | undefined {
  const names: unknown = files ?? ['.'];
  const failure = FAIL_ON.find((one) => one === (failOn ?? 'warning'));
  const areNames = Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string');
  return type === TASK_TYPE && areNames && failure !== undefined ? { type, files: names, failOn: failure } : undefined;
}

/** A file or a folder that a task names. */
export function locate(name: string, folder: vscode.Uri): vscode.Uri {
  const isAbsolute = /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(name);
  if (isAbsolute) {
    return folder.scheme === 'file' ? vscode.Uri.file(name) : folder.with({ path: name });
  }
  return name === '.' || name === '' ? folder : vscode.Uri.joinPath(folder, name.replaceAll('\\', '/'));
}
