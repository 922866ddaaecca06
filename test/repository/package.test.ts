import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

describe('what ships', () => {
  it('names every bundled package in THIRD-PARTY.md', async () => {
    const { metafile } = await build({
      entryPoints: ['src/extension.ts', 'src/cli/main.ts', 'webview/main.tsx'],
      outdir: 'out/unused',
      bundle: true,
      write: false,
      metafile: true,
      external: ['vscode', '*.wasm'],
      platform: 'node',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    const inputs = Object.keys(metafile.inputs).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
    const bundled = [...new Set(inputs.filter((name) => name !== undefined))];
    assert.ok(bundled.includes('papaparse') && bundled.includes('preact'), bundled.join(', '));
    const notices = readFileSync('THIRD-PARTY.md', 'utf8');
    assert.deepEqual(
      bundled.filter((name) => !notices.includes(`\n## ${name} `)),
      [],
    );
  });

  it('is what a window for a person gets, too', () => {
    const kept = readFileSync('.vscodeignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const folders = kept.filter((line) => line.includes('/')).map((line) => line.slice(1, line.indexOf('/')));
    assert.ok(folders.includes('syntaxes'));
    const shipped = /^const shipped = \/(.*)\/;$/m.exec(readFileSync('test/vscode/openWindow.mjs', 'utf8'))?.[1];
    assert.ok(shipped);
    assert.deepEqual(
      folders.filter((folder) => !new RegExp(shipped).test(folder)),
      [],
    );
  });

  it('records no registry address in the lock file', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, object> };
    assert.deepEqual(
      Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry),
      [],
    );
  });
});
