import assert from 'node:assert/strict';
import { allLines, chooseEntry, clearFilters, totalLine, waitForLines } from './detailsGrid';
import { closeDrillDown, drilledMessages, drillRows, numberIn, waitForPeers } from './drillDown';
import { closeAllEditors, engineReport, openReport, REPORT_PAGE } from './editor';
import { sampleExport } from './exports';
import { waitUntil, webview, workbench } from './page';
import { cellsOf, counted, jsonOf, lastWeekOf, percentOf, type ReportJson, STATES, sumOf } from './reportFigures';

const page = webview(REPORT_PAGE);

/** The cells of the visible table behind the chart, row by row. */
const chartTable = () =>
  page.evaluate<string[][]>(
    `return [...document.querySelectorAll('.chart-table-scroller tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`,
  );

describe('Every figure on the page is that of the JSON report:', () => {
  let json: ReportJson;
  let rows: { date: string; label: string; cells: string[] }[];

  before(async () => {
    json = jsonOf(await engineReport(sampleExport()));
    rows = json.connectors.flatMap(({ label, days }) =>
      days.map((day) => ({ date: day.date, label, cells: cellsOf(day) })),
    );
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    await clearFilters();
  });

  after(closeAllEditors);

  for (const direction of ['outbound', 'inbound'] as const) {
    it(`widget and flyout, ${direction}`, async () => {
      const week = lastWeekOf(json);
      const days = json.connectors
        .filter((connector) => connector.direction === direction)
        .flatMap((connector) => connector.days.filter(({ date }) => week.includes(date)));
      const { messages, tls } = sumOf(days);
      const known = messages - (tls.unknown ?? 0);
      const share = percentOf(known - (tls.none ?? 0) - (tls['ssl3.0'] ?? 0), known, 1);
      const half = `.widget [data-direction="${direction}"]`;
      assert.equal(await page.text(`${half} .count`), counted(messages));
      assert.equal(await page.text(`${half} .donut text`), share);
      assert.match(await page.text(`${half} .sentence`), new RegExp(`${counted(messages)} .* ${share} `));
      const spark = (await page.attribute(`${half} .sparkline svg`, 'aria-label')) ?? '';
      for (const date of week) {
        const day = sumOf(days.filter((one) => one.date === date));
        const told = day.messages - (day.tls.unknown ?? 0);
        const part = told - (day.tls.none ?? 0) - (day.tls['ssl3.0'] ?? 0);
        assert.ok(
          spark.includes(`${date}: ${told === 0 ? 'not known' : percentOf(part, told, 1)}`),
          `${date}: ${spark}`,
        );
      }
      await page.click('#view-details');
      await page.waitFor('#flyout');
      const flyout = `#flyout [data-direction="${direction}"]`;
      for (const state of STATES) {
        const cell = `${flyout} tr[data-tls="${state}"] td`;
        if (state !== 'unknown' || (tls.unknown ?? 0) > 0) {
          assert.equal(await page.text(cell), counted(tls[state] ?? 0), state);
        }
        if (state !== 'unknown' && (tls[state] ?? 0) > 0) {
          const callouts = (await page.texts(`${flyout} .callout`)).join(' ');
          assert.ok(callouts.includes(percentOf(tls[state] ?? 0, known, 2)), `${state}: ${callouts}`);
        }
      }
      await page.click('#flyout-close');
      await waitUntil(async () => (await page.count('#flyout')) === 0, 'no flyout');
    });
  }

  it('insights', async () => {
    const texts = await page.texts('.insight');
    assert.equal(texts.length, Math.max(1, Math.min(2, json.insights.length)));
    for (const [index, text] of texts.entries()) {
      const insight = json.insights[index];
      assert.ok(insight !== undefined);
      assert.ok(text.includes(`${counted(insight.messages)} of`), text);
      assert.ok(text.includes(percentOf(insight.messages, Math.round(insight.messages / insight.share), 1)), text);
    }
  });

  it('every row of the details table, and the total', async () => {
    await page.click('#all-days');
    await waitForLines(rows.length);
    const key = (row: { date: string; label: string; cells: string[] }) =>
      [row.date, row.label, ...row.cells].join(' | ');
    const shown = (await allLines()).map((line) =>
      key({
        date: line.date ?? '',
        label: line.connector ?? '',
        cells: [...STATES, 'volume'].map((column) => line[column] ?? ''),
      }),
    );
    assert.deepEqual([...shown].sort(), rows.map(key).sort());
    const total = await totalLine();
    assert.deepEqual(
      [...STATES, 'volume'].map((column) => total[column]),
      cellsOf(sumOf([json.directions.inbound, json.directions.outbound])),
    );
  });

  it('every connector as a group', async () => {
    await page.click('#group-rows');
    await waitForLines(json.connectors.filter(({ days }) => days.length > 0).length);
    for (const line of await allLines()) {
      const connector = json.connectors.find(({ label }) => label === line.connector);
      assert.ok(connector !== undefined, line.connector);
      assert.equal(line.date, connector.days.length === 1 ? '1 day' : `${connector.days.length} days`);
      assert.deepEqual(
        [...STATES, 'volume'].map((column) => line[column]),
        cellsOf(connector),
        connector.label,
      );
    }
    await page.click('#group-rows');
    await waitForLines(rows.length);
  });

  it('the hosts behind every cell of every connector, and the senders behind a host', async () => {
    await page.click('#group-rows');
    await waitForLines(json.connectors.filter(({ days }) => days.length > 0).length);
    let cells = 0;
    for (const [row, line] of (await allLines()).entries()) {
      const connector = json.connectors.find(({ label }) => label === line.connector);
      for (const state of STATES.filter((one) => (connector?.tls[one] ?? 0) > 0)) {
        const messages = connector?.tls[state] ?? 0;
        await page.click(`#details [data-row="${row}"] [data-column="${state}"] .drill`);
        await page.waitFor('#drill-peers');
        assert.deepEqual(await drilledMessages(), { said: messages, listed: messages }, `${line.connector}, ${state}`);
        const [host] = await drillRows();
        if (host?.host !== undefined) {
          await page.click('.drill-table tbody tr:first-child .link');
          await waitForPeers(host.host);
          const own = numberIn(host.messages);
          assert.deepEqual(await drilledMessages(), { said: own, listed: own }, `${line.connector}, ${host.host}`);
        }
        await closeDrillDown();
        cells++;
      }
    }
    assert.ok(cells > 10, String(cells));
    await page.click('#group-rows');
    await waitForLines(rows.length);
  });

  it('the Mail flow chart, day by day', async () => {
    await page.click('#as-table');
    const [titles = [], ...days] = await waitUntil(async () => {
      const table = await chartTable();
      return table.length > 1 && table;
    }, 'the table');
    assert.deepEqual(titles.slice(0, 2), ['Date', 'Total']);
    for (const [date, total, ...volumes] of days) {
      const ofDay = (label?: string) =>
        sumOf(
          json.connectors
            .filter((connector) => label === undefined || connector.label === label)
            .flatMap((connector) => connector.days.filter((day) => day.date === date)),
        ).messages;
      assert.equal(total, counted(ofDay()), date);
      assert.deepEqual(
        volumes,
        titles.slice(2).map((label) => counted(ofDay(label))),
        date,
      );
    }
    assert.equal(days.length, (Date.parse(json.period.end) - Date.parse(json.period.start)) / 86_400_000 + 1);
  });

  it('TLS usage, as a whole and day by day', async () => {
    await chooseEntry('#view-by', 'tlsUsage');
    await page.waitFor('[data-view-by="tlsUsage"] .tls-table');
    const { tls } = sumOf(json.connectors);
    for (const state of STATES) {
      assert.equal(await page.text(`.chart-panel tr[data-tls="${state}"] td`), counted(tls[state] ?? 0), state);
    }
    const [, ...days] = await chartTable();
    for (const [date, ...cells] of days) {
      const day = sumOf(json.connectors.flatMap((connector) => connector.days.filter((one) => one.date === date)));
      assert.deepEqual(cells, cellsOf(day), date);
    }
    await workbench.screenshot('tls-usage-as-table', { width: 1500, height: 1100 });
    await page.click('#as-table');
    await chooseEntry('#view-by', 'mailFlow');
    await clearFilters();
  });
});
