// Tells when a webview's page has been painted. Runs in the page's own document, since everything else would add its own delay.

/** @typedef {import('playwright-core').Page} Page */

/** @typedef {'page' | 'figures' | 'whole'} Painted A page in whatever state, with figures, perhaps of a part, or with all of them. */

/** Has every document of the window note what of it is on the screen, and since when. @param {Page} page Before it is loaded. */
export const startPaintClocks = (page) => page.addInitScript(paintClock);

/**
 * Tells when a webview's document was painted after a point in time.
 * @param {readonly import('playwright-core').Frame[]} frames Those of webviews.
 * @param {number} after Milliseconds since 1970.
 * @param {Painted} what
 * @returns {Promise<Record<Painted, number> | undefined>} Likewise; undefined where `what` has not been painted yet.
 */
export async function paintedAt(frames, after, what) {
  for (const frame of frames) {
    // A frame that is being replaced does not answer.
    const times = await frame.evaluate('window.benchPaintedAt').catch(() => undefined);
    if (times?.[what] > after) {
      return times;
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
  const whole = 'main[data-state="done"]';
  const waited = Object.entries({ page: 'main', figures: `#widget, ${whole}`, whole });
  const times = Object.assign(window, { benchPaintedAt: /** @type {Record<string, number>} */ ({}) }).benchPaintedAt;
  // VS Code writes the page into a document that is there already, which ends requests for animation frames, but no timers.
  const timer = setInterval(() => {
    while (waited[0] !== undefined && document.querySelector(waited[0][1]) !== null) {
      const [what] = /** @type {[string, string]} */ (waited.shift());
      // A frame is painted after its callbacks, and this timer fires after that.
      requestAnimationFrame(() =>
        setTimeout(() => Object.assign(times, { [what]: performance.timeOrigin + performance.now() })),
      );
    }
    if (waited.length === 0) {
      clearInterval(timer);
    }
  });
}
