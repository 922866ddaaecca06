import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Analysis } from '../../src/core/analyze';
import { knownOf, type TlsCounts, type TlsState } from '../../src/core/model/tls';
import { weakOf } from '../../src/core/report/change';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import type { MailFlowReport } from '../../src/core/report/report';
import { type FlowTrend, trendOf, type Week } from '../../src/core/report/trend';
import { Slices } from '../../src/core/surroundings';
import { askImpact } from '../../src/core/whatIf/askImpact';
import { type Impact, WITHOUT_TLS } from '../../src/core/whatIf/impact';
import { crumbs, waitForPeers } from './drillDown';
import { closeAllEditors, engineAnalysis, engineReport, openReport, REPORT_PAGE } from './editor';
import { waitUntil, webview, workbench } from './page';
import { plantedExport, REPAIRED } from './plantedExport';

const page = webview(REPORT_PAGE);
const cells = (table: string) =>
  page.evaluate<string[][]>(
    'return [...document.querySelectorAll(arg + " tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent))',
    table,
  );

/** "1.2% (60)". */
const weak = (tls: TlsCounts) =>
  `${formatPercent(weakOf(tls), knownOf(tls), 1, 'en')} (${formatCount(weakOf(tls), 'en')})`;

describe('Over time', () => {
  let uri: vscode.Uri;
  let report: MailFlowReport;

  before(async () => {
    uri = plantedExport('time/MTDetail_time.csv');
    report = await engineReport(uri);
    await openReport(uri);
    await page.waitFor('#trend');
  });

  after(closeAllEditors);

  it('holds this week against the last and the first, with the figures of the engine', async () => {
    const trend = trendOf(report);
    const expected = [...trend.directions, ...trend.connectors]
      .filter(({ weeks }) => weeks.some(({ tls }) => knownOf(tls) > 0))
      .map(({ weeks, sinceLast, sinceFirst }: FlowTrend) => {
        const [first, last, now] = [weeks[0], weeks.at(-2), weeks.at(-1)] as [Week, Week, Week];
        const word = { same: 'no change', untold: 'cannot be told' } as Record<string, string>;
        const words = [sinceLast, sinceFirst].map((change) => word[change] ?? change);
        return [...[now, last, first].map(({ tls }) => weak(tls)), ...words];
      });
    assert.ok(expected.some((row) => row.includes('improved')));
    const rows = await cells('#trend');
    assert.deepEqual(
      rows.map(([, ...rest]) => rest),
      expected,
    );
    assert.equal(rows.at(-1)?.[0], 'From your partner - Fabrikam');
    // A word, and an arrow beside it: never colour alone.
    assert.equal(await page.count('#trend .change-improved svg'), await page.count('#trend .change-improved'));
  });

  it('lists the hosts that gave up TLS 1.0, which lead to their messages', async () => {
    const [changes] = report.hostChanges;
    const [host] = changes?.stopped.hosts ?? [];
    assert.equal(host?.host, REPAIRED);
    assert.deepEqual(await cells('#host-changes'), [
      [
        REPAIRED,
        'From your partner - Fabrikam',
        String(host?.messages),
        host?.lastOld,
        host?.since,
        'TLS 1.2 or newer',
      ],
    ]);
    assert.deepEqual(await page.axe(), []);
    await page.evaluate('document.querySelector("#over-time").scrollIntoView()');
    await workbench.screenshot('over-time', { width: 1500, height: 1000 });
    await page.click('#host-changes .to-peer');
    await waitForPeers(REPAIRED);
    assert.deepEqual(await crumbs(), ['All connectors', 'From your partner - Fabrikam', REPAIRED]);
    await page.click('#drill-close');
  });

  it('says what a trend needs where the data are too short', async () => {
    await openReport(plantedExport('time/MTDetail_short.csv', 13));
    await page.waitFor('#trend-too-short');
    assert.equal(await page.text('#trend-too-short'), 'A trend needs 14 days; the period has 13.');
    assert.equal(await page.count('#trend'), 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

describe('What If', () => {
  let uri: vscode.Uri;
  let analysis: Analysis;
  const supposed = async (states: readonly TlsState[]): Promise<Impact> =>
    (await new Slices({ pause: () => Promise.resolve() }).all(askImpact(analysis, analysis.report(), states))) ??
    assert.fail();

  before(async () => {
    uri = plantedExport('time/MTDetail_whatif.csv');
    analysis = await engineAnalysis([uri]);
    await openReport(uri);
    await page.waitFor('#what-if-open');
  });

  after(closeAllEditors);

  const told = () => page.waitFor('#impact[data-told="true"]');

  it('says how much old mail would have been refused, per day and by host, as the engine does', async () => {
    await page.click('#what-if-open');
    await told();
    const impact = await supposed(['tls1.0', 'tls1.1']);
    assert.ok(impact.messages > 0);
    const sentence = await page.text('#impact p:first-child');
    const { messages, volume } = impact;
    assert.ok(sentence.startsWith(`${formatCount(messages, 'en')} of ${formatCount(volume, 'en')} messages`), sentence);
    assert.deepEqual(
      await cells('.impact-days'),
      impact.days
        .filter((day) => day.messages > 0)
        .reverse()
        .map((day) => [day.date, String(day.messages), String(day.volume), String(day.hostCount), '1']),
    );
    const hosts = await cells('.connector-hit');
    assert.equal(
      hosts.reduce((sum, [, count]) => sum + Number(count), 0),
      messages,
    );
    const repaired = hosts.find(([host]) => host === REPAIRED);
    assert.deepEqual(repaired?.slice(1, 3), ['72', 'No'], 'it has something better');
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('what-if', { width: 1500, height: 1000 });
  });

  it('asks about other versions, and about forcing TLS on a connector', async () => {
    const key = 'inbound:named:fabrikam';
    await page.selectOption('#suppose', key);
    await page.waitFor('#impact:has-text("0 of ")');
    const forced = await supposed(WITHOUT_TLS);
    assert.equal(forced.messages, 0);
    assert.equal(await page.count('.connector-hit'), 0);
    await page.selectOption('#suppose', 'tls1.0');
    await page.waitFor('.connector-hit');
  });

  it('copies the answer as Markdown, and closes where it was opened', async () => {
    await page.click('#what-if-copy');
    await page.waitFor('#what-if [role="status"]:text-is("Copied.")');
    const copied = await page.clipboard();
    assert.match(copied, /^# What if these were refused: TLS 1\.0/);
    assert.ok(copied.includes(REPAIRED));
    await page.click('#what-if-copy-redacted');
    await waitUntil(async () => {
      const redacted = await page.clipboard();
      return redacted !== copied && /Replaced by stand-ins/.test(redacted) && !redacted.includes(REPAIRED);
    }, 'the redacted document');
    await page.click('#what-if-close');
    await waitUntil(() => page.evaluate<boolean>('return document.activeElement?.id === "what-if-open"'), 'the focus');
  });

  it('opens from the palette', async () => {
    await vscode.commands.executeCommand('mailFlow.whatIf');
    await told();
    await page.click('#what-if-close');
  });
});
