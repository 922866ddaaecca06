// Notes what a page must not do: errors on its console, and requests to other machines.
import { isWebviewFrame } from './webviewFrame.mjs';

/** @typedef {import('playwright-core').Page} Page @typedef {import('playwright-core').Request} Request */

/**
 * @typedef {object} ConsoleError
 * @property {string} text
 * @property {string} url The script or document that caused it.
 * @property {boolean} webview Whether it comes from a webview: from anything but VS Code's own scripts.
 */

/**
 * @typedef {object} WatchedPage
 * @property {Page} page
 * @property {ConsoleError[]} consoleErrors Also uncaught exceptions and violations of the Content Security Policy.
 * @property {{ webview: string[], workbench: string[] }} outside Requests that would have left this machine.
 */

const workbenchSource = /\/(out\/vs|static\/node_modules|app\/node_modules)\//;

/** The frame around a webview writes the webview's document, so what that document does wrong is reported here. */
const webviewFrameSource = /\/webview\/browser\/pre\//;

/**
 * Aborts and notes requests to other machines.
 * @param {Page} page
 * @param {RegExp} [local] Further host names that never leave this machine.
 * @returns {Promise<WatchedPage>}
 */
export async function watchPage(page, local = /^127\.0\.0\.1$/) {
  /** @type {WatchedPage} */
  const watched = { page, consoleErrors: [], outside: { webview: [], workbench: [] } };
  /** What the workbench itself asked for; a webview is not to blame when it fails. @type {Set<string>} */
  const ofWorkbench = new Set();
  page.on('request', (request) => {
    if (!isFromWebview(request)) {
      ofWorkbench.add(request.url());
    }
  });
  const isOfWebview = (/** @type {string} */ source) =>
    webviewFrameSource.test(source) || !(workbenchSource.test(source) || ofWorkbench.has(source));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      const { url } = message.location();
      watched.consoleErrors.push({ text: message.text().slice(0, 1000), url, webview: isOfWebview(url) });
    }
  });
  page.on('pageerror', (error) => {
    const text = error.stack ?? error.message;
    watched.consoleErrors.push({ text, url: '', webview: isOfWebview(text) });
  });
  const isOutside = (/** @type {URL} */ url) => /^https?:$/.test(url.protocol) && !local.test(url.hostname);
  await page.context().route(isOutside, (route) => {
    watched.outside[isFromWebview(route.request()) ? 'webview' : 'workbench'].push(route.request().url());
    return route.abort();
  });
  return watched;
}

/** @param {Request} request */
function isFromWebview(request) {
  try {
    return isWebviewFrame(request.frame());
  } catch {
    // A service worker's request has no frame.
    return false;
  }
}
