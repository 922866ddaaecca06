// Serves the pages outside VS Code, under the content security policy they have inside.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import { THEMES } from './previewThemes.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const page = await build({
  absWorkingDir: root,
  entryPoints: ['webview/main.tsx'],
  outfile: 'webview.js',
  write: false,
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
const output = (ending) => page.outputFiles.find((file) => file.path.endsWith(ending)).text;

const strings = await build({
  absWorkingDir: root,
  stdin: {
    contents: "export * from './src/protocol/strings'; export * from './src/protocol/openingScript'",
    resolveDir: root,
  },
  write: false,
  bundle: true,
  format: 'cjs',
  platform: 'node',
});
const module_ = { exports: {} };
new Function('module', 'exports', strings.outputFiles[0].text)(module_, module_.exports);
const { ENGLISH_PAGE_STRINGS: english, OPENING_SCRIPT: opening } = module_.exports;
const italianTexts = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.it.json'), 'utf8'));
const italian = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, italianTexts[text] ?? text]));

const html = (theme) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'nonce-N'; script-src 'nonce-N'; font-src 'self'; img-src 'self' blob:">
<meta property="csp-nonce" content="N"><meta name="viewport" content="width=device-width"><title>Preview</title>
<style nonce="N">:root{${Object.entries(THEMES[theme].variables)
  .map(([name, value]) => `--vscode-${name}:${value}`)
  .join(';')}}
@layer vscode-default { html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); } }</style>
<link rel="stylesheet" href="/webview.css"></head><body class="${THEMES[theme].bodyClass}"><div id="root"></div>
<script nonce="N">
window.posted = []; window.state = undefined; window.violations = [];
document.addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile));
window.acquireVsCodeApi = () => ({ postMessage: (m) => { window.posted.push(m); }, setState: (s) => { window.state = s; }, getState: () => window.state });
${opening}
</script><script nonce="N" src="/webview.js"></script></body></html>`;

/** @returns the address of the pages and their texts in both languages. `?theme=` chooses one of the themes. */
export async function startPreview() {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const [type, body] =
      url.pathname === '/webview.js'
        ? ['text/javascript', output('.js')]
        : url.pathname === '/webview.css'
          ? ['text/css', output('.css')]
          : ['text/html', html(url.searchParams.get('theme') ?? 'dark')];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();

  return { address: `http://127.0.0.1:${port}/`, english, italian, stop: () => server.close() };
}
