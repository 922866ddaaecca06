import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { definesConnectors, LARGEST_BESIDE, likelyDefinitions } from '../../core/definitionFiles';
import { START_BYTES } from '../../core/reading/startBytes';
import { readStart } from './fileBytes';

/** The files in a folder that define connectors, by name; none where it cannot be read. */
export async function definitionsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const found: string[] = [];
  for (const name of likelyDefinitions(names)) {
    const location = path.join(folder, name);
    if (await isDefinitions(location).catch(() => false)) {
      found.push(location);
    }
  }
  return found.sort();
}

async function isDefinitions(location: string): Promise<boolean> {
  const { size } = await stat(location);
  return size <= LARGEST_BESIDE && definesConnectors(await readStart(location, START_BYTES));
}
