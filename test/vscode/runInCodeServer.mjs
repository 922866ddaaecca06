// The suite in code-server: the real workbench in a headless browser, the real extension host in Node.
import util from 'node:util';
import { startCodeServer } from './codeServer.mjs';
import { setDevelopmentOptions } from './developmentOptions.mjs';
import { installCodeServer } from './install.mjs';
import { launchChromium } from './launchChromium.mjs';
import { root } from './paths.mjs';
import { photographFailure, runSuite, suitePath, suiteTimeout } from './suite.mjs';

/** What VS Code says when its native modules were not built and its gallery is switched off, as is the case here. */
const expected = /bindings file|watchdog|gallery/;

/** @typedef {import('playwright-core').Page} Page @typedef {import('./suite.mjs').Surroundings} Surroundings */

/**
 * @param {import('./runs.mjs').RunName} run
 * @returns {Promise<import('./suite.mjs').SuiteRun>}
 * @throws {Error} when code-server or the browser cannot be had or started.
 */
export async function runInCodeServer(run) {
  const installed = await installCodeServer();
  return runSuite(run, async (surroundings) => {
    const { profile, env, locale, isTrusted } = surroundings;
    const server = await startCodeServer(installed, profile, { locale, env, isTrusted });
    try {
      return await runInBrowser(server, surroundings);
    } finally {
      await server.stop();
    }
  });
}

/** @param {import('./codeServer.mjs').RunningServer} server @param {Surroundings} surroundings */
async function runInBrowser(server, { profile, locale, shown }) {
  const { browser, watched } = await launchChromium();
  try {
    shown(Promise.resolve(watched));
    await loadSuite(watched.page, server.authority);
    const { ended } = await suiteEnd(watched.page, server);
    await watched.page.goto(server.address(profile.opened));
    const problem = await ended;
    if (problem) {
      await photographFailure(watched, locale);
    }
    return problem;
  } finally {
    await browser.close().catch(() => {});
  }
}

/** @param {Page} page @param {string} authority */
async function loadSuite(page, authority) {
  const remote = (/** @type {string} */ file) => ({ scheme: 'vscode-remote', authority, path: file });
  await setDevelopmentOptions(page, { extensions: [remote(root)], extensionTestsPath: remote(suitePath) });
}

/**
 * Gets ready to hear of the suite's end, before the page is opened.
 * @param {Page} page @param {import('./codeServer.mjs').RunningServer} server
 * @returns {Promise<{ ended: Promise<string | undefined> }>} `ended` settles when the suite ended, with the problem if it ended badly.
 */
async function suiteEnd(page, server) {
  /** @type {(problem?: string) => void} */
  let end = () => {};
  /** @type {Promise<string | undefined>} */
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  // The two functions VS Code calls where they exist in its page: at the end of the suite, and for the extension host's console.
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ status) => {
    end(status === 0 ? undefined : `The suite ended with status ${status}${consoleTail()}`);
  });
  /** @type {string[]} */
  const lines = [];
  const consoleTail = () => (lines.length > 0 ? `; the extension host's console:\n${lines.slice(-30).join('\n')}` : '');
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    const line = `${type}: ${util.format(...args)}`.slice(0, 500);
    if (!expected.test(line)) {
      lines.push(line);
    }
    if (process.env.VERBOSE) {
      console.log(`  | ${line}`);
    }
  });
  page.on('crash', () => end("VS Code's page crashed"));
  page.on('close', () => end("VS Code's page was closed"));
  void server.ended.then(() => end(`code-server ended:\n${server.log()}`));
  setTimeout(() => end(`No end after ${suiteTimeout / 60_000} minutes${consoleTail()}`), suiteTimeout).unref();
  return { ended };
}
