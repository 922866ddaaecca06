import * as vscode from 'vscode';
import type { Slices } from '../../core/surroundings';
import { ExcludedFiles } from './excludedFiles';

/**
 * The files below a folder, by name, up to `most` of them: without those that settings exclude and those of hidden folders.
 * Linked folders are not followed, lest one leads back. Rejects where the folder itself cannot be listed.
 */
export async function filesBelow(
  folder: vscode.Uri,
  most: number,
  slices: Slices,
  isCancelled: () => boolean = () => false,
): Promise<readonly vscode.Uri[]> {
  const excluded = new ExcludedFiles(folder);
  const found: vscode.Uri[] = [];
  await visit(folder);
  return found;

  async function visit(parent: vscode.Uri): Promise<void> {
    const entries = await vscode.workspace.fs.readDirectory(parent);
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      await slices.rest();
      const uri = vscode.Uri.joinPath(parent, name);
      if (found.length >= most || isCancelled()) {
        return;
      }
      if (excluded.has(uri)) {
        continue;
      }
      if ((type & vscode.FileType.File) !== 0) {
        found.push(uri);
      } else if (type === vscode.FileType.Directory && !name.startsWith('.')) {
        // A folder that may not be listed is not what was asked for.
        await visit(uri).catch(() => {});
      }
    }
  }
}

/** True where {@link filesBelow} of one of these folders would find a file there. */
export function isBelow(uri: vscode.Uri, folders: readonly vscode.Uri[]): boolean {
  return folders.some((folder) => {
    const inside = relativeParts(uri, folder);
    const isHidden = inside?.slice(0, -1).some((part) => part.startsWith('.')) ?? true;
    return !isHidden && !isExcluded(inside ?? [], folder);
  });
}

function isExcluded(parts: readonly string[], folder: vscode.Uri): boolean {
  const excluded = new ExcludedFiles(folder);
  return parts.some((_, index) => excluded.has(vscode.Uri.joinPath(folder, ...parts.slice(0, index + 1))));
}

/** Names of folders on the way to a file, and its own; undefined where it is not below the folder. */
function relativeParts(uri: vscode.Uri, folder: vscode.Uri): string[] | undefined {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const isSame = uri.scheme === folder.scheme && uri.authority === folder.authority;
  return isSame && uri.path.startsWith(base) ? uri.path.slice(base.length).split('/') : undefined;
}
