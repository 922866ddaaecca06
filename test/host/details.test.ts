import assert from 'node:assert/strict';
import { allLines, clearFilters, focusedCell, totalLine, waitForLines } from './detailsGrid';
import { REPORT_PAGE } from './editor';
import { waitUntil, webview, workbench } from './page';
import { onSampleReport } from './sampleReport';

const page = webview(REPORT_PAGE);
const title = (column: string) => `#details .grid-head [data-column="${column}"]`;
const cell = (row: number, column: string) => `#details [data-row="${row}"] [data-column="${column}"]`;
const widthOf = (column: string) =>
  page.evaluate<number>('return document.querySelector(arg).getBoundingClientRect().width', title(column));
const titles = () => page.texts('#details .grid-head .sort-text');

/** Focuses a cell with the pointer and presses keys there. */
async function pressAt(row: number, column: string, ...keys: readonly string[]): Promise<void> {
  await page.click(cell(row, column));
  for (const key of keys) {
    await workbench.key(key);
  }
}

/** Waits until the clipboard holds a text. */
const copied = (text: string) => waitUntil(async () => (await page.clipboard()) === text, `"${text}" copied`);

describe('Details table', () => {
  onSampleReport();

  it('sorts by a column, by click and by keyboard', async () => {
    await page.click(`${title('volume')} button`);
    assert.equal(await page.attribute(title('volume'), 'aria-sort'), 'descending');
    await page.press(`${title('volume')} button`, 'Enter');
    assert.equal(await page.attribute(title('volume'), 'aria-sort'), 'ascending');
    const volumes = (await allLines()).map((line) => Number(line.volume?.replace(/\D/g, '')));
    assert.deepEqual(
      volumes,
      [...volumes].sort((a, b) => a - b),
    );
  });

  it('decides among equals by what was sorted before', async () => {
    await page.click(`${title('type')} button`);
    const lines = (await allLines()).map((line) => [line.type ?? '', Number(line.volume?.replace(/\D/g, ''))] as const);
    const sorted = [...lines].sort(([a, x], [b, y]) => a.localeCompare(b) || x - y);
    assert.deepEqual(lines, sorted);
    assert.equal(await page.text(`${title('volume')} sub`), '2');
  });

  it('goes back to the newest day first by its menu', async () => {
    await page.click(`${title('type')} button`, { button: 'right' });
    await page.click('.menu [data-entry="sort-reset"]');
    assert.equal(await page.attribute(title('date'), 'aria-sort'), 'descending');
    assert.deepEqual(await focusedCell(), [-1, 'type'], 'focus returns');
  });

  it('shows where columns are hidden, and keys lead to them', async () => {
    const hidden = () => page.attribute('.scroll-frame:has(> #details)', 'data-hidden');
    try {
      await workbench.setViewport(900, 900);
      await waitUntil(async () => (await hidden()) === 'right', 'columns hidden at the right');
      const color = await page.evaluate<string>(
        'return getComputedStyle(document.querySelector("#details")).scrollbarColor',
      );
      assert.equal(color, 'auto', "the scrollbar is the page's own, not one of the system that hides");
      await workbench.screenshot('details-hidden-columns', { width: 900, height: 900 });
      await pressAt(0, 'date', 'End');
      assert.deepEqual(await focusedCell(), [0, 'volume']);
      await waitUntil(async () => (await hidden()) === 'left', 'columns hidden at the left');
      // The first two are pinned, and always there.
      for (const key of ['Home', 'ArrowRight', 'ArrowRight']) {
        await workbench.key(key);
      }
      await waitUntil(async () => (await hidden()) === 'right', 'the first columns');
      await workbench.setViewport(2200, 900);
      await waitUntil(async () => (await hidden()) === '', 'nothing hidden');
    } finally {
      await workbench.setViewport(1280, 800);
    }
  });

  it('moves the focus by keys, one stop for Tab', async () => {
    await pressAt(0, 'date', 'ArrowDown', 'ArrowRight');
    assert.deepEqual(await focusedCell(), [1, 'connector']);
    await workbench.key('Control+End');
    const lines = (await allLines()).length;
    assert.deepEqual(await focusedCell(), [lines - 1, 'volume']);
    await workbench.key('ArrowDown');
    assert.deepEqual(await focusedCell(), [lines, 'volume'], 'the total');
    await workbench.key('Control+Home');
    await workbench.key('ArrowUp');
    assert.deepEqual(await focusedCell(), [-1, 'date'], 'the titles');
    assert.equal(await page.count('#details [tabindex="0"]'), 1);
    await workbench.key('Tab');
    assert.equal(await focusedCell(), null);
  });

  it('keeps the focus while it is scrolled out of view', async () => {
    await page.click('#all-days');
    await page.waitFor('.chip');
    await pressAt(3, 'connector');
    await page.evaluate(
      'document.querySelector("#details").scrollTop = 4000; await new Promise((r) => setTimeout(r, 300))',
    );
    assert.deepEqual(await focusedCell(), [3, 'connector']);
    await workbench.key('ArrowDown');
    await page.waitFor(`${cell(4, 'connector')}:focus`);
    await clearFilters();
  });

  it('keeps pinned columns where they are, whichever way it moves', async () => {
    await page.click('#all-days');
    await page.waitFor('.chip');
    const moved = await page.evaluate<readonly { readonly left: number; readonly isRolling: boolean }[]>(`
      const grid = document.querySelector('#details');
      const place = () => {
        const { left } = grid.querySelector('.grid-body .pinned').getBoundingClientRect();
        return { left: left - grid.getBoundingClientRect().left, isRolling: 'rolling' in grid.dataset };
      };
      const places = [];
      for (const [top, left] of [[10, 100], [60, 100], [90, 150], [120, 150]]) {
        const seen = new Promise((resolve) => grid.addEventListener('scroll', () => resolve(place()), { once: true }));
        grid.scrollTo(left, top);
        places.push(await seen);
      }
      while ('rolling' in grid.dataset) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      places.push(place());
      grid.scrollTo(0, 0);
      return places;
    `);
    assert.deepEqual(
      moved.map(({ isRolling }) => isRolling),
      [false, true, false, true, false],
    );
    assert.equal(new Set(moved.map(({ left }) => left)).size, 1);
    await clearFilters();
  });

  it('copies a cell, a selection and rows by keys', async () => {
    const [first, second] = await allLines();
    await pressAt(0, 'volume', 'Control+c');
    await copied(first?.volume ?? '');
    await pressAt(0, 'date', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c');
    await copied(`${first?.date}\t${first?.connector}\n${second?.date}\t${second?.connector}`);
    await pressAt(1, 'connector', 'Shift+Space', 'Control+c');
    await waitUntil(async () => (await page.clipboard()).split('\t').length === 11, 'a whole row');
    assert.equal((await page.count('#details .selected')) >= 11, true);
  });

  it('copies from its menu, with titles and as Markdown', async () => {
    const [first] = await allLines();
    await page.click(cell(0, 'connector'), { button: 'right' });
    await page.waitFor('.menu');
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('details-menu');
    await page.click('.menu [data-entry="copy-headers"]');
    await copied(`Connector direction and name\n${first?.connector}`);
    assert.deepEqual(await focusedCell(), [0, 'connector']);
    await workbench.key('Shift+F10');
    await page.press('.menu [data-entry="copy-markdown"]', 'Enter');
    await copied(`| Connector direction and name |\n| --- |\n| ${first?.connector} |\n`);
    await page.click(cell(0, 'connector'), { button: 'right' });
    await page.click('.menu [data-entry="copy-row-headers"]');
    await waitUntil(
      async () => (await page.clipboard()).startsWith('Date\tConnector direction and name\t'),
      'a row with titles',
    );
  });

  it('closes its menu with Escape, and the focus returns', async () => {
    await page.click(cell(2, 'date'), { button: 'right' });
    await page.waitFor('.menu');
    await workbench.key('Escape');
    await waitUntil(async () => (await page.count('.menu')) === 0, 'no menu');
    assert.deepEqual(await focusedCell(), [2, 'date']);
  });

  it('makes a column wider by pointer and by keyboard', async () => {
    const before = await widthOf('type');
    await page.drag(`${title('type')} .column-edge`, [0.5, 0.5], [8, 0.5]);
    await waitUntil(async () => (await widthOf('type')) > before + 30, 'a wider column');
    await page.click(`${title('type')} button`);
    const dragged = await widthOf('type');
    await workbench.key('Shift+ArrowLeft');
    await waitUntil(async () => (await widthOf('type')) === dragged - 16, 'a narrower column');
    await page.click(`${title('type')} button`, { button: 'right' });
    await page.click('.menu [data-entry="usual-width"]');
    await waitUntil(async () => (await widthOf('type')) === before, 'the usual width');
  });

  it('chooses and pins columns', async () => {
    await page.click('#columns-button');
    await page.click('[data-choose="type"] .check');
    await page.click('[data-choose="volume"] button');
    await workbench.screenshot('columns', { width: 1500, height: 1100 });
    assert.deepEqual(await page.axe(), []);
    await workbench.key('Escape');
    assert.deepEqual((await titles()).slice(0, 4), ['Date', 'Connector direction and name', 'Volume', 'Forced TLS?']);
    await page.evaluate(
      'document.querySelector("#details").scrollLeft = 300; await new Promise((r) => setTimeout(r, 100))',
    );
    const shift = await page.evaluate<number>(
      'return document.querySelector(arg).getBoundingClientRect().left - document.querySelector("#details").getBoundingClientRect().left',
      title('date'),
    );
    assert.ok(shift < 3, `the date stays in view: ${shift}`);
    await page.click('#columns-button');
    await page.click('.reset-columns');
    await workbench.key('Escape');
    assert.equal((await titles())[2], 'Connector type');
  });

  it('groups by connector and unfolds to the days, by pointer and by keyboard', async () => {
    const days = (await allLines()).length;
    await page.click('#group-rows');
    const groups = Number(await page.attribute('#details', 'aria-rowcount')) - 2;
    assert.equal(await page.attribute('#details', 'role'), 'treegrid');
    await page.click(cell(0, 'date'));
    assert.equal(await page.attribute('#details [data-row="0"]', 'aria-expanded'), 'true');
    const own = Number((await page.text(cell(0, 'date'))).replace(/\D/g, ''));
    await waitForLines(groups + own);
    assert.equal(await page.attribute('#details [data-row="1"]', 'aria-level'), '2');
    await workbench.key('ArrowLeft');
    await waitForLines(groups);
    await workbench.key('ArrowRight');
    await waitForLines(groups + own);
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('grouped', { width: 1500, height: 1100 });
    await workbench.key('Enter');
    await waitForLines(groups);
    await page.click('#group-rows');
    await waitForLines(days);
  });

  it('shows the data of one connector from its menu', async () => {
    const [first] = await allLines();
    await page.click(cell(0, 'volume'), { button: 'right' });
    await page.click('.menu [data-entry="show-connector"]');
    await waitUntil(async () => (await page.texts('.chip bdi'))[0] === first?.connector, 'the chip');
    assert.deepEqual(new Set((await allLines()).map((line) => line.connector)).size, 1);
    await waitUntil(async () => (await focusedCell())?.[0] === 0, 'focus in the table');
    await clearFilters();
  });

  it('adds up what the search found', async () => {
    await page.fill('#details-search', 'fabrikam');
    await waitUntil(async () => / of /.test(await page.text('#details-rows')), 'fewer rows');
    const lines = await allLines();
    const sum = lines.reduce((all, line) => all + Number(line.volume?.replace(/\D/g, '')), 0);
    assert.equal((await totalLine()).volume, sum.toLocaleString('en'));
    await clearFilters();
  });
});
