// `npm start [-- FILE]`: builds, opens VS Code with the extension, and shows the report of FILE, by default of the sample export.
// `--smoke` looks instead whether the report appears, keeps a picture of it, and ends.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseHost } from './chooseHost.mjs';
import { openInBrowser, openWindow } from './openWindow.mjs';
import { root } from './paths.mjs';
import { runCommand } from './processes.mjs';
import { webviewFrames } from './webviewFrame.mjs';
import { screenshot } from './workbenchSteps.mjs';

/** How long the report may take to appear, in ms. */
const appearance = 60_000;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { smoke: { type: 'boolean' } } });

try {
  process.exit(await start(positionals[0] ?? path.join(root, 'media/sample/message-trace-sample.csv')));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string} name @returns {Promise<number>} The exit status. */
async function start(name) {
  // npm runs this in the extension's folder, wherever it was called.
  const file = path.resolve(process.env.INIT_CWD ?? '', name);
  if (!fs.existsSync(file)) {
    throw new Error(`There is no file ${file}`);
  }
  if (!(await runCommand(process.execPath, ['esbuild.mjs'], { cwd: root, show: true })).ok) {
    throw new Error('The build failed');
  }
  const window = await openWindow(await chooseHost(), file);
  if (values.smoke) {
    return look(window);
  }
  if (window.address) {
    console.log(`\nOpen ${window.address}`);
    openInBrowser(window.address);
  }
  console.log(`\nThe report of ${file} is shown. Ctrl-C ends VS Code.`);
  await window.ended;
  return 0;
}

/** @param {import('./openWindow.mjs').OpenWindow} window @returns {Promise<number>} */
async function look(window) {
  const { page, consoleErrors } = await window.show();
  const heading = await firstHeading(page);
  console.log(heading === undefined ? 'No report appeared' : `The report appeared: ${heading}`);
  for (const { text } of consoleErrors.filter(({ webview }) => webview)) {
    console.log(`Error on the page: ${text}`);
  }
  console.log(`Screenshot: ${await screenshot(page, 'start')}`);
  await window.stop();
  return heading === undefined ? 1 : 0;
}

/**
 * Waits for a heading in any webview.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string | undefined>} Its text.
 */
async function firstHeading(page) {
  for (
    const end = Date.now() + appearance;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 200))
  ) {
    for (const frame of webviewFrames(page)) {
      const [text] = await frame
        .locator('h1, h2, h3, [role=heading]')
        .allInnerTexts()
        .catch(() => []);
      if (text) {
        return text;
      }
    }
  }
  return undefined;
}
