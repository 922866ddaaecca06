// Builds what runs: the extension host, the page, the terminal command and the tests. `node esbuild.mjs [--watch] [--production]`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import asc from 'assemblyscript/asc';
import { build, context, transform } from 'esbuild';

const require = createRequire(import.meta.url);
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * Compiles what is written in AssemblyScript: the scanner's kernel, once for units of one byte, once for units of two
 * (kernel.bytes.wasm, kernel.units.wasm), the inflater (inflate.wasm), and what adds facts up (adding.wasm). `asModule` makes of a
 * program's bytes and its file's name a module that gives them, by a function.
 */
const compiling = (asModule) => ({
  name: 'kernels',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /(kernel\.(bytes|units)|inflate|adding)\.wasm$/ }, ({ path: name, resolveDir }) => ({
      path: path.resolve(resolveDir, name),
      namespace: 'kernel',
    }));
    onLoad({ filter: /.*/, namespace: 'kernel' }, async ({ path: file }) => {
      const folder = path.dirname(file);
      const name = path.basename(file);
      const [program, width] = name.split('.');
      const watchFiles = readdirSync(folder).map((one) => path.join(folder, one));
      const part = width === 'bytes' ? width : program;
      const compiled = await compileKernel(folder, part, width === 'units' ? 2 : 1);
      return { contents: asModule(compiled, name), loader: 'js', watchFiles };
    });
  },
});

/** Programs are part of the script: for browsers, where a script has no files beside it, and for tests. */
export const kernels = compiling(asFunction);

/**
 * Programs are files of their own: for Node, which gets at their bytes at once. To make them of characters took each thread two
 * milliseconds, and the compiler as long, on another one. `folder`: where they are written; `seen`: that folder as the script sees it.
 */
export const kernelFiles = (folder, seen = './kernels/') =>
  compiling((bytes, name) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
    return `import { readFileSync } from 'node:fs';
      import path from 'node:path';
      export default () => readFileSync(path.join(__dirname, ${JSON.stringify(seen + name)}));`;
  });

/** Programs in which functions are no longer put into each other where that gains nothing: a browser's bundle holds what adds facts up. */
const SMALL = { adding: ['--shrinkLevel', '1'] };
/** Pages of 64 KiB that a program has its fixed places in. */
const PAGES = { kernel: '192', bytes: '192', inflate: '12', adding: '8' };

/**
 * A function that gives the bytes, which only who needs them makes. They are written as characters, most as one: packed into the VSIX
 * those take a tenth less than hexadecimal digits, and a quarter less than base64, which hides that bytes come again.
 */
function asFunction(bytes) {
  const text = Array.from(bytes, (byte) => MORE[Math.floor(byte / FEW)] + character(byte % FEW)).join('');
  return `const text = ${JSON.stringify(text)};
    export default () => {
      const bytes = new Uint8Array(${bytes.length});
      let more = 0;
      let to = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 123 || code === 124) {
          more = (code - 122) * ${FEW};
        } else {
          bytes[to++] = more + (code === 126 ? 2 : code === 125 ? 60 : code - 32);
          more = 0;
        }
      }
      return bytes;
    };`;
}

/** So many bytes are one character; before that of a larger one stands by how much. */
const FEW = 90;
const MORE = ['', '{', '|'];

/** From the space on, but for what would have to be escaped. */
function character(byte) {
  return byte === 2 ? '~' : byte === 60 ? '}' : String.fromCharCode(32 + byte);
}

async function compileKernel(folder, program, width) {
  const features = ['--noAssert', '--runtime', 'stub', '--enable', 'simd', '--initialMemory', PAGES[program]];
  const options = ['--outFile', 'kernel.wasm', '-O3', ...(SMALL[program] ?? []), ...features];
  let compiled;
  const { error, stderr } = await asc.main([`${program}.ts`, ...options], {
    readFile: (name) => (name === 'width.ts' ? `export const W: usize = ${width};` : sourceOf(folder, name)),
    writeFile: (_name, contents) => {
      compiled = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || compiled === undefined) {
    throw new Error(`The kernel does not compile: ${error?.message ?? ''}\n${stderr.toString()}`);
  }
  return compiled;
}

/** AssemblyScript's modules end with `.as`, so that nothing takes them for TypeScript. */
function sourceOf(folder, name) {
  const file = path.join(folder, name.replace(/\.ts$/, '.as'));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/**
 * VS Code's API as one module with names. Taken as what `require` gives, every file that imports it would get an object of its own
 * with a getter for each of some four hundred names: that was most of the time in which the extension's code is loaded.
 */
const api = {
  name: 'api',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'api' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'api' },
    );
    onLoad({ filter: /.*/, namespace: 'api' }, () => {
      const declared = readFileSync(require.resolve('@types/vscode/index.d.ts'), 'utf8');
      const names = declared.matchAll(/^(?:\t| {4})?export (?:abstract )?(?:class|enum|namespace|const) (\w+)/gm);
      const unique = [...new Set([...names].map(([, name]) => name))];
      return {
        contents: `const api = require('vscode');\n${unique.map(reexported).join('\n')}`,
      };
    });
  },
};

