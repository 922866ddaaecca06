// What a test can ask for in a webview. Each step gets the webview's document and the test's arguments.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @typedef {import('playwright-core').Frame} Frame */

/** How long an element may take to be there and ready, in ms. */
const timeout = 15_000;

const oneLine = (/** @type {string | null} */ text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** @type {string | undefined} */
let axeSource;

/** @type {Record<string, (frame: Frame, ...args: any[]) => Promise<unknown>>} */
export const webviewSteps = {
  text: async (frame, selector) => oneLine(await frame.locator(selector).textContent({ timeout })),
  texts: async (frame, selector) => (await frame.locator(selector).allTextContents()).map(oneLine),
  count: (frame, selector) => frame.locator(selector).count(),
  click,
  drag,
  hover: (frame, selector) => frame.locator(selector).hover({ timeout }),
  fill: (frame, selector, value) => frame.locator(selector).fill(value, { timeout }),
  selectOption: (frame, selector, value) => frame.locator(selector).selectOption(value, { timeout }),
  press: (frame, selector, key) => frame.locator(selector).press(key, { timeout }),
  attribute: (frame, selector, name) => frame.locator(selector).getAttribute(name, { timeout }),
  waitFor: (frame, selector) => frame.locator(selector).waitFor({ timeout }),
  // A string, since the page's Content Security Policy allows no `new Function`.
  evaluate: (frame, body, arg) => frame.evaluate(`(async (arg) => {${body}\n})(${JSON.stringify(arg ?? null)})`),
  axe,
};

/**
 * Presses the mouse on an element. What VS Code brought up where the mouse rested, such as a tooltip, goes when it moves away.
 * @param {Frame} frame @param {string} selector @param {object} [options]
 */
async function click(frame, selector, options) {
  const element = frame.locator(selector);
  await element.waitFor({ timeout });
  try {
    await element.click({ timeout: timeout / 3, ...options });
  } catch {
    await frame.page().mouse.move(1, 1);
    await element.click({ timeout, ...options });
  }
}

/**
 * Presses the mouse at one place of an element, moves it to another and lets go.
 * @param {Frame} frame @param {string} selector
 * @param {readonly [number, number]} from Parts of the element's width and height; likewise `to`, which may lie beside it.
 * @param {readonly [number, number]} to
 */
async function drag(frame, selector, from, to) {
  const element = frame.locator(selector);
  await element.scrollIntoViewIfNeeded({ timeout });
  const box = await element.boundingBox({ timeout });
  if (!box) {
    throw new Error(`${selector} is not shown`);
  }
  const { mouse } = frame.page();
  const place = (/** @type {readonly [number, number]} */ [x, y]) =>
    /** @type {const} */ ([box.x + x * box.width, box.y + y * box.height]);
  await mouse.move(...place(from));
  await mouse.down();
  await mouse.move(...place(to), { steps: 8 });
  await mouse.up();
}

/** @param {Frame} frame */
async function axe(frame) {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated, since the Content Security Policy refuses a script tag.
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    // @ts-expect-error The script just evaluated defines it.
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map((/** @type {any} */ violation) => ({
      id: violation.id,
      help: violation.help,
      nodes: violation.nodes.map((/** @type {any} */ node) => node.html),
    }));
  });
}
