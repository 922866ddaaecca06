import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readColumnMappings } from '../core/formats/readColumnMappings';
import type { ColumnMapping } from '../core/model/columnMapping';
import { filesBelow } from '../platform/node/findFiles';
import { UsageError } from './arguments/options';
import { findDefinitions } from './findDefinitions';
import { reasonOf } from './jsonIn';
import { expandWildcards, hasWildcards } from './wildcards';

/** What is to be read. */
export interface Inputs {
  readonly paths: readonly string[];
  /** Position of the first one that is only read for connector definitions. */
  readonly definitionsFrom: number;
  /** Those that were named outright. */
  readonly named: ReadonlySet<string>;
}

/** Finds what is to be read. Folders are searched through; those of named files, only for connector definitions. */
export async function findInputs(names: readonly string[], definitions: readonly string[]): Promise<Inputs> {
  const paths = new Set<string>();
  const named = new Set<string>(definitions);
  const meant = (await Promise.all(names.map(namesMeant))).flat();
  for (const name of meant) {
    const found = await stat(name).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(error.code === 'ENOENT' ? `no such file or folder: ${name}` : error.message);
    });
    if (found.isDirectory()) {
      for (const file of await filesBelow(name)) {
        paths.add(file);
      }
    } else {
      paths.add(name);
      named.add(name);
    }
  }
  if (paths.size === 0) {
    throw new UsageError(`no files in ${names.join(', ')}`);
  }
  const files = meant.filter((name) => paths.has(name));
  const more = await findDefinitions(definitions, files, paths);
  return { paths: [...paths, ...more], definitionsFrom: paths.size, named };
}

/** What a name stands for: itself, unless there is nothing of that name and it has wildcards. */
async function namesMeant(name: string): Promise<readonly string[]> {
  if (name === '-') {
    throw new UsageError('standard input is not read: name a file');
  }
  const isThere = await stat(name).then(
    () => true,
    () => false,
  );
  const expanded = isThere || !hasWildcards(name) ? [name] : await expandWildcards(name);
  if (expanded.length === 0) {
    throw new UsageError(`no files or folders are called ${name}`);
  }
  return expanded;
}

/** Reads a list of mappings. Throws {@link UsageError} where it is none, or an entry of it is not right. */
export async function mappingsIn(path: string): Promise<readonly ColumnMapping[]> {
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`--mapping ${path}: ${reasonOf(path, error)}`);
  }
  const { mappings, faults } = readColumnMappings(value);
  if (faults.length > 0) {
    throw new UsageError(`--mapping ${path}: ${faults.join('; ')}`);
  }
  return mappings;
}

/** An export must not be overwritten by its report, and a folder that is not there is no surprise for the end. */
export async function checkOutput(output: string, paths: readonly string[], option = '--output'): Promise<void> {
  const folder = await stat(dirname(resolve(output))).catch(() => undefined);
  if (folder?.isDirectory() !== true) {
    throw new UsageError(`no such folder: ${dirname(output)}`);
  }
  const target = await stat(output).catch(() => undefined);
  for (const path of target === undefined ? [] : paths) {
    const input = await stat(path).catch(() => undefined);
    if (input !== undefined && target?.ino === input.ino && target.dev === input.dev) {
      throw new UsageError(`${option} would overwrite ${path}, which is to be read`);
    }
  }
}
