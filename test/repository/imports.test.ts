import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the files of a folder may import of the project, and of packages. The longest prefix that fits is the rule. */
const RULES: Record<string, { readonly project: readonly string[]; readonly packages: readonly (string | RegExp)[] }> =
  {
    'src/core': { project: ['src/core'], packages: [] },
    'src/core/reading': { project: ['src/core/reading', 'src/core/model'], packages: ['papaparse'] },
    'src/core/facts': {
      project: ['src/core/facts', 'src/core/reading', 'src/core/model', 'src/core/report/report'],
      packages: [],
    },
    'src/core/model': { project: ['src/core/model'], packages: [] },
    // Drawings as text: what a page saves may be what an export shows.
    'src/core/export/svg': {
      project: ['src/core/export/svg', 'src/core/export/markup', 'src/core/model', 'src/core/report'],
      packages: [],
    },
    'src/protocol': {
      project: [
        'src/protocol',
        'src/core/model',
        'src/core/report',
        'src/core/compare',
        'src/core/whatIf/impact',
        'src/core/export/causesWording',
        'src/core/export/whatIfWording',
      ],
      packages: [],
    },
    'src/platform': { project: ['src/core'], packages: [] },
    'src/platform/node': { project: ['src/platform/node', 'src/platform/kernels', 'src/core'], packages: [/^node:/] },
    'src/platform/web': { project: ['src/platform/web', 'src/platform/kernels', 'src/core'], packages: [] },
    'src/host': { project: ['src/host', 'src/protocol', 'src/core', 'package.json'], packages: ['vscode'] },
    'src/extension.ts': { project: ['src/host', 'src/platform/node'], packages: ['vscode'] },
    'src/extension.web.ts': { project: ['src/host', 'src/platform/web'], packages: ['vscode'] },
    'src/cli': { project: ['src/cli', 'src/core', 'src/platform', 'package.json'], packages: [/^node:/] },
    webview: {
      project: [
        'webview',
        'src/protocol',
        'src/core/model',
        'src/core/report',
        'src/core/compare',
        'src/core/whatIf/impact',
        'src/core/export/svg',
      ],
      packages: ['preact', 'preact/hooks', /^d3-/],
    },
    'webview/components/toolkit': {
      project: ['webview', 'src/protocol'],
      packages: ['preact', 'preact/hooks', '@vscode/webview-ui-toolkit'],
    },
  };

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isPackage: boolean;
}

/** All imports of the product's sources, with project targets as paths from the root. */
function importsOf(folder: string): Import[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.tsx?$/.test(name),
  );
  return sources.flatMap((name) => {
    const file = path.posix.join(folder, name.split(path.sep).join('/'));
    const text = readFileSync(file, 'utf8');
    const statements = /^(?:(?:import|export)\s[^;']*?from\s+|import\s+)'([^']+)'|\bimport\('([^']+)'\)/gm;
    const found = [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? '');
    return found.map((target) => ({
      file,
      target: target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
      isPackage: !target.startsWith('.'),
    }));
  });
}

function ruleOf(file: string) {
  const prefixes = Object.keys(RULES).filter((prefix) => file.startsWith(prefix));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  assert.ok(longest !== undefined, `no rule for ${file}`);
  return RULES[longest] as (typeof RULES)[string];
}

describe('imports', () => {
  const imports = [...importsOf('src'), ...importsOf('webview')];

  it('are found at all', () => {
    assert.ok(imports.length > 100);
    assert.ok(imports.some(({ target }) => target === 'vscode'));
  });

  it('run one way', () => {
    const forbidden = imports.filter(({ file, target, isPackage }) => {
      const rule = ruleOf(file);
      return isPackage
        ? !rule.packages.some((allowed) => (typeof allowed === 'string' ? allowed === target : allowed.test(target)))
        : !rule.project.some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
    });
    assert.deepEqual(
      forbidden.map(({ file, target }) => `${file} imports ${target}`),
      [],
    );
  });

  it('name papaparse in reading only, and the toolkit in one file', () => {
    const toolkit = imports.filter(({ target }) => target === '@vscode/webview-ui-toolkit').map(({ file }) => file);
    assert.equal(new Set(toolkit).size, 1, toolkit.join(', '));
    const papaparse = imports
      .filter(({ target }) => target === 'papaparse')
      .map(({ file }) => path.posix.dirname(file));
    assert.deepEqual([...new Set(papaparse)], ['src/core/reading']);
  });

  it('leave the engine without Node or the DOM', () => {
    for (const { file } of imports.filter(({ file }) => file.startsWith('src/core/'))) {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      assert.doesNotMatch(code, /\b(process|Buffer|require|document|window|setImmediate)\b\s*[.(]/, file);
    }
  });

  it('leave what also runs in a browser without Node', () => {
    for (const { file } of imports.filter(({ file }) => /^src\/(host|protocol|platform\/web)\//.test(file))) {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      assert.doesNotMatch(code, /\b(process|Buffer|require|setImmediate)\b\s*[.(]|\b__(dirname|filename)\b/, file);
    }
  });
});
