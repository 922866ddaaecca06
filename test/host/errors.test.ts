import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ExportAnalysis } from '../../src/host/analysis/exportAnalysis';
import { runGuarded } from '../../src/host/commands/runGuarded';
import { readingLine } from '../../src/host/messages/logLines';
import type { Platform } from '../../src/host/platform';
import { ExportSource } from '../../src/host/sources/exportSource';
import { fileSet } from '../../src/host/sources/sourceSet';
import { closeAllEditors, engineReport } from './editor';
import { sampleExport, workspaceFile, writeExport } from './exports';
import { waitUntil, workbench } from './page';

const TOAST = '.notification-toast-container .notification-list-item';

describe('Errors', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await closeAllEditors();
  });

  it('are shown one at a time, with a way to the log', async () => {
    const missing = workspaceFile('secret/missing.csv');
    const failing = [1, 2, 3].map(() => vscode.commands.executeCommand('mailFlow.chooseFormat', missing));
    const toasts = async (): Promise<readonly string[]> =>
      (await workbench.texts(TOAST)).filter((toast) => toast.includes('Source: Mail Flow Insights'));
    const [shown, ...others] = await waitUntil(async () => {
      const texts = await toasts();
      return texts.length > 0 ? texts : undefined;
    }, 'the message');
    assert.deepEqual(others, []);
    assert.match(shown ?? '', /No format can be chosen for this file/);
    await workbench.click(`${TOAST} .monaco-button:has-text("Show Log")`);
    await waitUntil(
      async () => (await workbench.texts('.part.panel .composite.title .checked')).join().includes('Output'),
      'the log',
    );
    for (const which of ['second', 'third']) {
      await waitUntil(async () => (await toasts()).length > 0, `the ${which} message, after the one before is gone`);
      assert.equal((await toasts()).length, 1, which);
      await workbench.click(`${TOAST} .codicon-notifications-clear`);
    }
    await Promise.all(failing);
  });

  it('are shown though one before was put out of sight and never answered', async () => {
    const missing = workspaceFile('secret/missing.csv');
    const fail = () => vscode.commands.executeCommand('mailFlow.chooseFormat', missing);
    const toasts = () => workbench.texts(TOAST);
    await fail();
    await waitUntil(async () => (await toasts()).length === 1, 'the first');
    await vscode.commands.executeCommand('notifications.hideToasts');
    await waitUntil(async () => (await toasts()).length === 0, 'nothing in sight');
    await vscode.commands.executeCommand('mailFlow.cancelReading');
    await waitUntil(
      async () => (await toasts()).some((toast) => toast.includes('No file is being read.')),
      'the second',
    );
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('and readings leave nothing in the log of whose mail it is, or where it lies', async () => {
    const lines: string[] = [];
    const write = (line: string) => lines.push(line);
    const log = { info: write, warn: write, error: write, debug: () => {}, trace: () => {} };
    const secret = 'secret/RECV2026032300-1.LOG of ann@fabrikam.example, 203.0.113.1';
    await runGuarded('mailFlowTest.fail', log as unknown as vscode.LogOutputChannel, () => {
      throw vscode.FileSystemError.FileNotFound(secret);
    });
    await vscode.commands.executeCommand('notifications.clearAll');
    const report = await engineReport(sampleExport());
    log.info(readingLine(report, report.files, 12));
    assert.deepEqual(lines, [
      'mailFlowTest.fail: FileNotFound',
      '1 files, extended-message-trace: 349 records, 331 used, 0 problems, 2 insights, 12 ms',
    ]);
  });

  it('of a reading that nobody has reckoned with end it: the page says why', async () => {
    const log = vscode.window.createOutputChannel('test', { log: true });
    const broken = {
      readers: () => {
        throw new Error('no threads');
      },
    } as unknown as Platform;
    const set = fileSet(writeExport('secret/broken.log', 'x'));
    const analysis = new ExportAnalysis(set, { log, platform: broken, source: new ExportSource(broken) });
    await analysis.read();
    assert.equal(analysis.state.kind, 'failed');
    const [file] = analysis.state.kind === 'failed' ? analysis.state.files : [];
    assert.match(JSON.stringify(file?.problems), /unreadable.*no threads/);
    analysis.dispose();
    log.dispose();
  });
});
