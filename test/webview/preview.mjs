// Draws the pages outside VS Code, under their real content security policy, in every state, with figures that try their limits.
// `node test/webview/preview.mjs FOLDER [PART OF A NAME]` writes pictures into FOLDER, the themes and widths that each case
// asks for; `--all` every case in four themes, 400, 800 and 1600 pixels wide and at 200 %, and a sheet of each case's pictures.
// Prints what axe, the content security policy and the page's width have to say; the exit status is 1 where they say anything.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { writeContactSheet } from './contactSheet.mjs';
import { CASES } from './previewCases.mjs';
import { startPreview } from './previewServer.mjs';
import { THEMES } from './previewThemes.mjs';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Widths in CSS pixels; at 200 % a window 800 pixels wide has 400 of them. */
const EVERY_SIZE = [
  { width: 400, scale: 1, name: '400' },
  { width: 800, scale: 1, name: '800' },
  { width: 1600, scale: 1, name: '1600' },
  { width: 400, scale: 2, name: '200%' },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const folder = path.resolve(positionals[0] ?? path.join(root, 'out/preview'));
mkdirSync(folder, { recursive: true });

const preview = await startPreview();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
  // As in VS Code, whose pages have them.
  ignoreDefaultArgs: ['--hide-scrollbars'],
});
let pictures = 0;
let complaints = 0;
for (const one of CASES) {
  const drawings = drawingsOf(one).filter(({ name }) => name.includes(positionals[1] ?? ''));
  for (const drawing of drawings) {
    await draw(one, drawing);
    pictures++;
  }
  if (values.all && drawings.length > 0) {
    const named = drawings.map(({ name, file }) => ({ name, file }));
    await writeContactSheet(browser, named, EVERY_SIZE.length, path.join(folder, `sheet-${one.name}.png`));
  }
}
await browser.close();
preview.stop();
console.log(`${pictures} pictures in ${folder}, ${complaints} complaints`);
process.exitCode = complaints === 0 ? 0 : 1;

/** The pictures of a case: theme, size, name, file. */
function drawingsOf(one) {
  const themes = values.all ? Object.keys(THEMES) : one.themes;
  const sizes = values.all ? EVERY_SIZE : one.widths.map((width) => ({ width, scale: 1, name: String(width) }));
  return themes.flatMap((theme) =>
    sizes.map((size) => {
      const name = `${one.name}-${theme}-${size.name}`;
      return { theme, size, name, file: path.join(folder, `${name}.png`) };
    }),
  );
}

/** Draws one picture, and complains of what is wrong with it. */
async function draw(one, { theme, size, name, file }) {
  const context = await browser.newContext({
    viewport: { width: size.width, height: one.height ?? 900 },
    deviceScaleFactor: size.scale,
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  tab.on('pageerror', (error) => complain(name, `error: ${error.stack}`));
  await tab.goto(`${preview.address}?theme=${theme}`);
  const language = one.italian
    ? { strings: preview.italian, locale: 'it' }
    : { strings: preview.english, locale: 'en' };
  await tab.evaluate((message) => window.postMessage(message, '*'), { type: 'start', ...language, ...one.start });
  await tab.waitForSelector('main');
  await one.act?.(tab);
  await tab.waitForTimeout(150);
  for (const text of await mistakesOf(tab)) {
    complain(name, text);
  }
  if (one.fullPage ?? true) {
    await showWhole(tab, size.width);
  }
  await tab.screenshot({ path: file });
  await context.close();
}

/** Makes the window as high as the page: where a scrollbar stands, a picture of the whole page has nothing. */
async function showWhole(tab, width) {
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  if (height > tab.viewportSize().height) {
    await tab.setViewportSize({ width, height });
    await tab.waitForTimeout(150);
  }
}

/** @returns {Promise<string[]>} What is wrong with the page as it is drawn. */
async function mistakesOf(tab) {
  const overflow = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const violated = (await tab.evaluate('window.violations')).map((one) => `content security policy: ${one}`);
  // axe is put in from outside the policy, as the suite in VS Code does.
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate('axe.run({ resultTypes: ["violations"] })');
  const inaccessible = violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 4).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`);
    return `axe ${id}: ${help}: ${where.join(' | ')}`;
  });
  return [...(overflow > 0 ? [`the page is ${overflow}px too wide`] : []), ...violated, ...inaccessible];
}

function complain(name, text) {
  complaints++;
  console.log(`${name}: ${text}`);
}