/** What nobody imports is left out: reading a name of the API might do something, for all the bundler knows, but not a pure call. */
const reexported = (name) => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`;

/**
 * Splits a program for Node at each `import()`: what stands behind one is a file of its own, which is read when the program gets
 * there. esbuild splits only modules of the new kind, and VS Code's extension host asks for the old: each file is turned into one of
 * those afterwards. The main file goes where `entryPoints` says, the others into a folder beside it, which is emptied first. What
 * became part of which file is written down for the tests.
 */
const split = {
  name: 'split',
  setup({ initialOptions, onEnd }) {
    const { outdir, target, minify, sourcemap } = initialOptions;
    const layout = { format: 'esm', splitting: true, chunkNames: 'parts/[name]-[hash]', write: false, metafile: true };
    Object.assign(initialOptions, layout);
    onEnd(async ({ outputFiles = [], metafile }) => {
      rmSync(path.join(outdir, 'parts'), { recursive: true, force: true });
      mkdirSync(path.join(outdir, 'parts'), { recursive: true });
      for (const { path: file, text } of outputFiles) {
        writeFileSync(file, await asCommonJs(text, { target, minify, sourcemap, sourcefile: file }));
      }
      mkdirSync('out', { recursive: true });
      writeFileSync('out/parts.json', JSON.stringify(metafile));
    });
  },
};

/** A statement that imports from another part, at the beginning of what esbuild wrote: `import{a as b}from"./chunk.js";`. */
const PART = /(?:\s|\/\/.*\n)*import\s*(?:(\{[^}]*\})\s*from\s*)?("\.[^"]+");?/y;
/** The one that exports, at its end. */
const EXPORT = /\bexport\s*\{([^}]*)\};?(?=\s*(?:\/\/# sourceMappingURL=.*)?\s*$)/;
const RENAMED = /([\w$]+)\s+as\s+([\w$]+)/g;

/**
 * A part in the old kind of module. esbuild's own way would put two getters before each name that a part has from another one, also in
 * the innermost loops; here each is a constant. Parts do not import each other in circles, and export nothing that changes.
 */
async function asCommonJs(text, options) {
  const parts = ['"use strict";'];
  let at = 0;
  PART.lastIndex = 0;
  for (let found = PART.exec(text); found !== null; found = PART.exec(text)) {
    const [, names, file] = found;
    parts.push(`${names === undefined ? '' : `const ${names.replace(RENAMED, '$1:$2')}=`}require(${file});`);
    at = PART.lastIndex;
  }
  const own = text
    .slice(at)
    .replace(/\bimport\(("\.[^"]+")\)/g, 'Promise.resolve().then(()=>require($1))')
    .replace(EXPORT, (_, names) => `Object.assign(exports,{${names.replace(RENAMED, '$2:$1')}});`);
  const { code } = await transform(own, { ...options, format: 'cjs', platform: 'node', logLevel: 'error' });
  return parts.join('') + code;
}

const shared = { bundle: true, sourcemap: !production, minify: production, logLevel: 'warning', legalComments: 'none' };
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs', plugins: [kernelFiles('dist/kernels')] };
/** For a browser's extension host. Papaparse leaves out its part for Node's streams where it is told that this is none. */
const web = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  plugins: [kernels],
  define: { PAPA_BROWSER_CONTEXT: 'true' },
};

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));

const targets = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    sourcemap: !production && 'inline',
    // What adds facts up is in one of the parts, which lie in a folder.
    plugins: [kernelFiles('dist/kernels', '../kernels/'), api, split],
  },
  { ...node, entryPoints: ['src/platform/node/readingThread.ts'], outfile: 'dist/readingThread.js' },
  {
    ...web,
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    plugins: [kernels, api],
  },
  {
    ...web,
    entryPoints: ['src/platform/web/readingWorker.ts'],
    outfile: 'dist/web/readingWorker.js',
    format: 'iife',
  },
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
  },
  ...(production
    ? []
    : [
        {
          ...node,
          plugins: [kernels],
          entryPoints: testFiles('test').filter((file) => !file.startsWith(path.join('test', 'host'))),
          outdir: 'out/test',
          outbase: 'test',
          jsx: 'automatic',
          jsxImportSource: 'preact',
          external: ['papaparse', 'ajv', 'esbuild', 'typescript'],
        },
        {
          ...node,
          plugins: [kernels],
          entryPoints: ['test/host/suite.ts', ...testFiles('test/host')],
          outdir: 'out/test/host',
          outbase: 'test/host',
          external: ['vscode', 'mocha'],
        },
      ]),
];

// The bench imports this file for the kernels alone.
if (process.argv[1] === import.meta.filename) {
  if (watch) {
    for (const target of targets) {
      await (await context({ ...target, logLevel: 'info' })).watch();
    }
  } else {
    await Promise.all(targets.map((target) => build(target)));
  }
}
