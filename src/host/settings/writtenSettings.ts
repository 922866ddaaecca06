import * as vscode from 'vscode';

const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;

/** Where a setting is written: where it is already, else the workspace, else the user's settings. */
export function targetOf(settings: vscode.WorkspaceConfiguration, key: string): vscode.ConfigurationTarget {
  const [inmost = Global] = placesOf(settings, key);
  const hasFolders = (vscode.workspace.workspaceFolders ?? []).length > 0;
  return inmost === Global && hasFolders ? Workspace : inmost;
}

/**
 * Writes what is left of a setting to where that stands which is in force, be it the user's own settings; returns that place.
 * `isNothing`: nothing is left. Then the setting goes, unless one further out would hold from then on.
 */
export async function writeRest(
  settings: vscode.WorkspaceConfiguration,
  key: string,
  rest: unknown,
  isNothing: boolean,
): Promise<vscode.ConfigurationTarget> {
  const [inmost = targetOf(settings, key), ...others] = placesOf(settings, key);
  await settings.update(key, isNothing && others.length === 0 ? undefined : rest, inmost);
  return inmost;
}

/** The places where a setting stands, the one that holds first. */
function placesOf(settings: vscode.WorkspaceConfiguration, key: string): vscode.ConfigurationTarget[] {
  const { workspaceFolderValue, workspaceValue, globalValue } = settings.inspect(key) ?? {};
  // Where a folder alone is open, its settings are those of the workspace, and are told as both.
  const isSame = vscode.workspace.workspaceFile === undefined && workspaceFolderValue !== undefined;
  const values = [
    [workspaceFolderValue, WorkspaceFolder],
    [isSame ? undefined : workspaceValue, Workspace],
    [globalValue, Global],
  ] as const;
  return values.flatMap(([value, place]) => (value === undefined ? [] : [place]));
}
