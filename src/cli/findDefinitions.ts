import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { definitionsIn } from '../platform/node/definitionsIn';
import { UsageError } from './arguments/options';

/**
 * Files that are read for connector definitions: those that are named as such, and those beside a named export. Without
 * `known`, which are read anyway. Throws {@link UsageError} for a name that is no file.
 */
export async function findDefinitions(
  named: readonly string[],
  exports: readonly string[],
  known: ReadonlySet<string>,
): Promise<string[]> {
  for (const name of named) {
    if ((await stat(name).catch(() => undefined))?.isFile() !== true) {
      throw new UsageError(`--definitions takes a file, and this is none: ${name}`);
    }
  }
  const folders = new Set(exports.map((file) => dirname(file)));
  const beside = await Promise.all([...folders].map(definitionsIn));
  const taken = new Set([...known].map((path) => resolve(path)));
  return [...named, ...beside.flat()].filter((path) => {
    const isNew = !taken.has(resolve(path));
    taken.add(resolve(path));
    return isNew;
  });
}
