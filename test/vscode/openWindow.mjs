// A VS Code window for a person, or for a look at it: the extension loaded, and the report of one file open.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort, startCodeServer } from './codeServer.mjs';
import { connectToWindow, windowArguments } from './desktop.mjs';
import { installCodeServer } from './install.mjs';
import { launchChromium } from './launchChromium.mjs';
import { readManifest, root } from './paths.mjs';
import { startGroup, stopGroup } from './processes.mjs';
import { createProfile } from './profile.mjs';

/** @typedef {import('./watchPage.mjs').WatchedPage} WatchedPage */

/**
 * @typedef {object} OpenWindow
 * @property {string} [address] Where a browser finds it, if it is for a browser.
 * @property {() => Promise<WatchedPage>} show The window's page; in a headless browser, if it is for a browser.
 * @property {Promise<unknown>} ended
 * @property {() => Promise<unknown>} stop
 */

const opener = path.join(import.meta.dirname, 'openReport');

/** What of the extension's folder is needed to run it. */
const shipped = /^(package\.json|package\.nls.*\.json|dist|media|l10n|docs|syntaxes|README\.md|CHANGELOG\.md|LICENSE)$/;

/**
 * @param {import('./chooseHost.mjs').Host} host
 * @param {string} file The export whose report is shown.
 * @returns {Promise<OpenWindow>}
 */
export const openWindow = (host, file) =>
  host.name === 'desktop' ? openDesktop(host.desktop, file) : openCodeServer(file);

/** @param {string} file @returns {Promise<OpenWindow>} */
async function openCodeServer(file) {
  const locale = process.env.LOCALE || 'en';
  const installed = await installCodeServer();
  const profile = createProfile({ locale });
  // Copied, as an installation would: a browser cannot be given an extension under development.
  const { publisher, name, version } = readManifest();
  const target = path.join(profile.extensions, `${publisher}.${name}-${version}`);
  for (const entry of fs.readdirSync(root).filter((candidate) => shipped.test(candidate))) {
    fs.cpSync(path.join(root, entry), path.join(target, entry), { recursive: true });
  }
  fs.cpSync(opener, path.join(profile.extensions, 'mail-flow-insights.open-report-0.1.0'), { recursive: true });
  const server = await startCodeServer(installed, profile, { locale, env: { OPEN_REPORT: file } });
  const address = server.address(path.dirname(file));
  const show = async () => {
    const { watched } = await launchChromium();
    await watched.page.goto(address);
    return watched;
  };
  return { address, show, ended: server.ended, stop: server.stop };
}

/** @param {import('./desktop.mjs').Desktop} desktop @param {string} file @returns {Promise<OpenWindow>} */
async function openDesktop(desktop, file) {
  const locale = process.env.LOCALE || 'en';
  const port = await freePort();
  const args = [...desktop.before, path.dirname(file), ...windowArguments(createProfile({ locale }), port, locale)];
  for (const extension of [root, opener]) {
    args.push(`--extensionDevelopmentPath=${extension}`);
  }
  args.push('--disable-workspace-trust', '--skip-welcome', '--no-sandbox', '--disable-updates');
  const child = startGroup(desktop.executable, args, { env: { ...process.env, OPEN_REPORT: file }, stdio: 'ignore' });
  return {
    show: async () => (await connectToWindow(port)).watched,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    stop: () => stopGroup(child),
  };
}

/**
 * Shows an address in the user's own browser, if there is a display.
 * @param {string} address
 */
export function openInBrowser(address) {
  const hasDisplay = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (hasDisplay) {
    const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
    spawn(program, [address], { stdio: 'ignore', detached: true })
      .once('error', () => {})
      .unref();
  }
}
