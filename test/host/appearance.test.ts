import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAllEditors, openReport, REPORT_PAGE, WIDGET_PAGE } from './editor';
import { sampleExport, writeExport } from './exports';
import { webview, workbench } from './page';

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

const widget = webview(WIDGET_PAGE);
const page = webview(REPORT_PAGE);

describe('Appearance', () => {
  before(async () => {
    await vscode.commands.executeCommand('mailFlow.showWidget');
    // In the workspace, so that pictures show no folder of the machine they were taken on.
    await openReport(writeExport('message-trace-sample.csv', readFileSync(sampleExport().fsPath)));
    await page.waitFor('[data-state="done"]');
    await widget.waitFor('[data-state="done"]');
  });

  after(async () => {
    await vscode.workspace
      .getConfiguration('workbench')
      .update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
    await closeAllEditors();
  });

  for (const [name, theme] of Object.entries(THEMES)) {
    it(`has no accessibility violation in ${theme}: widget, report, flyout, drill-down`, async () => {
      const settings = vscode.workspace.getConfiguration('workbench');
      await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await workbench.screenshot(`report-${name}`, { width: 1280, height: 900 });
      assert.deepEqual(await widget.axe(), [], 'widget');
      assert.deepEqual(await page.axe(), [], 'report');
      await page.evaluate('document.querySelector("#connector-report").scrollIntoView()');
      await workbench.screenshot(`connector-report-${name}`, { width: 1500, height: 1100 });
      await page.click('#view-details');
      await page.waitFor('#flyout');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await workbench.screenshot(`flyout-${name}`, { width: 1500, height: 1100 });
      assert.deepEqual(await page.axe(), [], 'flyout');
      await page.click('#flyout-close');
      await page.click('#details .grid-foot [data-column="tls1.2"] .drill');
      await page.waitFor('.drill-table[data-table="connectors"]');
      assert.deepEqual(await page.axe(), [], 'connectors');
      await page.click('.drill-table tbody tr:first-child .link');
      await page.waitFor('#drill-peers .drill-table');
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const width of [400, 800, 1600]) {
        await workbench.screenshot(`drill-down-${name}-${width}`, { width, height: 1100 });
      }
      assert.deepEqual(await page.axe(), [], 'hosts');
      await page.click('.drill-table tbody tr:first-child .link');
      await page.waitFor('.line-list li:first-child code:not(.muted)');
      assert.deepEqual(await page.axe(), [], 'proving lines');
      await page.click('#drill-close');
    });
  }

  it('leaves no error of a page on the console', async () => {
    const errors = (await workbench.consoleErrors()).filter((error) => error.webview);
    assert.deepEqual(errors, []);
  });
});
