import * as vscode from 'vscode';
import { SECTION } from '../settings/settingNames';

/** The workspace folders whose exports are analysed before one of them is opened, by a setting. */
export function foldersToAnalyze(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => vscode.workspace.getConfiguration(SECTION, uri).get('autoAnalyze') === true,
  );
}
