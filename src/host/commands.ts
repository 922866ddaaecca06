import * as vscode from 'vscode';
import type { Direction } from '../core/model/connector';
import type { AnalysisStore } from './analysisStore';
import { activeTabUri } from './openExports';
import type { ReportEditor, ShowOptions } from './reportEditor';
import { WIDGET_VIEW } from './widgetView';

/** Names of files that may be exports: on one that is none, the report says what it saw. */
const CANDIDATE = /\.(csv|log|txt|tsv)$/i;

/** What commands work on. */
export interface CommandContext {
  readonly store: AnalysisStore;
  readonly editor: ReportEditor;
  readonly log: vscode.LogOutputChannel;
}

/** Registers every command of package.json. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const { store, editor, log } = context;
  const commands: Record<string, (uri?: unknown, more?: unknown) => Promise<void> | void> = {
    'mailFlow.openReport': async (uri, more) =>
      openReport(editor, await exportFor(store, uri), { flyout: false, ...directionIn(more) }),
    'mailFlow.showTlsDetails': async (uri) => openReport(editor, await exportFor(store, uri), { flyout: true }),
    'mailFlow.openExport': async () => openReport(editor, await askForExport(), { flyout: false }),
    'mailFlow.showWidget': async () => {
      await vscode.commands.executeCommand(`${WIDGET_VIEW}.focus`);
    },
    'mailFlow.readAgain': async (uri) => {
      const chosen = await exportFor(store, uri);
      if (chosen !== undefined) {
        await store.open(chosen).read(true);
      }
    },
    'mailFlow.showLog': () => log.show(true),
  };
  const registered = Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(id, (uri?: unknown, more?: unknown) => guarded(log, () => run(uri, more))),
  );
  return vscode.Disposable.from(...registered);
}

async function openReport(editor: ReportEditor, uri: vscode.Uri | undefined, options: ShowOptions): Promise<void> {
  if (uri !== undefined) {
    await editor.show(uri, options);
  }
}

/** The direction that the side bar asks for; menus hand over something else. */
function directionIn(more: unknown): { readonly direction?: Direction } {
  const direction = typeof more === 'object' && more !== null && 'direction' in more ? more.direction : null;
  return direction === 'inbound' || direction === 'outbound' ? { direction } : {};
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
    filters: { [vscode.l10n.t('Mail exports')]: ['csv', 'log', 'txt', 'tsv'], [vscode.l10n.t('All files')]: ['*'] },
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
