// What runs inside the page: everything else would add its own delay.

/**
 * Hands the page a message, or clicks on what a selector names, and waits until the details table is painted as that asks for.
 * @param {object | string} what
 * @returns {Promise<number>} How long that took, in milliseconds.
 */
export function paintedAfter(what) {
  return new Promise((resolve) => {
    const before = document.querySelector('#details .grid-body')?.textContent;
    const started = performance.now();
    const look = () => {
      const shown = document.querySelector('#details .grid-body')?.textContent;
      if (shown === undefined || shown === before) {
        requestAnimationFrame(look);
      } else {
        // This is a frame's callback: the frame is painted after it, and the message comes after that.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - started);
        channel.port2.postMessage(null);
      }
    };
    if (typeof what === 'string') {
      /** @type {HTMLElement | null} */ (document.querySelector(what))?.click();
    } else {
      window.postMessage(what, '*');
    }
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
