// Measures the report's page by itself, under its Content Security Policy: how soon a model of 20,000 rows is painted, and how
// even the frames are while the details table scrolls.
import { chromium } from 'playwright-core';
import { findChromium } from '../../vscode/chromium.mjs';
import { startPreview } from '../../webview/previewServer.mjs';
import { paintedAfter, scrollFrames } from './inPage.mjs';
import { manyRows } from './manyRows.mjs';

/**
 * @typedef {object} PageMeasure Times in milliseconds.
 * @property {number} week From the model's arrival until the last week of it is painted.
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
  const open = async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(preview.address);
    return page;
  };
  const first = await open();
  const week = await first.evaluate(paintedAfter, start(null));
  await first.close();
  const page = await open();
  const all = await page.evaluate(paintedAfter, start({ period: report.period }));
  const sorted = await page.evaluate(paintedAfter, '#details [data-column="tls1.0"] button');
  await page.evaluate(() => document.querySelector('#details')?.scrollIntoView());
  const frames = await page.evaluate(scrollFrames);
  await page.close();
  return { week, all, sorted, frames };
}
