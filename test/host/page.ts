// The pages as a user sees and works them: asks the process that started VS Code to do it in the real window.
import http from 'node:http';

/** A violated accessibility rule of axe-core, with the HTML of the elements that violate it. */
export interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

/** An error on the window's console; uncaught exceptions and violations of the Content Security Policy are among them. */
export interface ConsoleError {
  readonly text: string;
  /** The script or document that caused it. */
  readonly url: string;
  /** Whether it comes from a webview: from anything but VS Code's own scripts. */
  readonly webview: boolean;
}

/** How an element is clicked on; by itself with the left button. */
export interface ClickOptions {
  readonly button?: 'left' | 'right';
  readonly modifiers?: readonly ('Shift' | 'Control')[];
}

/** A size in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/**
 * The newest visible webview whose document has this title. Selectors are Playwright's, must match one element, and see into
 * open shadow roots. Every step waits: 60 s for the webview, 15 s for the element; then it fails with the page's text.
 */
export function webview(title: string) {
  const ask = <T>(step: string, ...args: unknown[]) => perform<T>(step, args, title);
  return {
    /** The element's text, on one line. */
    text: (selector: string) => ask<string>('text', selector),
    /** The texts of all matching elements, without waiting for any. */
    texts: (selector: string) => ask<readonly string[]>('texts', selector),
    /** How many elements match now. */
    count: (selector: string) => ask<number>('count', selector),
    click: (selector: string, options: ClickOptions = {}) => ask<null>('click', selector, options),
    /** Drags the mouse from one place of the element to another: parts of its width and height. */
    drag: (selector: string, from: readonly [number, number], to: readonly [number, number]) =>
      ask<null>('drag', selector, from, to),
    hover: (selector: string) => ask<null>('hover', selector),
    fill: (selector: string, value: string) => ask<null>('fill', selector, value),
    /** Chooses an option of a native select, by value or label. */
    selectOption: (selector: string, value: string) => ask<readonly string[]>('selectOption', selector, value),
    /** Focuses the element and presses a key, such as `Enter` or `Shift+Tab`. */
    press: (selector: string, key: string) => ask<null>('press', selector, key),
    attribute: (selector: string, name: string) => ask<string | null>('attribute', selector, name),
    /** Runs the body of a function in the page; it sees `arg`, may `await`, and its result must be JSON. */
    evaluate: <T>(body: string, arg?: unknown) => ask<T>('evaluate', body, arg),
    /** Waits until the element is visible. */
    waitFor: (selector: string) => ask<null>('waitFor', selector),
    /** What the clipboard holds, as the page sees it, with LF: a browser hands it out only where the focus is. */
    clipboard: async () =>
      (await ask<string>('evaluate', 'return navigator.clipboard.readText()')).replaceAll('\r\n', '\n'),
    /** Violations of accessibility rules in the page as it is now. */
    axe: () => ask<readonly AxeViolation[]>('axe'),
  };
}

/** VS Code's own window. Selectors as for webviews. */
export const workbench = {
  /** Presses a key where the focus is, such as `F1` or `Control+Shift+P`. */
  key: (key: string) => perform<null>('key', [key]),
  type: (text: string) => perform<null>('type', [text]),
  text: (selector: string) => perform<string>('text', [selector]),
  texts: (selector: string) => perform<readonly string[]>('texts', [selector]),
  click: (selector: string) => perform<null>('click', [selector]),
  hover: (selector: string) => perform<null>('hover', [selector]),
  /** What is shown of the text editor's text, in pieces with their colour. */
  tokenColors: () => perform<readonly (readonly [text: string, color: string])[]>('tokenColors', []),
  setViewport: (width: number, height: number) => perform<null>('setViewport', [width, height]),
  /** Writes NAME.png to the folder of screenshots, in a window of another size if one is given. Returns its path. */
  screenshot: (name: string, viewport?: Viewport) => perform<string>('screenshot', [name, viewport]),
  /** All errors since the window opened. */
  consoleErrors: () => perform<readonly ConsoleError[]>('consoleErrors', []),
};

/**
 * Asks again every 100 ms until the answer is neither `undefined`, `null` nor `false`, and returns it.
 * @throws {Error} naming `what` was waited for after `ms`; with the last error, where asking failed.
 */
export async function waitUntil<T>(
  ask: () => T | Promise<T>,
  what: string,
  ms = 15_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + ms;
  for (;;) {
    let failure: unknown;
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) {
        return answer as Exclude<T, undefined | null | false>;
      }
    } catch (error) {
      failure = error;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${ms} ms for ${what}`, { cause: failure });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function perform<T>(step: string, args: readonly unknown[], title?: string): Promise<T> {
  const url = process.env.TEST_DRIVER;
  if (!url) {
    throw new Error('No page to work with: start the tests with test/run.mjs');
  }
  const answer = JSON.parse(await post(url, JSON.stringify({ step, title, args }))) as { value: T } | { error: string };
  if ('error' in answer) {
    throw new Error(answer.error);
  }
  return answer.value;
}

/** Not `fetch`: VS Code sends that through the user's proxy settings. */
function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST' }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
