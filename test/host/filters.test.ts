import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { connectorReport, NO_FILTER, type ReportFilter } from '../../src/core/report/connectorReport';
import { directionFigures, lastWeek } from '../../src/core/report/figures';
import type { MailFlowReport } from '../../src/core/report/report';
import { allLines, chips, chooseEntry, clearFilters, totalLine, waitForLines } from './detailsGrid';
import { closeAllEditors, engineReport, openAsText, openReport, REPORT_PAGE, WIDGET_PAGE } from './editor';
import { sampleExport, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';
import { onSampleReport } from './sampleReport';

const page = webview(REPORT_PAGE);
const widget = webview(WIDGET_PAGE);

/** Whether the element with the focus is this one. */
const hasFocus = (selector: string) =>
  page.evaluate<boolean>('return document.activeElement?.matches(arg) ?? false', selector);

describe('Filters of the Connector report', () => {
  let report: MailFlowReport;
  let week: { start: string; end: string };
  const rowsOf = (filter: Partial<ReportFilter>, period = week) =>
    connectorReport(report.connectors, 'all', period, { ...NO_FILTER, ...filter }).rows;

  before(async () => {
    report = await engineReport(sampleExport());
    week = lastWeek(report) ?? { start: '', end: '' };
  });

  onSampleReport();

  it('direction, type and TLS version narrow each other; each is a chip', async () => {
    await page.click('#filters-button');
    await page.click('#filters [data-group="direction"] .check:has-text("Inbound"):not(:has-text("and"))');
    await waitForLines(rowsOf({ direction: 'inbound' }).length);
    await page.click('#filters .check:has(#filter-type-Partner)');
    await waitForLines(rowsOf({ direction: 'inbound', types: ['Partner'] }).length);
    await page.click('#filters [data-group="tls"] .check:has-text("TLS 1.0")');
    const wanted = rowsOf({ direction: 'inbound', types: ['Partner'], tls: ['tls1.0'] });
    assert.ok(wanted.length > 0);
    await waitForLines(wanted.length);
    assert.deepEqual(await chips(), ['Direction: Inbound', 'Type: Partner', 'With messages: TLS 1.0']);
    await workbench.screenshot('filters');
    assert.deepEqual(await page.axe(), []);
    await workbench.key('Escape');
    await waitUntil(() => hasFocus('#filters-button'), 'focus back on the button');
    assert.deepEqual(await page.texts('#filter-chips .tls-note'), [
      'Shown are days of connectors that have such messages; their figures stay whole.',
    ]);
    const volumes = (await allLines()).map((line) => Number(line.volume?.replace(/\D/g, '')));
    assert.deepEqual(
      volumes,
      wanted.map(({ volume }) => volume),
      'figures stay whole',
    );
  });

  it('a chip takes its filter back, and the focus goes to the next', async () => {
    await page.press('[data-filter="type Partner"] button', 'Enter');
    await waitForLines(rowsOf({ direction: 'inbound', tls: ['tls1.0'] }).length);
    assert.deepEqual(await chips(), ['Direction: Inbound', 'With messages: TLS 1.0']);
    await waitUntil(() => hasFocus('[data-filter="tls tls1.0"] button'), 'focus on the next chip');
  });

  it('Clear all takes back every one of them, dates and search too', async () => {
    await page.fill('#details-search', 'fabrikam');
    await page.click('#all-days');
    await waitUntil(async () => (await chips()).length === 4, 'four chips');
    await page.click('.clear-filters');
    await waitForLines(rowsOf({}).length);
    assert.deepEqual(await chips(), []);
    assert.equal(await page.evaluate<string>('return document.querySelector("#details-search").value'), '');
    assert.equal(await page.attribute('.shown-period', 'data-start'), week.start);
  });

  it('what matches nothing says so, and how to go on', async () => {
    await page.click('#filters-button');
    await page.click('#filters [data-group="tls"] .check:has-text("SSL 3.0")');
    await workbench.key('Escape');
    assert.match(await page.text('.chart-panel .nothing'), /No message of these days matches the filters/);
    await page.click('.chart-panel .nothing .link');
    await waitForLines(rowsOf({}).length);
  });

  it('a count in the widget shows just the messages that it counts', async () => {
    await page.click('#all-days');
    await page.click('.widget [data-direction="inbound"] .count');
    await waitForLines(rowsOf({ direction: 'inbound' }).length);
    assert.deepEqual(await chips(), ['Direction: Inbound']);
    const { messages } = directionFigures(report.connectors, 'inbound', week);
    assert.equal((await totalLine()).volume, messages.toLocaleString('en'));
    assert.equal(await hasFocus('#details-heading'), true);
  });

  it('a count in the side bar opens the report at its direction', async () => {
    await closeAllEditors();
    await openAsText(sampleExport());
    await vscode.commands.executeCommand('mailFlow.showWidget');
    await widget.click('[data-direction="outbound"] .count');
    await page.waitFor('[data-state="done"]');
    await waitForLines(rowsOf({ direction: 'outbound' }).length);
    assert.deepEqual(await chips(), ['Direction: Outbound']);
    const { messages } = directionFigures(report.connectors, 'outbound', week);
    assert.equal((await totalLine()).volume, messages.toLocaleString('en'));
    await clearFilters();
  });

  it('days can be chosen with the window under the chart, by keyboard', async () => {
    await page.press('#brush-first', 'Home');
    const start = report.period?.start ?? '';
    await waitForLines(rowsOf({}, { start, end: week.end }).length);
    await page.press('#brush-last', 'ArrowLeft');
    await page.press('#brush-last', 'ArrowLeft');
    const end = await page.attribute('.shown-period', 'data-end');
    assert.equal(Date.parse(week.end) - Date.parse(end ?? ''), 2 * 86_400_000);
    assert.equal(await page.attribute('#brush-last', 'aria-valuetext'), end);
    assert.equal(await page.evaluate<string>('return document.querySelector("#end-date").value'), end);
    await clearFilters();
  });

  it('days can be chosen with the window under the chart, by pointer', async () => {
    await page.drag('#range-brush', [0.02, 0.5], [0.3, 0.5]);
    await waitUntil(async () => (await page.attribute('.shown-period', 'data-start')) === report.period?.start, 'days');
    const end = (await page.attribute('.shown-period', 'data-end')) ?? '';
    assert.ok(end < week.start, end);
    await page.drag('.brush-window', [0.5, 0.5], [30, 0.5]);
    await waitUntil(async () => (await page.attribute('.shown-period', 'data-end')) === week.end, 'the window moved');
    await clearFilters();
  });

  it('days can be chosen on the chart itself, by pointer and by keyboard', async () => {
    await page.drag('.day-slider', [0.05, 0.5], [0.45, 0.5]);
    await waitUntil(async () => (await chips()).length === 1, 'a chip');
    assert.equal(await page.attribute('.shown-period', 'data-start'), week.start);
    assert.notEqual(await page.attribute('.shown-period', 'data-end'), week.end);
    await clearFilters();
    await page.press('.day-slider', 'End');
    for (const key of ['ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft']) {
      await page.press('.day-slider', key);
    }
    assert.match((await page.attribute('.day-slider', 'aria-valuetext')) ?? '', /Enter shows only these days/);
    await page.press('.day-slider', 'Enter');
    await waitUntil(async () => (await page.attribute('.shown-period', 'data-start')) !== week.start, 'fewer days');
    const days = ['data-start', 'data-end'].map(async (name) =>
      Date.parse((await page.attribute('.shown-period', name)) ?? ''),
    );
    const [start = 0, end = 0] = await Promise.all(days);
    assert.equal((end - start) / 86_400_000, 2);
    await clearFilters();
  });

  it('the day slider reads the figures out', async () => {
    await page.press('.day-slider', 'Home');
    const text = (await page.attribute('.day-slider', 'aria-valuetext')) ?? '';
    const shown = connectorReport(report.connectors, 'all', week);
    assert.ok(text.startsWith(`${week.start}: Total: ${shown.series[0]?.volumes[0]?.toLocaleString('en')}.`), text);
    assert.match(await page.text('.tooltip'), new RegExp(week.start));
  });
});

describe('Days that a TLS filter leaves out', () => {
  const rows = [
    'Date,Connector direction and name,Connector type,Forced TLS?,No TLS,TLS 1.0,TLS 1.1,TLS 1.2,TLS 1.3,Volume',
    '2026-03-05,From your partner - Contoso,Partner,No,0%,25%,0%,75%,0%,400',
    '2026-03-06,From your partner - Contoso,Partner,No,0%,0%,0%,100%,0%,300',
    '2026-03-08,From your partner - Contoso,Partner,No,0%,10%,0%,90%,0%,200',
    '2026-03-05,From your partner - Relay,Partner,No,0%,0%,0%,0%,0%,70',
    '2026-03-08,From your partner - Relay,Partner,No,0%,50%,0%,50%,0%,80',
  ];

  before(async () => {
    await openReport(writeExport('filters/left-out.csv', `${rows.join('\r\n')}\r\n`));
    await page.waitFor('[data-state="done"]');
    await page.click('#filters-button');
    await page.click('#filters [data-group="tls"] .check:has-text("TLS 1.0")');
    await page.press('#filters', 'Escape');
  });

  after(async () => {
    await clearFilters();
    await closeAllEditors();
  });

  it('are gaps in the chart, which says so, and words to whoever moves along it', async () => {
    await page.waitFor('.gap-note:text-is("Gaps are days whose messages the TLS filter leaves out.")');
    const total = (await page.attribute('.total-line:not(.legend-mark *)', 'd')) ?? '';
    assert.equal(total.match(/M/g)?.length, 2, `two pieces: ${total}`);
    await page.press('.day-slider', 'Home');
    await page.press('.day-slider', 'ArrowRight');
    const said = (await page.attribute('.day-slider', 'aria-valuetext')) ?? '';
    assert.equal(
      said,
      '2026-03-06: Total: Filtered out. From your partner - Contoso: Filtered out. From your partner - Relay: 0.',
    );
    assert.match(await page.text('.tooltip'), /Filtered out/);
    await workbench.screenshot('left-out-days');
  });

  it('are words in its table too, other ones where nothing is told', async () => {
    await page.click('#as-table');
    const cells = await page.evaluate<string[][]>(
      `return [...document.querySelectorAll('.chart-table tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`,
    );
    assert.deepEqual(cells, [
      ['2026-03-05', '400', '400', 'Not told'],
      ['2026-03-06', 'Filtered out', 'Filtered out', '0'],
      ['2026-03-07', '0', '0', '0'],
      ['2026-03-08', '280', '200', '80'],
    ]);
    await chooseEntry('#view-by', 'tlsUsage');
    await page.waitFor('#tls-days-chart .chart-table');
    const [, second = ''] = await page.texts('#tls-days-chart tbody tr');
    assert.match(second, /^2026-03-06 ?(Filtered out ?)+$/);
    await chooseEntry('#view-by', 'mailFlow');
    await page.click('#as-table');
  });

  it('are gaps in its picture, which says so', async () => {
    await page.click('#picture-mail-flow');
    await page.click('.menu [data-entry="copy-svg"]');
    await page.waitFor('.chart-menu [role="status"]:text-is("Copied.")');
    const svg = await page.clipboard();
    assert.match(svg, />Gaps are days whose messages the TLS filter leaves out\.</);
    assert.match(svg, /With messages: TLS 1\.0/);
  });
});
