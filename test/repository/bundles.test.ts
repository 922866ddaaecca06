import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'main' | 'browser', string>;

/** The modules that a built program asks for when it runs. */
function requiredBy(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)|\bimport\(/g);
  return [...new Set([...found].map((match) => match[1] ?? 'import()'))];
}

describe('what runs in a browser', () => {
  it('requires nothing but vscode', () => {
    assert.deepEqual(requiredBy(manifest.browser), ['vscode']);
    assert.deepEqual(requiredBy('dist/web/readingWorker.js'), []);
  });

  it('is seen to require something where it does', () => {
    assert.ok(requiredBy(manifest.main).some((name) => name.startsWith('node:')));
  });
});

describe('what VS Code loads', () => {
  it("asks once for VS Code's API, however many files use it: each time costs half a millisecond of activation", () => {
    for (const entry of [manifest.main, manifest.browser]) {
      const asked = readFileSync(entry, 'utf8').match(/require\("vscode"\)/g);
      assert.equal(asked?.length, 1, entry);
    }
  });
});

describe('the package', () => {
  it('has every program and page that is built, and the two entries that package.json names', () => {
    const build = readFileSync('esbuild.mjs', 'utf8');
    const built = [...build.matchAll(/outfile: '(dist\/[^']+)'/g)].map((match) => match[1] ?? '');
    const shipped = new Set(readFileSync('.vscodeignore', 'utf8').split('\n'));
    assert.ok(built.length >= 6, built.join(', '));
    assert.deepEqual(
      built.filter((file) => !shipped.has(`!${file}`)),
      [],
    );
    for (const entry of [manifest.main, manifest.browser]) {
      assert.ok(built.includes(path.posix.normalize(entry)), entry);
    }
  });
});
