import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * The files and folders that a name with `*` or `?` stands for, by name: not every shell puts them in its place (PowerShell and
 * cmd do not). Hidden ones only where the name says so. None where it stands for nothing.
 */
export async function expandWildcards(name: string): Promise<string[]> {
  const { root } = path.parse(name);
  let found = [root];
  for (const part of name.slice(root.length).split(/[\\/]/)) {
    const deeper = await Promise.all(found.map((folder) => inside(folder, part)));
    found = deeper.flat();
  }
  return found;
}

/** True where a name has a wildcard in it. */
export function hasWildcards(name: string): boolean {
  return /[*?]/.test(name);
}

async function inside(folder: string, part: string): Promise<string[]> {
  if (part === '' || !hasWildcards(part)) {
    return [path.join(folder, part)];
  }
  const pattern = new RegExp(
    `^${part
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'i',
  );
  const names = await readdir(folder === '' ? '.' : folder).catch((): string[] => []);
  return names
    .filter((name) => pattern.test(name) && (part.startsWith('.') || !name.startsWith('.')))
    .sort()
    .map((name) => path.join(folder, name));
}
