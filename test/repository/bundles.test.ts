import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'main' | 'browser', string>;

/** What esbuild says of the parts that the extension for Node is split into. */
const { outputs } = JSON.parse(readFileSync('out/parts.json', 'utf8')) as Metafile;

/** The file that VS Code loads, and those that it cannot do without: all that is read and compiled before `activate`. */
function atActivation(): string[] {
  const files = new Set([path.posix.normalize(manifest.main)]);
  for (const file of files) {
    for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && imported in outputs) {
        files.add(imported);
      }
    }
  }
  return [...files];
}

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
    for (const files of [Object.keys(outputs), [manifest.browser]]) {
      const asked = files.flatMap((file) => readFileSync(file, 'utf8').match(/require\("vscode"\)/g) ?? []);
      assert.equal(asked.length, 1, files.join(', '));
    }
  });

  // Each 100 kB of code took about 6 ms of activation, for which there are 20 in all, VS Code's own share included.
  it('is little before an export is met: nothing of the engine, the reports, the exports or the pages, and no 64 kB', () => {
    const files = atActivation();
    const inputs = files.flatMap((file) => Object.entries(outputs[file]?.inputs ?? {}));
    const unwanted =
      /^src\/(protocol|core\/(aggregate|analyze|assistant|compare|container|document|export|insights|report|whatIf|formats\/(?!format\.ts)|reading\/(?!startBytes|textKey)))|papaparse/;
    assert.deepEqual(
      inputs.map(([name]) => name).filter((name) => unwanted.test(name)),
      [],
    );
    assert.ok(inputs.some(([name]) => name === 'src/host/start.ts'));
    assert.ok(!inputs.some(([name]) => name === 'src/host/app.ts'));
    const bytes = inputs.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    assert.ok(bytes < 64_000, `${bytes} bytes in ${files.join(', ')}`);
  });

  it('has all of it in parts that ship', () => {
    const loaded = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
    const some = [
      'app',
      'analysis/exportReading',
      'recognition/recognizeExport',
      'assistants/assistantTool',
      'export/exportReport',
    ];
    for (const name of some) {
      assert.ok(loaded.includes(`src/host/${name}.ts`), name);
    }
    assert.deepEqual(
      Object.keys(outputs).filter(
        (file) => !existsSync(file) || !/^dist\/(extension\.js|parts\/[^/]+\.js)$/.test(file),
      ),
      [],
    );
  });
});

describe('the package', () => {
  it('has every program and page that is built, and the two entries that package.json names', () => {
    const build = readFileSync('esbuild.mjs', 'utf8');
    const built = [...build.matchAll(/outfile: '(dist\/[^']+)'/g)].map((match) => match[1] ?? '');
    const shipped = new Set(readFileSync('.vscodeignore', 'utf8').split('\n'));
    built.push(...[...build.matchAll(/kernelFiles\('(dist\/[^']+)'/g)].map((match) => `${match[1]}/**`));
    built.push(...Object.keys(outputs).map((file) => file.replace(/^dist\/parts\/.*/, 'dist/parts/**')));
    assert.ok(built.length >= 7, built.join(', '));
    assert.deepEqual(
      built.filter((file) => !shipped.has(`!${file}`)),
      [],
    );
    for (const entry of [manifest.main, manifest.browser]) {
      assert.ok(built.includes(path.posix.normalize(entry)), entry);
    }
  });
});
