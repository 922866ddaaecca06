// The details table as a test reads and works it.
import { REPORT_PAGE } from './editor';
import { waitUntil, webview } from './page';

const page = webview(REPORT_PAGE);

/** A line of the table: what each of its columns says. */
export type GridLine = Readonly<Record<string, string>>;

/** Every line, also those that are drawn only when they are scrolled to; the total not. */
export async function allLines(): Promise<readonly GridLine[]> {
  return page.evaluate<GridLine[]>(`
    const grid = document.querySelector('#details');
    const lines = new Map();
    const read = () => {
      for (const row of grid.querySelectorAll('.grid-body .grid-row')) {
        const cells = [...row.querySelectorAll('.grid-cell')];
        const said = (cell) => (cell.querySelector('.visually-hidden') ?? cell).textContent.replace(/\\s+/g, ' ').trim();
        lines.set(Number(row.dataset.row), Object.fromEntries(cells.map((cell) => [cell.dataset.column, said(cell)])));
      }
    };
    for (let top = 0; top === 0 || top < grid.scrollHeight; top += 200) {
      grid.scrollTop = top;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      read();
    }
    grid.scrollTop = 0;
    return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
  `);
}

/** What the last line says. */
export const totalLine = () =>
  page.evaluate<GridLine>(`
    const cells = [...document.querySelectorAll('#details .grid-foot .grid-cell')];
    return Object.fromEntries(cells.map((cell) => [cell.dataset.column, cell.textContent.trim()]));
  `);

/** Waits until there are so many lines, titles and total not counted. */
export const waitForLines = (count: number) =>
  waitUntil(async () => (await page.attribute('#details', 'aria-rowcount')) === String(count + 2), `${count} lines`);

/** The cell that has the focus: its row and its column; null where none has. */
export const focusedCell = () =>
  page.evaluate<readonly [number, string] | null>(`
    const cell = document.activeElement?.closest('.grid-cell');
    return cell ? [Number(cell.closest('[data-row]').dataset.row), cell.dataset.column] : null;
  `);

/** Chooses an entry of a toolkit dropdown by its value. */
export const chooseEntry = (dropdown: string, value: string) =>
  page.evaluate<null>(
    `const e = document.querySelector(arg[0]); e.value = arg[1]; e.dispatchEvent(new Event('change', { bubbles: true }))`,
    [dropdown, value],
  );

/** Takes back every filter, where there is one. */
export async function clearFilters(): Promise<void> {
  if ((await page.count('.clear-filters')) > 0) {
    await page.click('.clear-filters');
    await waitUntil(async () => (await page.count('.clear-filters')) === 0, 'no filters');
  }
}

/** The texts of the chips. */
export const chips = () => page.texts('.chip bdi');
