// Settings that take effect while everything is open. Those of thresholds, definitions, mutes, baselines and background analysis are
// tested with what they are for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { CROWD, plantedMail } from '../generate/plantedMail';
import { TLS12, traceOf } from '../generate/traceMail';
import { closeAllEditors, openAsText, openReport, problemsOf, REPORT_PAGE } from './editor';
import { extension, receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, webview, workbench } from './page';
import { plantedExport } from './plantedExport';

const page = webview(REPORT_PAGE);
const TITLE = '.quick-input-widget:not([style*="display: none"]) .quick-input-title';

describe('Settings', () => {
  const settings = () => vscode.workspace.getConfiguration('mailFlow');
  const set = async (key: string, value: unknown): Promise<void> => {
    await settings().update(key, value, vscode.ConfigurationTarget.Workspace);
  };

  afterEach(async () => {
    for (const key of ['period', 'exports.redact', 'missingTlsMeansNone', 'dateOrder']) {
      await set(key, undefined);
    }
    await closeAllEditors();
  });

  it('have a test of each of them that changes it at run time', () => {
    const manifest = extension().packageJSON as { contributes: { configuration: { properties: object } } };
    const names = Object.keys(manifest.contributes.configuration.properties);
    const untested = names.filter((name) => WHERE_TESTED[name.replace('mailFlow.', '')] === undefined);
    assert.deepEqual(untested, []);
  });

  it('choose the past week as what counts: in the report, in Problems and in the status bar', async () => {
    const uri = plantedExport('settings/MTDetail_period.csv');
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    const messageOf = () => vscode.languages.getDiagnostics(uri)[0]?.message ?? '';
    await waitUntil(() => messageOf().includes('2026-03-02 to 2026-03-22'), 'all days');
    await set('period', 'lastWeek');
    await waitUntil(() => messageOf().includes('2026-03-16 to 2026-03-22'), 'the past week');
    await workbench.hover('[id="mail-flow-insights.mail-flow-insights.mailFlow.glance"]');
    await waitUntil(
      async () => (await workbench.texts('.monaco-hover')).some((text) => text.includes('2026-03-16 to 2026-03-22')),
      'the past week in the status bar',
    );
    await set('period', undefined);
    await waitUntil(() => messageOf().includes('2026-03-02 to 2026-03-22'), 'all days again');
  });

  it('redact exports without asking', async () => {
    const uri = plantedExport('settings/MTDetail_redact.csv');
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    await set('exports.redact', 'always');
    const target = workspaceFile('settings/report.md');
    await vscode.commands.executeCommand('mailFlow.exportReport', uri, { format: 'markdown', target });
    assert.deepEqual(await workbench.texts(TITLE), []);
    const text = readFileSync(target.fsPath, 'utf8');
    assert.match(text, /connector-1/);
    assert.doesNotMatch(text, /fabrikam/i);
  });

  it('say what a missing TLS version means', async () => {
    const trace = traceOf(plantedMail(CROWD, 3)).replaceAll(TLS12, '');
    const uri = writeExport('settings/MTDetail_missing.csv', trace);
    await openReport(uri);
    await page.waitFor('[data-state="done"]');
    const problems = () => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
    assert.deepEqual(problems(), []);
    await set('missingTlsMeansNone', true);
    await waitUntil(() => problems().some((message) => /without TLS|No TLS/i.test(message)), 'mail without TLS');
  });

  it('say which of day and month comes first where no date tells', async () => {
    const csv = 'Date,Direction,TLS\r\n3/2/2026,Inbound,TLS1.2\r\n4/2/2026,Inbound,TLS1.2\r\n';
    const mapping = {
      header: ['Date', 'Direction', 'TLS'],
      columns: { time: 'Date', direction: 'Direction', tls: 'TLS' },
    };
    await set('columnMappings', [mapping]);
    try {
      await openReport(writeExport('settings/dates.csv', csv));
      await page.waitFor('[data-state="done"]');
      const before = await page.text('main');
      await set('dateOrder', before.includes('2026-02-04') ? 'monthFirst' : 'dayFirst');
      await waitUntil(async () => (await page.text('main')) !== before, 'other days');
    } finally {
      await set('columnMappings', undefined);
    }
  });

  it('of the wrong kind count as the default', async () => {
    const uri = writeExport('settings/RECV2026032400-1.LOG', receiveLog(30, 12).text);
    await set('period', 7);
    await set('exports.redact', true);
    await openAsText(uri);
    await problemsOf(uri, 1);
  });
});

/** By setting: the test that changes it while something is open. */
const WHERE_TESTED: Readonly<Record<string, string>> = {
  period: 'here',
  'exports.redact': 'here',
  missingTlsMeansNone: 'here',
  dateOrder: 'here',
  'thresholds.share': 'quickFixes: adjust the threshold',
  'thresholds.messages': 'problems: follows settings at run time',
  'thresholds.rules': 'problems: follows settings at run time',
  'thresholds.connectors': 'problems: follows settings at run time',
  connectorTypes: 'problems: follows settings at run time',
  muted: 'quickFixes: mute a connector',
  baseline: 'baseline',
  definitionFiles: 'definitions: that a setting names',
  columnMappings: 'unknownFiles: holds for a file that is open as text only',
  'problems.keep': 'quickFixes: stay by a setting when it is closed',
  codeLens: 'exportText: has a lens that follows the file and the setting',
  refresh: 'refresh: is read as soon as the setting says so',
  autoAnalyze: 'autoAnalyze',
  exclude: 'autoAnalyze: are left out by patterns; severalFiles',
  'assistants.names': 'assistant: it names connectors where the setting allows it',
};
