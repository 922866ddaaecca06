// Desktop VS Code: the one VSCODE_PATH names (its executable, not the `code` script), or one downloaded into the cache folder.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { chromium } from 'playwright-core';
import { onPath } from './chromium.mjs';
import { freePort } from './codeServer.mjs';
import { cacheFolder, root } from './paths.mjs';
import { photographFailure, runSuite, suitePath, suiteTimeout } from './suite.mjs';
import { watchPage } from './watchPage.mjs';

/** VS Code serves its own files and those of webviews under names that never leave the machine. */
const localHosts = /^(127\.0\.0\.1|localhost|.*\.vscode-cdn\.net)$/;

/** How long the download may stand still, in ms. */
const downloadPatience = 10_000;

/** @typedef {import('./watchPage.mjs').WatchedPage} WatchedPage */

/**
 * @typedef {object} Desktop
 * @property {string} executable
 * @property {readonly string[]} before Arguments that come first: the program itself, where xvfb-run gives it a display.
 */

/**
 * Finds or downloads desktop VS Code, and makes sure that it starts.
 * @returns {Promise<Desktop | { reason: string }>} `reason`: why it cannot be had.
 * @throws {Error} when VSCODE_PATH names no file.
 */
export async function findDesktop() {
  const named = process.env.VSCODE_PATH;
  if (named && !fs.existsSync(named)) {
    throw new Error(`VSCODE_PATH names ${named}, which does not exist`);
  }
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const virtualDisplay = hasDisplay ? undefined : onPath(['xvfb-run']);
  if (!hasDisplay && !virtualDisplay) {
    return { reason: 'there is no display, and no xvfb-run to make one' };
  }
  try {
    const executable = named ?? (await download());
    // As plain Node it needs no display, but still every library.
    const trial = spawnSync(executable, ['--version'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    });
    if (trial.status !== 0) {
      return { reason: `${executable} does not start: ${trial.error?.message ?? trial.stderr.trim()}` };
    }
    return virtualDisplay ? { executable: virtualDisplay, before: ['-a', executable] } : { executable, before: [] };
  } catch (error) {
    return { reason: `it cannot be downloaded (${error instanceof Error ? error.message : error})` };
  }
}

function download() {
  const version = process.env.VSCODE_VERSION ?? 'stable';
  return downloadAndUnzipVSCode({
    version,
    cachePath: cacheFolder,
    timeout: downloadPatience,
    reporter: new SilentReporter(),
  });
}

/**
 * The suite in desktop VS Code, its window reached through the debugging port.
 * @param {Desktop} desktop
 * @param {import('./runs.mjs').RunName} run
 * @returns {Promise<import('./suite.mjs').SuiteRun>}
 */
export function runInDesktop(desktop, run) {
  return runSuite(run, async ({ profile, env, locale, shown }) => {
    const port = await freePort();
    const window = connectToWindow(port);
    shown(window.then(({ watched }) => watched));
    const timer = setTimeout(() => void window.then(({ quit }) => quit()).catch(() => {}), suiteTimeout);
    try {
      await runTests({
        vscodeExecutablePath: desktop.executable,
        extensionDevelopmentPath: root,
        extensionTestsPath: suitePath,
        extensionTestsEnv: env,
        launchArgs: [
          ...desktop.before,
          profile.opened,
          ...windowArguments(profile, port, locale),
          '--disable-extensions',
        ],
      });
      return undefined;
    } catch (error) {
      await Promise.race([window.then(({ watched }) => photographFailure(watched, locale)), delay(5000)]).catch(
        () => {},
      );
      return `Desktop VS Code ended badly: ${error instanceof Error ? error.message : error}`;
    } finally {
      clearTimeout(timer);
      void window.then(({ disconnect }) => disconnect()).catch(() => {});
    }
  });
}

/**
 * The arguments of a window with its own profile whose page can be driven.
 * @param {import('./profile.mjs').Profile} profile @param {number} port @param {string} locale
 */
export const windowArguments = (profile, port, locale) => [
  `--user-data-dir=${profile.userData}`,
  `--extensions-dir=${profile.extensions}`,
  `--remote-debugging-port=${port}`,
  `--locale=${locale}`,
];

/**
 * Waits for VS Code's window behind a debugging port.
 * @param {number} port
 * @returns {Promise<{ watched: WatchedPage, quit: () => Promise<unknown>, disconnect: () => Promise<void> }>}
 */
export async function connectToWindow(port) {
  let failure = 'no window yet';
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(300)) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const pages = browser.contexts().flatMap((context) => context.pages());
      const page = pages.find((candidate) => candidate.url().includes('workbench'));
      if (page) {
        const quit = async () => (await browser.newBrowserCDPSession()).send('Browser.close');
        return { watched: await watchPage(page, localHosts), quit, disconnect: () => browser.close() };
      }
      await browser.close();
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`VS Code's window cannot be reached through port ${port}: ${failure}`);
}

const delay = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
