// What a test can ask for in VS Code's own window.
import fs from 'node:fs';
import path from 'node:path';
import { screenshotsFolder } from './paths.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** How long an element may take to be there and ready, in ms. */
const timeout = 15_000;

const oneLine = (/** @type {string | null} */ text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** @type {Record<string, (page: Page, ...args: any[]) => Promise<unknown>>} */
export const workbenchSteps = {
  key: (page, key) => page.keyboard.press(key),
  type: (page, text) => page.keyboard.type(text),
  text: async (page, selector) => oneLine(await page.locator(selector).textContent({ timeout })),
  texts: async (page, selector) => (await page.locator(selector).allTextContents()).map(oneLine),
  click: (page, selector) => page.locator(selector).click({ timeout }),
  hover: (page, selector) => page.locator(selector).hover({ timeout }),
  tokenColors: (page) =>
    page
      .locator('.monaco-editor .view-line span[class^="mtk"]')
      .evaluateAll((spans) => spans.map((span) => [span.textContent, getComputedStyle(span).color])),
  setViewport: (page, width, height) => page.setViewportSize({ width, height }),
  screenshot,
};

/** What a screenshot of a failed test is called starts with this. */
const failure = 'failed-';

/** Removes the pictures of an earlier run's failures. */
export function removeFailureScreenshots() {
  const files = fs.existsSync(screenshotsFolder) ? fs.readdirSync(screenshotsFolder) : [];
  for (const file of files.filter((name) => name.startsWith(failure))) {
    fs.rmSync(path.join(screenshotsFolder, file), { force: true });
  }
}

/**
 * Writes a screenshot of the whole window.
 * @param {Page} page
 * @param {string} name The file's name without `.png`.
 * @param {{ width: number, height: number }} [viewport] For this screenshot only.
 * @returns {Promise<string>} The file's path.
 */
export async function screenshot(page, name, viewport) {
  fs.mkdirSync(screenshotsFolder, { recursive: true });
  const file = path.join(screenshotsFolder, `${name.replace(/[^\w.-]+/g, '-').slice(0, 100)}.png`);
  // A desktop window's size is not Playwright's to know.
  const before = page.viewportSize() ?? (await page.evaluate(() => ({ width: innerWidth, height: innerHeight })));
  if (viewport) {
    await page.setViewportSize(viewport);
    // The workbench lays itself out after the resize event, and its webviews after that.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    await page.screenshot({ path: file, timeout: 30_000 });
  } finally {
    if (viewport) {
      await page.setViewportSize(before);
    }
  }
  return file;
}
