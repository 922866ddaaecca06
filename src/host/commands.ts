import * as vscode from 'vscode';
import type { PageStrings } from '../protocol/strings';
import { isTreeNode } from './analyses/treeNode';
import type { AnalysisStore } from './analysisStore';
import { type ExportChoice, writeReport } from './exportReport';
import type { ExportSource } from './exportSource';
import { lookInto } from './fileLook';
import { chooseFormat } from './formatChoice';
import { activeTabUri } from './openExports';
import { registerAll } from './registerAll';
import type { ReportEditor, ShowOptions } from './reportEditor';
import { whenRead } from './whenRead';
import { WIDGET_VIEW } from './widgetView';

/** Names of files that may be exports: on one that is none, the report says what it saw. */
const CANDIDATE = /\.(csv|log|txt|tsv|json|jsonl|ndjson|gz|zip)$/i;

/** What commands work on. */
export interface CommandContext {
  readonly store: AnalysisStore;
  readonly editor: ReportEditor;
  readonly source: ExportSource;
  readonly strings: PageStrings;
  readonly log: vscode.LogOutputChannel;
}

/** Registers every command of package.json. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const { store, editor, log } = context;
  const commands: Record<string, (uri?: unknown, choice?: unknown) => Promise<void> | void> = {
    'mailFlow.openReport': async (uri, choice) => openReport(editor, await exportFor(store, uri), directionIn(choice)),
    'mailFlow.showTlsDetails': async (uri) => openReport(editor, await exportFor(store, uri), { flyout: true }),
    'mailFlow.openExport': async () => openReport(editor, await askForExport(), {}),
    'mailFlow.showWidget': async () => {
      await vscode.commands.executeCommand(`${WIDGET_VIEW}.focus`);
    },
    'mailFlow.readAgain': async (uri) => {
      const chosen = await exportFor(store, uri);
      const known = chosen === undefined ? undefined : store.get(chosen);
      await (known === undefined ? openReport(editor, chosen, {}) : known.read(true));
    },
    'mailFlow.exportReport': async (uri, choice) => exportReport(context, await exportFor(store, uri), choice),
    'mailFlow.chooseFormat': async (uri) => changeFormat(context, await exportFor(store, uri)),
    'mailFlow.mapColumns': async (uri) => {
      const chosen = await exportFor(store, uri);
      if (chosen !== undefined) {
        await editor.show(chosen, { mapping: true });
      }
    },
    'mailFlow.showLog': () => log.show(true),
  };
  return registerAll(commands, log);
}

async function openReport(editor: ReportEditor, uri: vscode.Uri | undefined, options: ShowOptions): Promise<void> {
  if (uri !== undefined) {
    await editor.show(uri, options);
  }
}

/** The direction that the side bar asks for; menus hand over something else. */
function directionIn(choice: unknown): ShowOptions {
  const direction = typeof choice === 'object' && choice !== null && 'direction' in choice ? choice.direction : null;
  return direction === 'inbound' || direction === 'outbound' ? { direction } : {};
}

/** Writes the report of an export to a file, and offers to open it. `choice`: what is not to be asked for. */
async function exportReport(
  { store, editor }: CommandContext,
  uri: vscode.Uri | undefined,
  choice: unknown,
): Promise<void> {
  if (uri === undefined) {
    return;
  }
  if (store.get(uri) === undefined) {
    await editor.show(uri);
  }
  const analysis = store.open(uri);
  await whenRead(analysis, store);
  const given = typeof choice === 'object' && choice !== null ? (choice as Partial<ExportChoice>) : {};
  const written = await writeReport(analysis, given);
  if (written !== undefined && given.target === undefined) {
    const open = vscode.l10n.t('Open');
    const message = vscode.l10n.t('The report was written to {0}.', vscode.workspace.asRelativePath(written));
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await vscode.env.openExternal(written);
    }
  }
}

/** Asks for the format of a file and shows what comes of it. */
async function changeFormat({ editor, source, strings }: CommandContext, uri: vscode.Uri | undefined): Promise<void> {
  const look = uri === undefined ? undefined : await lookInto(source, uri);
  if (uri === undefined) {
    return;
  }
  if (look === undefined) {
    throw new Error(vscode.l10n.t('No format can be chosen for this file: it is empty, no text, or cannot be read.'));
  }
  const answer = await chooseFormat(uri, look, strings);
  if (answer !== undefined) {
    await editor.show(uri, { mapping: answer === 'mapColumns' });
  }
}

/** The menu's file or node, else the export in the active tab, else the one the widget shows, else the user is asked. */
export async function exportFor(store: AnalysisStore, on: unknown): Promise<vscode.Uri | undefined> {
  if (on instanceof vscode.Uri) {
    return on;
  }
  if (isTreeNode(on)) {
    return on.analysis.uri;
  }
  const active = activeTabUri();
  const isExport = active !== undefined && (store.get(active) !== undefined || CANDIDATE.test(active.path));
  return isExport ? active : (store.current?.uri ?? (await askForExport()));
}

async function askForExport(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    ...(folder === undefined ? {} : { defaultUri: folder }),
    title: vscode.l10n.t('Open Mail Export'),
    openLabel: vscode.l10n.t('Open Connector Report'),
    filters: {
      [vscode.l10n.t('Mail exports')]: ['csv', 'log', 'txt', 'tsv', 'json', 'jsonl', 'ndjson', 'gz', 'zip'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  return chosen?.[0];
}
