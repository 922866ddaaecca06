// Tells when a webview's page has been painted. Runs in the page's own document, since everything else would add its own delay.

/** @typedef {import('playwright-core').Page} Page */

/** Has every document of the window note when its state is `done` and on the screen. @param {Page} page Before it is loaded. */
export const startPaintClocks = (page) => page.addInitScript(paintClock);

/**
 * Waits until a webview's document was painted after a point in time.
 * @param {readonly import('playwright-core').Frame[]} frames Those of webviews.
 * @param {number} after Milliseconds since 1970.
 * @returns {Promise<number | undefined>} Likewise, the paint; undefined where none of them has been yet.
 */
export async function paintedAt(frames, after) {
  for (const frame of frames) {
    // A frame that is being replaced does not answer.
    const time = await frame.evaluate('window.benchPaintedAt').catch(() => undefined);
    if (typeof time === 'number' && time > after) {
      return time;
    }
  }
  return undefined;
}

/** Runs in the browser. */
function paintClock() {
  const isWebview = window.parent !== window && window.parent.parent !== window.parent;
  if (!isWebview) {
    return;
  }
  // VS Code writes the page into a document that is there already, which ends requests for animation frames, but no timers.
  const timer = setInterval(() => {
    if (document.querySelector('main[data-state="done"]') !== null) {
      clearInterval(timer);
      // A frame is painted after its callbacks, and this timer fires after that.
      requestAnimationFrame(() => setTimeout(note));
    }
  });
  const note = () => Object.assign(window, { benchPaintedAt: performance.timeOrigin + performance.now() });
}
