// Draws the pages outside VS Code, under the page's real content security policy, with sample reports, in four themes.
// `node test/webview/preview.mjs FOLDER [PART OF A NAME]` writes one picture per case into FOLDER and prints what axe and
// the content security policy have to say.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CASES } from './previewCases.mjs';
import { startPreview } from './previewServer.mjs';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'out/preview'));
const wanted = process.argv[3] ?? '';

const { address, english, italian, stop } = await startPreview();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(folder, { recursive: true });
let complaints = 0;

for (const one of CASES) {
  for (const theme of one.themes) {
    for (const width of one.widths) {
      const name = `${one.name}-${theme}-${width}`;
      if (!name.includes(wanted)) {
        continue;
      }
      const context = await browser.newContext({
        viewport: { width, height: one.height ?? 900 },
        reducedMotion: 'reduce',
      });
      const tab = await context.newPage();
      tab.on('pageerror', (error) => complain(name, `error: ${error.stack}`));
      await tab.goto(`${address}?theme=${theme}`);
      const language = one.italian ? { strings: italian, locale: 'it' } : { strings: english, locale: 'en' };
      await tab.evaluate((message) => window.postMessage(message, '*'), { type: 'start', ...language, ...one.start });
      await tab.waitForSelector('main');
      await one.act?.(tab);
      await tab.waitForTimeout(150);
      await tab.screenshot({ path: path.join(folder, `${name}.png`), fullPage: one.fullPage ?? true });
      const overflow = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) {
        complain(name, `the page is ${overflow}px too wide`);
      }
      for (const violation of await tab.evaluate('window.violations')) {
        complain(name, `content security policy: ${violation}`);
      }
      // axe is put in from outside the policy, as the suite in VS Code does.
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate('axe.run({ resultTypes: ["violations"] })');
      for (const { id, help, nodes } of violations) {
        complain(
          name,
          `axe ${id}: ${help}: ${nodes
            .map((node) => `${node.target} ${node.any[0]?.message ?? ''}`)
            .slice(0, 4)
            .join(' | ')}`,
        );
      }
      await context.close();
    }
  }
}
await browser.close();
stop();
writeFileSync(path.join(folder, 'complaints.txt'), `${complaints}\n`);
console.log(`${complaints} complaints; pictures in ${folder}`);
process.exitCode = complaints === 0 ? 0 : 1;

function complain(name, text) {
  complaints++;
  console.log(`${name}: ${text}`);
}
