// The link between a test inside the extension host and the page: a small HTTP server that performs the steps tests ask for.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { inWebview } from './webviewFrame.mjs';
import { webviewSteps } from './webviewSteps.mjs';
import { workbenchSteps } from './workbenchSteps.mjs';

/**
 * @typedef {object} Request What test/host/page.ts sends.
 * @property {string} step
 * @property {string} [title] The webview's title; without it the step is for the workbench.
 * @property {unknown[]} args
 */

/**
 * Starts the server on this machine's own address only.
 * @param {() => Promise<import('./watchPage.mjs').WatchedPage>} getPage Waits until VS Code's window is there.
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startDriver(getPage) {
  // Nothing but the tests knows the path, so that no web page can drive this one.
  const secret = `/${randomUUID()}`;
  const server = http.createServer(async (request, response) => {
    if (request.url !== secret) {
      response.writeHead(404).end();
      return;
    }
    const answer = await perform(getPage, JSON.parse(await text(request))).then(
      (value) => ({ value: value ?? null }),
      (error) => ({ error: stripVTControlCharacters(error instanceof Error ? error.message : String(error)) }),
    );
    response.end(JSON.stringify(answer));
  });
  await new Promise((/** @type {(value?: undefined) => void} */ resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}${secret}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {() => Promise<import('./watchPage.mjs').WatchedPage>} getPage @param {Request} request */
async function perform(getPage, { step, title, args }) {
  const { page, consoleErrors } = await getPage();
  if (step === 'consoleErrors') {
    return consoleErrors;
  }
  if (title === undefined) {
    return stepNamed(workbenchSteps, step)(page, ...args);
  }
  return inWebview(page, title, (frame) => stepNamed(webviewSteps, step)(frame, ...args));
}

/** @template T @param {Record<string, T>} steps @param {string} name @returns {T} */
function stepNamed(steps, name) {
  const step = steps[name];
  if (!step) {
    throw new Error(`No step "${name}"; there are: ${Object.keys(steps).join(', ')}`);
  }
  return step;
}
