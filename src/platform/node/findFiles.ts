import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The files below a folder, by name, without those of hidden folders and `node_modules`. Links are not followed. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const location = path.join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
      found.push(...(await filesBelow(location)));
    } else if (entry.isFile()) {
      found.push(location);
    }
  }
  return found;
}
