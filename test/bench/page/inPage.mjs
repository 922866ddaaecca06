// What runs inside the page: everything else would add its own delay.

/** Where a model waits until it is posted: to take it out of the driver's message takes longer than to draw it. */
const KEPT = 'benchModel';

/** Puts a model aside in the page. @param {[string, object]} kept Its name in the window, and the model. */
function keep([name, model]) {
  Object.assign(window, { [name]: model });
}

/**
 * Posts what {@link keep} put aside, and waits until the first row of the details table is on the screen. The clock starts when the
 * message arrives, before anything of the page has looked at it, and stops at the time that the browser itself tells of the frame
 * which showed the row (Element Timing, in steps of 4 ms): only of what is in view it tells one.
 * @param {string} name
 * @returns {Promise<number>} How long that took, in milliseconds.
 */
function shownAfterArrival(name) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('No row of the details table came into view')), 30_000);
    let arrived = Number.NaN;
    const started = () => {
      arrived = performance.now();
    };
    // At the window those who listen on the way down come first.
    window.addEventListener('message', started, { capture: true, once: true });
    new PerformanceObserver((list) => {
      const [row] = /** @type {(PerformanceEntry & { renderTime: number })[]} */ (list.getEntries());
      resolve((row?.renderTime ?? Number.NaN) - arrived);
    }).observe({ type: 'element' });
    const marking = new MutationObserver(() => {
      const cell = document.querySelector('#details .grid-body .grid-cell');
      if (cell !== null) {
        marking.disconnect();
        cell.setAttribute('elementtiming', 'row');
      }
    });
    marking.observe(document.body, { childList: true, subtree: true });
    window.postMessage(Reflect.get(window, name), '*');
  });
}

/**
 * Hands the page its first message, once it has nothing else to do, as while the host works.
 * @param {import('playwright-core').Page} page @param {object} model
 * @returns {Promise<number>} From its arrival until the details table is on the screen, in milliseconds.
 */
export async function measureArrival(page, model) {
  await page.evaluate(keep, /** @type {[string, object]} */ ([KEPT, model]));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return page.evaluate(shownAfterArrival, KEPT);
}

/**
 * Clicks on what a selector names, and waits until the details table is painted as that asks for.
 * @param {string} selector
 * @returns {Promise<number>} How long that took, in milliseconds.
 */
export function paintedAfterClick(selector) {
  return new Promise((resolve) => {
    const before = document.querySelector('#details .grid-body')?.textContent;
    const started = performance.now();
    const look = () => {
      if (document.querySelector('#details .grid-body')?.textContent === before) {
        requestAnimationFrame(look);
      } else {
        // This is a frame's callback: the frame is painted after it, and the message comes after that.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - started);
        channel.port2.postMessage(null);
      }
    };
    /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
    look();
  });
}

/** Scrolls the details table by a notch of the wheel a frame. @returns {Promise<number[]>} Milliseconds between frames. */
export function scrollFrames() {
  const most = 600;
  const notch = 120;
  return new Promise((resolve) => {
    const table = document.querySelector('#details');
    /** @type {number[]} */
    const frames = [];
    let step = notch;
    let last = performance.now();
    const frame = (/** @type {number} */ now) => {
      frames.push(now - last);
      last = now;
      if (table === null || frames.length >= most) {
        resolve(frames.slice(1));
        return;
      }
      if (table.scrollTop + table.clientHeight >= table.scrollHeight - 1) {
        step = -notch;
      }
      table.scrollTop += step;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
