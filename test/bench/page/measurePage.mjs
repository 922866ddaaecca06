// Measures the report's page by itself, under its Content Security Policy: how soon a model of 20,000 rows is seen, and how
// even the frames are while the details table scrolls.
import { chromium } from 'playwright-core';
import { findChromium } from '../../vscode/chromium.mjs';
import { startPreview } from '../../webview/previewServer.mjs';
import { measureArrival, paintedAfterClick, scrollFrames } from './inPage.mjs';
import { manyRows } from './manyRows.mjs';

/** So high, in CSS pixels, is a window in which all of the details table is seen. */
const WHOLE_TABLE = 1800;

/**
 * @typedef {object} PageMeasure Times in milliseconds.
 * @property {number} week From the model's arrival until rows of the last week are on the screen.
 * @property {number} all Likewise, all its days.
 * @property {number} sorted From a click on a title until the rows are painted in that order.
 * @property {readonly number[]} frames Between the frames while the table scrolls by a notch of the wheel a frame.
 */

/** @param {number} rounds Windows. @returns {Promise<PageMeasure[]>} @throws {Error} where there is no browser. */
export async function measurePage(rounds) {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  const preview = await startPreview();
  const measures = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      console.error(`Page: round ${round} of ${rounds}`);
      measures.push(await measureRound(browser, preview));
    }
  } finally {
    await browser.close();
    preview.stop();
  }
  return measures;
}

/**
 * @param {import('playwright-core').Browser} browser @param {Awaited<ReturnType<typeof startPreview>>} preview
 * @returns {Promise<PageMeasure>}
 */
async function measureRound(browser, preview) {
  const report = manyRows();
  const start = (/** @type {object | null} */ choices) => ({
    type: 'start',
    page: 'report',
    title: 'many.csv',
    locale: 'en',
    strings: preview.english,
    state: { kind: 'done', report, cancelled: false },
    choices,
  });
  const open = async (/** @type {number} */ height) => {
    const page = await browser.newPage({ viewport: { width: 1280, height } });
    await page.goto(preview.address);
    return page;
  };
  const arrival = async (/** @type {object} */ model) => {
    const page = await open(WHOLE_TABLE);
    const time = await measureArrival(page, model);
    await page.close();
    return time;
  };
  const allDays = start({ period: report.period });
  const week = await arrival(start(null));
  const all = await arrival(allDays);
  const page = await open(900);
  await page.evaluate((message) => window.postMessage(message, '*'), allDays);
  await page.waitForSelector('#details .grid-body .grid-cell');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const sorted = await page.evaluate(paintedAfterClick, '#details [data-column="tls1.0"] button');
  await page.evaluate(() => document.querySelector('#details')?.scrollIntoView());
  const frames = await page.evaluate(scrollFrames);
  await page.close();
  return { week, all, sorted, frames };
}
