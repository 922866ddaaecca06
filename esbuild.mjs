// Builds what runs: the extension host, the page, the terminal command and the tests. `node esbuild.mjs [--watch] [--production]`.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, context } from 'esbuild';

const require = createRequire(import.meta.url);
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = { bundle: true, sourcemap: !production, minify: production, logLevel: 'warning', legalComments: 'none' };
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };

/** The toolkit's minified bundle is a third smaller than its module graph; see CONTRIBUTING.md, "Libraries". */
const toolkit = path.join(
  path.dirname(require.resolve('@vscode/webview-ui-toolkit/package.json')),
  'dist/toolkit.min.js',
);

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));

const targets = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  {
    ...shared,
    entryPoints: ['webview/main.tsx'],
    outfile: 'dist/webview.js',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'css' },
    alias: { '@vscode/webview-ui-toolkit': toolkit },
  },
  ...(production
    ? []
    : [
        {
          ...node,
          entryPoints: testFiles('test').filter((file) => !file.startsWith(path.join('test', 'host'))),
          outdir: 'out/test',
          outbase: 'test',
          jsx: 'automatic',
          jsxImportSource: 'preact',
          external: ['papaparse', 'ajv', 'esbuild', 'typescript'],
        },
        {
          ...node,
          entryPoints: ['test/host/suite.ts', ...testFiles('test/host')],
          outdir: 'out/test/host',
          outbase: 'test/host',
          external: ['vscode', 'mocha'],
        },
      ]),
];

if (watch) {
  for (const target of targets) {
    await (await context({ ...target, logLevel: 'info' })).watch();
  }
} else {
  await Promise.all(targets.map((target) => build(target)));
}
