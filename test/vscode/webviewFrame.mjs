// Finds a webview's own document in the workbench page: iframe.webview (VS Code's) > #active-frame (ours), by its title.

/** @typedef {import('playwright-core').Frame} Frame @typedef {import('playwright-core').Page} Page */

/** A first webview takes several seconds to appear; a busy machine much longer. In ms. */
const appearance = 60_000;

/** A webview that stays hidden this long is used all the same. In ms. */
const hiddenPatience = 3000;

const replaced = /detached|context was destroyed|Frame has been|navigat/i;

/**
 * Does something in the webview whose document has this title, and again when VS Code replaced the frame meanwhile.
 * @template T
 * @param {Page} page
 * @param {string} title
 * @param {(frame: Frame) => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function inWebview(page, title, action) {
  const end = Date.now() + appearance;
  for (;;) {
    const frame = await findFrame(page, title, end);
    try {
      return await action(frame);
    } catch (error) {
      if (Date.now() > end || !(frame.isDetached() || replaced.test(String(error)))) {
        throw await explain(error, frame, title);
      }
    }
  }
}

/** @param {Page} page @param {string} title @param {number} end @returns {Promise<Frame>} */
async function findFrame(page, title, end) {
  const patient = Date.now() + hiddenPatience;
  for (;;) {
    // The newest first: closed webviews linger for a while.
    const frames = webviewFrames(page).reverse();
    /** @type {Frame | undefined} */
    let hidden;
    for (const frame of frames) {
      if ((await titleOf(frame)) === title) {
        if (await isVisible(frame)) {
          return frame;
        }
        hidden ??= frame;
      }
    }
    if (hidden && Date.now() > patient) {
      return hidden;
    }
    if (Date.now() > end) {
      const titles = await Promise.all(webviewFrames(page).map(titleOf));
      throw new Error(`No webview titled "${title}"; there are: ${JSON.stringify(titles)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The documents of extensions' webviews, oldest first. @param {Page} page */
export const webviewFrames = (page) => page.frames().filter((frame) => isWebviewFrame(frame));

/** Whether a frame is, or is inside, an extension's own document. @param {Frame} frame */
export const isWebviewFrame = (frame) => Boolean(frame.parentFrame()?.parentFrame());

/** @param {Frame} frame */
const titleOf = (frame) => soon(frame.title(), '');

/** @param {Frame} frame */
async function isVisible(frame) {
  const element = await soon(/** @type {Frame} */ (frame.parentFrame()).frameElement(), undefined);
  return element ? soon(element.isVisible(), false) : false;
}

/**
 * A frame that is being created or removed may never answer.
 * @template T, F
 * @param {Promise<T>} answer @param {F} otherwise
 * @returns {Promise<T | F>}
 */
const soon = (answer, otherwise) =>
  Promise.race([
    answer.catch(() => otherwise),
    new Promise((/** @type {(value: F) => void} */ resolve) => setTimeout(() => resolve(otherwise), 2000)),
  ]);

/** @param {unknown} error @param {Frame} frame @param {string} title */
async function explain(error, frame, title) {
  const text = await soon(frame.locator('body').textContent(), '');
  const start = (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
  return new Error(
    `In the webview "${title}": ${error instanceof Error ? error.message : error}\nIts text: ${start || '(none)'}`,
  );
}
