// test/generate/archives.ts for tests that are no TypeScript.
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../vscode/paths.mjs';

const { outputFiles } = await build({
  entryPoints: [path.join(root, 'test/generate/archives.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const code = `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`;

/** @type {typeof import('../generate/archives')} */
export const { gzip, zip } = await import(code);
