// What tests do with VS Code again and again.
import { createReadStream } from 'node:fs';
import * as vscode from 'vscode';
import { Analysis } from '../../src/core/analyze';
import { DEFAULT_THRESHOLDS } from '../../src/core/insights/thresholds';
import { dayOf } from '../../src/core/model/day';
import { readHere } from '../../src/core/readHere';
import type { MailFlowReport } from '../../src/core/report/report';
import { pause } from '../../src/platform/node/pause';
import { waitUntil, workbench } from './page';

/** The titles of our pages' documents. */
export const REPORT_PAGE = 'Connector report';
export const WIDGET_PAGE = 'Outbound and inbound mail flow';

/** Opens a file with VS Code's own editor; works for files of any size. */
export async function openAsText(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri);
  await waitUntil(
    () => vscode.window.tabGroups.all.some((group) => group.tabs.some((tab) => isTextTab(tab, uri))),
    `a tab with ${uri.path}`,
    60_000,
  );
}

/** Opens a file's Connector report by command. */
export async function openReport(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('mailFlow.openReport', uri);
}

export async function closeAllEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await waitUntil(() => vscode.window.tabGroups.all.every((group) => group.tabs.length === 0), 'no tabs');
}

/** Opens the Explorer's menu on a file and chooses an entry; `inner`: one of the menu below it. */
export async function chooseInExplorer(uri: vscode.Uri, entry: string, inner?: string): Promise<void> {
  await selectInExplorer(uri);
  await chooseInMenu(entry, inner);
}

/** Selects a file or a folder in the Explorer, whose tree then has the focus. */
export async function selectInExplorer(uri: vscode.Uri): Promise<void> {
  const name = uri.path.split('/').at(-1) ?? '';
  const selected = '.explorer-folders-view .monaco-list-row.selected';
  await waitUntil(async () => {
    // A file that has just been written may not be in the tree yet.
    await vscode.commands.executeCommand('revealInExplorer', uri);
    return (await workbench.texts(selected)).some((row) => row.startsWith(name));
  }, `${name} selected`);
  await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
}

/** Opens the menu of what has the focus and chooses an entry; `inner`: one of the menu below it. */
export async function chooseInMenu(entry: string, inner?: string): Promise<void> {
  const label = '.monaco-menu .action-label';
  // The tree takes no notice of keys until some time after it got the focus, and its menu none of the mouse after it opened.
  await waitUntil(async () => {
    const offered = await workbench.texts(label);
    if (!offered.includes(entry)) {
      // An open menu without the entry is that of something else, which had the focus before.
      await workbench.key(offered.length > 0 ? 'Escape' : 'Shift+F10');
      return false;
    }
    await workbench.hover(`${label} >> nth=0`);
    await workbench.hover(`${label}:text-is("${entry}")`);
    return (await workbench.texts('.monaco-menu .action-item.focused')).includes(entry);
  }, `${entry} in the menu`);
  if (inner !== undefined) {
    await unfoldInMenu();
    await workbench.hover(`${INNER}:text-is("${inner}")`);
    await waitUntil(
      async () => (await workbench.texts('.monaco-submenu .action-item.focused')).includes(inner),
      `${inner} in the menu below`,
    );
  }
  await workbench.key('Enter');
}

const INNER = '.monaco-submenu .action-label';

/** Unfolds the menu below the entry that has the focus; returns what it offers. */
async function unfoldInMenu(): Promise<readonly string[]> {
  await workbench.key('ArrowRight');
  return waitUntil(async () => {
    const found = await workbench.texts(INNER);
    return found.length > 0 ? found : undefined;
  }, 'the menu below');
}

/** What the Explorer's menu offers on a file. */
export async function explorerMenu(uri: vscode.Uri): Promise<readonly string[]> {
  await selectInExplorer(uri);
  const label = '.monaco-menu .action-label';
  const labels = await waitUntil(async () => {
    const found = await workbench.texts(label);
    if (found.length === 0) {
      await workbench.key('Shift+F10');
    }
    return found.length > 0 ? found : undefined;
  }, 'the menu');
  await workbench.key('Escape');
  await waitUntil(async () => (await workbench.texts(label)).length === 0, 'no menu');
  return labels;
}

/** Waits until a file has as many of our entries in Problems. */
export function problemsOf(uri: vscode.Uri, count: number, ms = 30_000): Promise<vscode.Diagnostic[]> {
  const ours = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Mail Flow Insights');
  return waitUntil(() => (ours().length === count ? ours() : undefined), `${count} problems of ${uri.path}`, ms);
}

/** The rule that an entry stands for. */
export function codeOf(problem: vscode.Diagnostic | undefined): string | number | undefined {
  return typeof problem?.code === 'object' ? problem.code.value : problem?.code;
}

/** What the engine says of a file, worked out here, apart from the extension. */
export async function engineReport(uri: vscode.Uri, missingTlsMeansNone = false): Promise<MailFlowReport> {
  return (await engineAnalysis([uri], missingTlsMeansNone)).report();
}

/** The same of several files, before anything is asked of it. */
export async function engineAnalysis(uris: readonly vscode.Uri[], missingTlsMeansNone = false): Promise<Analysis> {
  const analysis = new Analysis(
    uris.map((uri) => vscode.workspace.asRelativePath(uri)),
    {
      missingTlsMeansNone,
      dateOrder: 'monthFirst',
      today: dayOf(Date.now()),
      thresholds: DEFAULT_THRESHOLDS,
      typeOf: () => 'Unknown',
    },
  );
  for (const [position, uri] of uris.entries()) {
    const open = (): AsyncIterable<Uint8Array> => createReadStream(uri.fsPath);
    await readHere(analysis, position, { path: uri.fsPath, open }, { pause, isCancelled: () => false });
  }
  await analysis.finish({ pause });
  return analysis;
}

function isTextTab(tab: vscode.Tab, uri: vscode.Uri): boolean {
  return tab.input instanceof vscode.TabInputText
    ? tab.input.uri.toString() === uri.toString()
    : tab.input === undefined && tab.label === uri.path.split('/').at(-1);
}
