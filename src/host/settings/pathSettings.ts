import * as vscode from 'vscode';

/** A path from the settings: absolute, else from the workspace folder that a uri is in, else from the folder it lies in. */
export function resolvePath(path: string, uri: vscode.Uri): vscode.Uri {
  const isAbsolute = /^(?:[a-z]:)?[\\/]/i.test(path);
  if (isAbsolute) {
    return uri.scheme === 'file' ? vscode.Uri.file(path) : uri.with({ path, query: '', fragment: '' });
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
  return vscode.Uri.joinPath(folder, path.replaceAll('\\', '/'));
}

/** A path as a setting holds it, so that {@link resolvePath} leads back: from the workspace folder where the file is in it. */
export function writtenPath(target: vscode.Uri, uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const isInside = folder !== undefined && target.scheme === folder.scheme && target.path.startsWith(`${folder.path}/`);
  return isInside ? target.path.slice(folder.path.length + 1) : target.scheme === 'file' ? target.fsPath : target.path;
}
