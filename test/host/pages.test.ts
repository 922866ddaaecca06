import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { knownOf, TLS_STATES, Tls } from '../../src/core/model/tls';
import { connectorReport } from '../../src/core/report/connectorReport';
import { directionFigures, lastWeek, protectedOf } from '../../src/core/report/figures';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import type { MailFlowReport } from '../../src/core/report/report';
import { chooseEntry, clearFilters, waitForLines } from './detailsGrid';
import { closeAllEditors, engineReport, openAsText, openReport, REPORT_PAGE, WIDGET_PAGE } from './editor';
import { sampleExport } from './exports';
import { waitUntil, webview, workbench } from './page';

const widget = webview(WIDGET_PAGE);
const page = webview(REPORT_PAGE);
const count = (messages: number): string => formatCount(messages, 'en');

describe('Pages', () => {
  let report: MailFlowReport;

  before(async () => {
    report = await engineReport(sampleExport());
    await openAsText(sampleExport());
    await vscode.commands.executeCommand('mailFlow.showWidget');
    await widget.waitFor('[data-state="done"]');
  });

  after(async () => {
    await clearFilters();
    await closeAllEditors();
  });

  for (const direction of ['inbound', 'outbound'] as const) {
    it(`widget shows the engine's figures of the past week, ${direction}`, async () => {
      const figures = directionFigures(report.connectors, direction, lastWeek(report));
      const half = `[data-direction="${direction}"]`;
      const share = formatPercent(protectedOf(figures.tls), knownOf(figures.tls), 1, 'en');
      assert.equal(await widget.text(`${half} .count`), count(figures.messages));
      assert.equal(await widget.text(`${half} .donut text`), share);
      const verb = direction === 'inbound' ? 'received' : 'sent';
      assert.equal(
        await widget.text(`${half} .sentence`),
        `In the past week, ${count(figures.messages)} messages were ${verb}, of which ${share} were protected in transit (by TLS).`,
      );
      assert.match(await widget.text(`${half} .sentence-unknown`), new RegExp(count(figures.tls[Tls.unknown] ?? 0)));
    });
  }

  it('widget prints the period, which ends with the newest day of the data', async () => {
    const week = lastWeek(report);
    assert.match(await widget.text('.widget-period'), new RegExp(`${week?.start} .*${week?.end} .*UTC`));
  });

  it('View Details opens the report with the flyout, which shows the same week', async () => {
    await widget.click('#view-details');
    await page.waitFor('#flyout');
    for (const direction of ['inbound', 'outbound'] as const) {
      const { tls } = directionFigures(report.connectors, direction, lastWeek(report));
      for (const state of ['none', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3'] as const) {
        const cell = `#flyout [data-direction="${direction}"] tr[data-tls="${state}"] td`;
        assert.equal(await page.text(cell), count(tls[TLS_STATES.indexOf(state)] ?? 0), `${direction} ${state}`);
      }
    }
    assert.match(await page.text('#flyout'), /Message protected in transit \(by TLS\)/);
    assert.match(await page.text('#flyout'), /\(Most secure\) TLS 1\.3/);
  });

  it('Escape closes the flyout and focus returns to View Details', async () => {
    await workbench.key('Escape');
    await waitUntil(async () => (await page.count('#flyout')) === 0, 'the flyout to close');
    const focused = await waitUntil(
      async () => (await page.evaluate<string>('return document.activeElement?.id ?? ""')) || undefined,
      'focus',
    );
    assert.equal(focused, 'view-details');
  });

  it('by keyboard: View Details, inside the flyout, Connector report', async () => {
    await page.press('#view-details', 'Enter');
    await page.waitFor('#flyout');
    const inside = 'return document.querySelector("#flyout").contains(document.activeElement)';
    assert.equal(await page.evaluate<boolean>(inside), true);
    for (let step = 0; step < 8; step++) {
      await workbench.key('Tab');
      assert.equal(await page.evaluate<boolean>(inside), true, `after ${step + 1} Tab`);
    }
    await page.press('#flyout .to-connector-report', 'Enter');
    await waitUntil(
      async () => (await page.evaluate<string>('return document.activeElement?.id ?? ""')) === 'connector-report',
      'focus on the Connector report',
    );
  });

  it('View data by shows the share by TLS version', async () => {
    await chooseEntry('#view-by', 'tlsUsage');
    await page.waitFor('[data-view-by="tlsUsage"] .tls-table');
    const week = lastWeek(report);
    assert.ok(week !== null);
    const { tls } = connectorReport(report.connectors, 'all', week);
    assert.equal(await page.text('[data-view-by="tlsUsage"] tr[data-tls="tls1.2"] td'), count(tls[Tls.tls12] ?? 0));
  });

  it('Show data for and the dates select', async () => {
    const partner = report.connectors.find(
      (connector) => connector.type === 'Partner' && connector.direction === 'inbound',
    );
    assert.ok(partner !== undefined && report.period !== null);
    const key = `inbound:named:${partner.name?.toLowerCase()}`;
    await chooseEntry('#show-data-for', key);
    await page.fill('input[type="date"] >> nth=0', report.period.start);
    const shown = connectorReport(report.connectors, key, {
      start: report.period.start,
      end: lastWeek(report)?.end ?? '',
    });
    await waitForLines(shown.rows.length);
    assert.equal(await page.text('tr[data-tls="tls1.0"] td'), count(shown.tls[Tls.tls10] ?? 0));
    await page.click('#reset-period');
    await waitUntil(
      async () => (await page.attribute('.shown-period', 'data-start')) === lastWeek(report)?.start,
      'the last week',
    );
  });

  it('the details table can be searched', async () => {
    await clearFilters();
    const key = await page.evaluate<string>('return document.querySelector("#show-data-for").value');
    const { rows } = connectorReport(
      report.connectors,
      key,
      lastWeek(report) ?? report.period ?? { start: '', end: '' },
    );
    const all = `${rows.length} rows`;
    await waitUntil(async () => (await page.text('#details-rows')) === all, 'the rows of the last week');
    await page.fill('#details-search', 'FABRIKAM 03-08');
    await waitUntil(async () => /^\d+ of \d+ rows/.test(await page.text('#details-rows')), 'fewer rows');
    for (const name of await page.texts('#details .grid-body [data-column="connector"]')) {
      assert.match(name, /Fabrikam/);
    }
    await page.press('#details-search', 'Escape');
    await waitUntil(async () => (await page.text('#details-rows')) === all, 'all rows again');
  });

  it('an insight opens the proving line', async () => {
    const [insight] = report.insights;
    assert.ok(insight !== undefined);
    const item = `.insight[data-rule="${insight.rule}"]`;
    assert.match(await page.text(item), new RegExp(`${count(insight.messages)} of ${count(insight.known)} messages`));
    await page.click(`${item} .proof`);
    await waitUntil(
      () => vscode.window.activeTextEditor?.selection.active.line === insight.first.line - 1,
      'the proving line',
    );
    assert.match(vscode.window.activeTextEditor?.document.lineAt(insight.first.line - 1).text ?? '', /TLS1_0/);
    await openReport(sampleExport());
  });
});
