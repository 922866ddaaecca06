import { readFile } from 'node:fs/promises';
import { NoReport } from '../core/compare/snapshot';
import { messageOf } from '../core/messageOf';
import { UsageError } from './arguments/options';

/** What a JSON file holds, as `read` understands it. Throws {@link UsageError}; `otherwise`: what a file is then. */
export async function jsonIn<T>(path: string, otherwise: string, read: (json: unknown) => T): Promise<T> {
  try {
    return read(JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')));
  } catch (error) {
    const isKnown = error instanceof NoReport || error instanceof SyntaxError;
    const reason = reasonOf(path, error);
    throw new UsageError(isKnown ? `${path} is ${otherwise}: ${reason}` : reason);
  }
}

/** Why a file that was named cannot be read, in words. */
export function reasonOf(path: string, error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return `no such file: ${path}`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR') {
    return `a folder and no file: ${path}`;
  }
  return messageOf(error);
}
