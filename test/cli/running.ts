import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What the terminal command did. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the built terminal command in the repository's root, where tests run. */
export function run(...args: readonly string[]): Run {
  return runIn(process.cwd(), ...args);
}

/** Runs it in a folder. */
export function runIn(folder: string, ...args: readonly string[]): Run {
  const command = path.join(process.cwd(), 'dist/cli.js');
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], options);
  return { status, output: stdout, errors: stderr };
}
