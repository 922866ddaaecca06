import * as vscode from 'vscode';
import { chosenSet, type SourceSet } from './sourceSet';

/** Asks for an export to open. */
export async function askForExport(): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Open Mail Export');
  const openLabel = vscode.l10n.t('Open Connector Report');
  return (await vscode.window.showOpenDialog({ ...start(), title, openLabel, filters: exportFilters() }))?.[0];
}

/** Asks for the files of one report. */
export async function askForFiles(): Promise<SourceSet | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    ...start(),
    title: vscode.l10n.t('Analyze Files'),
    openLabel: vscode.l10n.t('Analyze'),
    canSelectMany: true,
    filters: exportFilters(),
  });
  return chosen === undefined ? undefined : chosenSet(chosen);
}

/** Asks for a folder whose files make one report. */
export async function askForFolder(): Promise<SourceSet | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    ...start(),
    title: vscode.l10n.t('Analyze Mail Flow in Folder'),
    openLabel: vscode.l10n.t('Analyze'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  const [uri] = chosen ?? [];
  return uri === undefined ? undefined : { kind: 'folder', uri };
}

/** Asks for one of several files, as their report calls them. */
export async function askForOneOf(files: readonly vscode.Uri[], title: string): Promise<vscode.Uri | undefined> {
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.uri;
}

function start(): { readonly defaultUri?: vscode.Uri } {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? {} : { defaultUri: folder };
}

function exportFilters(): Record<string, string[]> {
  return {
    [vscode.l10n.t('Mail exports')]: ['csv', 'log', 'txt', 'tsv', 'json', 'jsonl', 'ndjson', 'gz', 'zip'],
    [vscode.l10n.t('All files')]: ['*'],
  };
}
