import * as vscode from 'vscode';
import { SECTION } from '../settings/settingNames';

/** Tells which files below a folder the settings `mailFlow.exclude` and `files.exclude` leave out. */
export class ExcludedFiles {
  readonly #patterns: readonly vscode.RelativePattern[];

  /** Patterns are relative to the folder's workspace folder, else to the folder itself. */
  constructor(folder: vscode.Uri) {
    const base = vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder;
    const settings = vscode.workspace.getConfiguration(SECTION, folder);
    const globs = [settings.get('exclude'), vscode.workspace.getConfiguration('files', folder).get('exclude')];
    this.#patterns = globs.flatMap((glob) => patternsIn(glob).map((each) => new vscode.RelativePattern(base, each)));
  }

  /** True for a file or a folder that matches; what is below such a folder need not be asked for. */
  has(uri: vscode.Uri): boolean {
    // Only the place decides: VS Code's own way of reading patterns, which it offers for documents alone.
    const document = { uri, languageId: '' } as vscode.TextDocument;
    return this.#patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
  }
}

/** Those that are switched on. Those with a condition on other files (`when`) are not. */
function patternsIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []))
    : [];
}
