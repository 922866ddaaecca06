import * as vscode from 'vscode';
import type { PageStrings } from '../protocol/strings';
import type { AnalysisStore } from './analysisStore';
import { type ExportChoice, writeReport } from './exportReport';
import type { ExportSource } from './exportSource';
import { lookInto } from './fileLook';
import { chooseFormat } from './formatChoice';
import { insightCommands } from './insights/insightCommands';
import { useHighlighting } from './language/highlighting';
import { activeTabUri } from './openExports';
import type { ReportEditor, ShowOptions } from './reportEditor';
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
  /** Where the package lies. */
  readonly extension: vscode.Uri;
}

/** Registers every command of package.json. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const { store, editor, source, log } = context;
  const commands: Record<string, (...given: readonly unknown[]) => Promise<void> | void> = {
    ...insightCommands(context, (uri) => exportFor(store, uri)),
    'mailFlow.useHighlighting': async (uri) => useHighlighting(await exportFor(store, uri), source),
    'mailFlow.openReport': async (uri, choice) => openReport(editor, await exportFor(store, uri), directionIn(choice)),
    'mailFlow.showTlsDetails': async (uri) => openReport(editor, await exportFor(store, uri), { flyout: true }),
    'mailFlow.openExport': async () => openReport(editor, await askForExport(), {}),
    'mailFlow.showWidget': async () => {
      await vscode.commands.executeCommand(`${WIDGET_VIEW}.focus`);
    },
    'mailFlow.readAgain': async (uri) => {
      const chosen = await exportFor(store, uri);
      if (chosen !== undefined) {
        await store.open(chosen).read(true);
      }
    },
    'mailFlow.exportReport': async (uri, choice) => exportReport(store, await exportFor(store, uri), choice),
    'mailFlow.chooseFormat': async (uri) => changeFormat(context, await exportFor(store, uri)),
    'mailFlow.mapColumns': async (uri) => {
      const chosen = await exportFor(store, uri);
      if (chosen !== undefined) {
        await editor.show(chosen, { mapping: true });
      }
    },
    'mailFlow.showLog': () => log.show(true),
  };
  const registered = Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(id, (...given: readonly unknown[]) => guarded(log, () => run(...given))),
  );
  return vscode.Disposable.from(...registered);
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
async function exportReport(store: AnalysisStore, uri: vscode.Uri | undefined, choice: unknown): Promise<void> {
  if (uri === undefined) {
    return;
  }
  const given = typeof choice === 'object' && choice !== null ? (choice as Partial<ExportChoice>) : {};
  const written = await writeReport(store.open(uri), given);
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

/** The menu's file, else the export in the active tab, else the one the widget shows, else the user is asked. */
async function exportFor(store: AnalysisStore, uri: unknown): Promise<vscode.Uri | undefined> {
  if (uri instanceof vscode.Uri) {
    return uri;
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

/** One wrapper for all: an error is logged and shown once, with a way to the log. */
async function guarded(log: vscode.LogOutputChannel, run: () => Promise<void> | void): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    const message = error instanceof Error ? error.message : String(error);
    if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) {
      log.show();
    }
  }
}
