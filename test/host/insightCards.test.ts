import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatCount } from '../../src/core/report/percent';
import type { Insight } from '../../src/core/report/report';
import { crumbs, waitForPeers } from './drillDown';
import { closeAllEditors, engineReport, openReport, REPORT_PAGE } from './editor';
import { waitUntil, webview, workbench } from './page';
import { OLD, plantedExport, REPAIRED } from './plantedExport';

const page = webview(REPORT_PAGE);
const CARD = '.insight[data-rule="inbound-partner-tls10"]';
const { Workspace } = vscode.ConfigurationTarget;
const settings = () => vscode.workspace.getConfiguration('mailFlow');
const rowsOf = (kind: string) => page.texts(`${CARD} [data-who="${kind}"] tbody tr`);

describe('Insight cards', () => {
  let uri: vscode.Uri;
  let insight: Insight;

  before(async () => {
    uri = plantedExport('who/MTDetail_who.csv');
    const found = (await engineReport(uri)).insights.find(({ rule }) => rule === 'inbound-partner-tls10');
    assert.ok(found);
    insight = found;
    await openReport(uri);
    await page.waitFor(CARD);
  });

  after(async () => {
    await closeAllEditors();
    for (const key of ['muted', 'thresholds.rules']) {
      await settings().update(key, undefined, Workspace);
    }
  });

  it('unfold who is behind them, with the counts of the engine and first and last seen', async () => {
    await page.click(`${CARD} .who summary`);
    const expected = (names: readonly { messages: number; firstSeen: string; lastSeen: string }[]) =>
      names.map(({ messages, firstSeen, lastSeen }) => `${formatCount(messages, 'en')}${firstSeen}${lastSeen}`);
    const rest = (rows: readonly string[], names: readonly string[]) =>
      rows.map((row, index) => row.replace(names[index] ?? '', '').replaceAll(/\s/g, ''));
    const hosts = await rowsOf('host');
    assert.deepEqual(
      rest(
        hosts,
        insight.hosts.map(({ host }) => host),
      ),
      expected(insight.hosts),
    );
    assert.ok(hosts[0]?.includes(OLD) && hosts[1]?.includes(REPAIRED), hosts.join());
    assert.deepEqual(
      rest(
        await rowsOf('sender'),
        insight.senders.map(({ name }) => name),
      ),
      expected(insight.senders),
    );
    assert.deepEqual(
      rest(
        await rowsOf('cipher'),
        insight.ciphers.map(({ name }) => name),
      ),
      expected(insight.ciphers),
    );
    assert.deepEqual(await page.axe(), []);
    await workbench.screenshot('insight-who', { width: 1500, height: 1000 });
  });

  it('copy the fewest hosts whose repair ends them', async () => {
    const { repair } = insight;
    assert.ok(repair);
    const sentence = await page.text(`${CARD} .repair`);
    assert.ok(sentence.includes(`Messages left: ${formatCount(repair.remaining, 'en')}`), sentence);
    await page.click(`${CARD} .copy-repair`);
    await page.waitFor(`${CARD} .repair [role="status"]:text-is("Copied.")`);
    const copied = await page.clipboard();
    assert.deepEqual(copied.split(/\r?\n/), repair.hosts);
  });

  it('lead from a host and from a sender to its messages', async () => {
    await page.click(`${CARD} tr[data-name="${REPAIRED}"] .to-peer`);
    await waitForPeers(REPAIRED);
    assert.deepEqual(await crumbs(), ['All connectors', 'From your partner - Fabrikam', 'TLS 1.0', REPAIRED]);
    await page.click('#drill-close');
    const [sender] = insight.senders;
    await page.click(`${CARD} tr[data-name="${sender?.name}"] .to-peer`);
    await waitForPeers(sender?.name ?? '');
    assert.match(await page.text('#drill-messages'), new RegExp(`^${sender?.messages} messages`));
    await page.click('#drill-close');
    await waitUntil(
      () => page.evaluate<boolean>('return document.activeElement?.classList.contains("to-peer")'),
      'the focus where it was',
    );
  });

  it('offer by keyboard what can be done about them', async () => {
    await page.press(`${CARD} .insight-more`, 'Enter');
    await page.waitFor('.menu');
    assert.deepEqual(await page.texts('.menu .menu-item'), [
      'Copy Evidence',
      'Draft a Notice…',
      'Show Guidance',
      'Adjust Threshold…',
      'Mute This Connector',
    ]);
    await vscode.env.clipboard.writeText('');
    await workbench.key('Enter');
    await waitUntil(
      async () => (await vscode.env.clipboard.readText()).includes('inbound-partner-tls10'),
      'the evidence on the clipboard',
    );
  });

  it('open the page about their rule, and a letter to the partner', async () => {
    const choose = async (entry: string) => {
      await page.click(`${CARD} .insight-more`);
      await page.click(`.menu [data-entry="${entry}"]`);
    };
    await choose('showGuidance');
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    await waitUntil(() => tab().includes('inbound-partner-tls10'), 'the guidance');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await page.waitFor(CARD);
    await choose('draftNotice');
    await waitUntil(() => vscode.window.activeTextEditor?.document.languageId === 'markdown', 'the letter');
    assert.ok(vscode.window.activeTextEditor?.document.getText().includes(OLD));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await page.waitFor(CARD);
    await choose('adjustThreshold');
    await waitUntil(
      async () => (await workbench.texts('.quick-input-widget')).some((text) => text.includes('For this connector')),
      'the scopes',
    );
    await workbench.key('Escape');
  });

  it('are muted, stay apart, and are unmuted again', async () => {
    await page.click(`${CARD} .insight-more`);
    await page.click('.menu [data-entry="muteConnector"]');
    await page.waitFor('.muted-insights summary');
    assert.equal(await page.count(CARD), 0);
    await page.click('.muted-insights summary');
    await workbench.screenshot('insight-muted', { width: 1500, height: 1000 });
    await page.click('.muted-insights li[data-rule="inbound-partner-tls10"] .unmute');
    await page.waitFor(CARD);
    assert.deepEqual(settings().get('muted'), []);
  });
});
