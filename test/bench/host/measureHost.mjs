// What a user of VS Code waits for, measured in a real one: code-server's workbench and extension host, and a browser.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../vscode/paths.mjs';
import { runCommand } from '../../vscode/processes.mjs';
import { webviewFrames } from '../../vscode/webviewFrame.mjs';
import { dataSet } from '../dataSet.mjs';
import { buildExtensions, openBenchWindow } from './benchWindow.mjs';
import { paintedAt } from './paintClock.mjs';

/** @typedef {import('./benchWindow.mjs').BenchWindow} BenchWindow */

/**
 * @typedef {object} HostMeasure What one window showed. Times in milliseconds, memory in bytes.
 * @property {number} activation
 * @property {number} openEmpty From the command to the painted page of an empty custom editor.
 * @property {number} openReport Likewise, of the whole report of a 10 MB export.
 * @property {number} openLarge Likewise, of 100 MB.
 * @property {number} openHuge Of 1 GB likewise, in whatever state the page is.
 * @property {number} firstFigures … until there are figures of a part of it.
 * @property {number} longestDelay Of the extension host's event loop, while 100 MB are read.
 * @property {number} longestSlice
 * @property {number} delayBeside The same while the extension does nothing: a program of its own reads them, an empty editor is opened.
 * @property {number} longestTurn In processor time: what else runs on the machine does not count.
 * @property {number} residentBefore Of the extension host, before anything was opened.
 * @property {number} residentAfter When all is closed again.
 * @property {number} residentPeak
 * @property {number} pageHeap What the page of the 100 MB report adds to the window's JavaScript heap, beyond an empty one.
 */

/**
 * @typedef {object} Opening Until what was waited for was painted, and what the window's heap then held.
 * @property {number} ms
 * @property {number} page Until the page was, in whatever state.
 * @property {number} heap
 */

const EMPTY = 'benchProbe.empty';
const REPORT = 'mailFlow.report';
const SMALL = 10e6;
const LARGE = 100e6;
const HUGE = 1e9;
/** How often each editor is opened in a window; the first time, which starts VS Code's own code, does not count. */
const OPENINGS = 4;
/** How long a report may take to appear, in ms. */
const patience = 120_000;

/** @param {number} rounds Windows. @returns {Promise<HostMeasure[]>} @throws {Error} where no VS Code can be had. */
export async function measureHost(rounds) {
  const [small, large, huge] = [
    await dataSet('extended', SMALL),
    await dataSet('extended', LARGE),
    await dataSet('extended', HUGE),
  ];
  const probe = await buildExtensions();
  const measures = [];
  for (let round = 1; round <= rounds; round++) {
    console.error(`VS Code: round ${round} of ${rounds}`);
    const window = await openBenchWindow(probe);
    try {
      measures.push(
        await measureWindow(
          window,
          copyExports(window.folder, small.files[0] ?? '', large.files[0] ?? ''),
          huge.files[0] ?? '',
        ),
      );
    } finally {
      await window.close();
    }
  }
  return measures;
}

/**
 * A file for each opening, so that none finds what an earlier one left.
 * @param {string} folder @param {string} small @param {string} large
 */
function copyExports(folder, small, large) {
  const copy = (/** @type {string} */ from, /** @type {string} */ name) => {
    copyFileSync(from, path.join(folder, name));
    return path.join(folder, name);
  };
  return {
    small: Array.from({ length: OPENINGS }, (_, index) => copy(small, `small-${index}.csv`)),
    large: ['delays', 'slices'].map((name) => copy(large, `large-${name}.csv`)),
  };
}

/**
 * @param {BenchWindow} window @param {ReturnType<typeof copyExports>} exports
 * @param {string} huge Opened once, where it lies: a copy would be on its way to the disk while others are measured.
 * @returns {Promise<HostMeasure>}
 */
async function measureWindow(window, { small, large }, huge) {
  const before = await window.ask('memory');
  const activation = await window.ask('activate');
  const [empty, report] = [/** @type {Opening[]} */ ([]), /** @type {Opening[]} */ ([])];
  for (const file of small) {
    empty.push(await open(window, file, EMPTY));
    report.push(await open(window, file, REPORT));
  }
  const beside = await watchBeside(window, small[0] ?? '', large[0] ?? '');
  const watched = [];
  for (const [index, file] of large.entries()) {
    await window.ask('watch', index === 0 ? 'delays' : 'slices');
    watched.push({ ...(await open(window, file, REPORT)), ...(await window.ask('stopWatching')) });
  }
  const [delays, slices] = watched;
  const after = await window.ask('memory');
  const first = await open(window, huge, REPORT, 'figures');
  return {
    activation,
    openEmpty: medianTime(empty.slice(1)),
    openReport: medianTime(report.slice(1)),
    openLarge: delays.ms,
    openHuge: first.page,
    firstFigures: first.ms,
    longestDelay: delays.longestDelay,
    longestSlice: slices.longestSlice,
    delayBeside: beside.longestDelay,
    longestTurn: slices.longestTurn ?? 0,
    residentBefore: before.resident,
    residentAfter: after.resident,
    residentPeak: after.peak,
    pageHeap: delays.heap - (empty.at(-1)?.heap ?? 0),
  };
}

/**
 * The event loop of an extension host that has only an empty editor to open while the terminal's program reads: what it is late by then is
 * nobody's fault but that of processors that have more to do.
 * @param {BenchWindow} window @param {string} opened @param {string} read
 */
async function watchBeside(window, opened, read) {
  await window.ask('watch', 'delays');
  const program = path.join(root, 'dist', 'cli.js');
  const reading = runCommand(process.execPath, [program, 'report', '--format', 'json', read], { cwd: root });
  await open(window, opened, EMPTY);
  await reading;
  return await window.ask('stopWatching');
}

/**
 * Opens a file, waits until it is painted, and closes it.
 * @param {BenchWindow} window @param {string} file @param {string} viewType @param {import('./paintClock.mjs').Painted} what
 * @returns {Promise<Opening>}
 */
async function open(window, file, viewType, what = 'whole') {
  const asked = await window.ask('open', file, viewType);
  const end = Date.now() + patience;
  let painted = await paintedAt(webviewFrames(window.page), asked, what);
  while (painted === undefined) {
    if (Date.now() > end) {
      throw new Error(`${viewType} was not painted within ${patience / 1000} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    painted = await paintedAt(webviewFrames(window.page), asked, what);
  }
  const heap = await heapOf(window.page);
  await window.ask('closeAll');
  return { ms: painted[what] - asked, page: painted.page - asked, heap };
}

/** Bytes of the window's JavaScript heap, webviews included: they share it here. @param {import('playwright-core').Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** @param {readonly Opening[]} openings */
const medianTime = (openings) => openings.map(({ ms }) => ms).sort((a, b) => a - b)[openings.length >> 1] ?? 0;
