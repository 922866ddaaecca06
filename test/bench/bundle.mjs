// Bundles what the bench shares with the project's TypeScript: the generators and the engine.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { kernelFiles } from '../../esbuild.mjs';
import { buildFolder } from './paths.mjs';

/**
 * Bundles a file and what it imports for Node.
 * @param {string} source Its path from this folder. All are built side by side, as the engine finds its threads' script.
 * @returns {Promise<{ file: string, version: string }>} `version` stands for its code.
 */
export async function bundle(source) {
  const file = path.join(buildFolder, `${path.basename(source, '.ts')}.js`);
  await build({
    entryPoints: [path.join(import.meta.dirname, source)],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    format: 'cjs',
    logLevel: 'warning',
    external: ['vscode'],
    plugins: [kernelFiles(path.join(buildFolder, 'kernels'))],
  });
  const version = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8);
  return { file, version };
}
