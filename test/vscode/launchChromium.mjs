// A headless browser window, for code-server.
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { watchPage } from './watchPage.mjs';

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the browser with one empty, watched page of 1280 × 800. */
export async function launchChromium() {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', ...quiet] });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { browser, watched: await watchPage(await context.newPage()) };
}
