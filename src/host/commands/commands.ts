import * as vscode from 'vscode';
import type { PageStrings } from '../../protocol/strings';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { AutoAnalysis } from '../analysis/autoAnalysis';
import { whenRead } from '../analysis/whenRead';
import { comparisonCommands } from '../compare/comparisonCommands';
import type { ExportChoice } from '../export/exportChoice';
import type { RememberedExport } from '../export/rememberedExport';
import { WIDGET_VIEW } from '../identifiers';
import { insightCommands } from '../insights/insightCommands';
import type { ShowOptions } from '../pages/reportRequests';
import type { Reports } from '../pages/reports';
import { lookInto } from '../recognition/fileLook';
import { askForExport, askForFiles, askForFolder } from '../sources/askForSources';
import type { ExportSource } from '../sources/exportSource';
import { chosenSet, fileSet, type SourceSet } from '../sources/sourceSet';
import type { CommandTarget } from './commandTarget';
import type { CommandHandler } from './runGuarded';

/** What commands work on. */
export interface CommandContext {
  readonly store: AnalysisStore;
  readonly target: CommandTarget;
  readonly reports: Reports;
  readonly source: ExportSource;
  readonly strings: PageStrings;
  readonly log: vscode.LogOutputChannel;
  readonly exports: RememberedExport;
  readonly auto: AutoAnalysis;
  /** Where the package lies. */
  readonly extension: vscode.Uri;
}

/** The commands of package.json that find and open reports; and those about insights and comparisons. */
export function openingCommands(context: CommandContext): Record<string, CommandHandler> {
  const { store, target, reports, source, log, auto } = context;
  return {
    ...insightCommands(context, target),
    ...comparisonCommands(context, target),
    'mailFlow.useHighlighting': async (uri) => {
      const { useHighlighting } = await import('../seldomUsed');
      await useHighlighting(await target.file(uri), source);
    },
    'mailFlow.openReport': async (uri, choice) => show(reports, await target.set(uri), directionIn(choice)),
    'mailFlow.showTlsDetails': async (uri) => show(reports, await target.set(uri), { flyout: true }),
    'mailFlow.openExport': async () => {
      const chosen = await askForExport();
      await show(reports, chosen && fileSet(chosen));
    },
    'mailFlow.analyzeFolder': async (uri) =>
      show(reports, uri instanceof vscode.Uri ? { kind: 'folder', uri } : await askForFolder()),
    'mailFlow.analyzeFiles': async () => show(reports, await askForFiles()),
    'mailFlow.analyzeSelection': async (uri, chosen) => show(reports, await selected(uri, chosen)),
    'mailFlow.showWidget': async () => {
      await vscode.commands.executeCommand(`${WIDGET_VIEW}.focus`);
    },
    'mailFlow.readAgain': async (uri) => {
      const set = await target.set(uri);
      const known = set && store.known(set);
      await (known === undefined ? show(reports, set) : known.read(true));
    },
    'mailFlow.exportReport': async (uri, choice) => exportReport(context, await target.set(uri), choice),
    'mailFlow.chooseFormat': async (uri, choice) => changeFormat(context, await target.file(uri), choice),
    'mailFlow.mapColumns': async (uri) => {
      const chosen = await target.file(uri);
      await show(reports, chosen && fileSet(chosen), { mapping: true });
    },
    'mailFlow.stopAutoAnalysis': () => auto.stop(),
    'mailFlow.showLog': () => log.show(true),
  };
}

async function show(reports: Reports, set: SourceSet | undefined, options: ShowOptions = {}): Promise<void> {
  if (set !== undefined) {
    await reports.show(set, options);
  }
}

/** What is selected in the Explorer: its menu hands over the entry that was clicked on, and all of them. */
async function selected(uri: unknown, chosen: unknown): Promise<SourceSet | undefined> {
  const all: unknown[] = Array.isArray(chosen) && chosen.length > 0 ? chosen : [uri];
  const uris = all.filter((one) => one instanceof vscode.Uri);
  return uris.length === 0 ? askForFiles() : chosenSet(uris);
}

/** The direction that is asked for; menus hand over something else. */
function directionIn(choice: unknown): ShowOptions {
  const direction = typeof choice === 'object' && choice !== null && 'direction' in choice ? choice.direction : null;
  return direction === 'inbound' || direction === 'outbound' ? { direction } : {};
}

/** Writes the report of a set to a file, and offers to open it. `choice`: what is not to be asked for. */
async function exportReport(
  { store, reports, exports }: CommandContext,
  set: SourceSet | undefined,
  choice: unknown,
): Promise<void> {
  if (set === undefined) {
    return;
  }
  if (store.known(set) === undefined) {
    await reports.show(set);
  }
  const analysis = store.openSet(set);
  await whenRead(analysis, store);
  const given = typeof choice === 'object' && choice !== null ? (choice as Partial<ExportChoice>) : {};
  const { openExported, writeReport } = await import('../seldomUsed');
  const written = await writeReport(analysis, given, exports);
  if (written !== undefined && given.target === undefined) {
    const open = vscode.l10n.t('Open');
    const message = vscode.l10n.t('The report was written to {0}.', vscode.workspace.asRelativePath(written.target));
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await openExported(written);
    }
  }
}

/** Asks for the format of a file and shows what comes of it; on the page where one is, if `choice` says that it stays. */
async function changeFormat(
  { reports, source, strings }: CommandContext,
  uri: vscode.Uri | undefined,
  choice: unknown,
): Promise<void> {
  if (uri === undefined) {
    return;
  }
  const look = await lookInto(source, uri);
  if (look === undefined) {
    throw new Error(vscode.l10n.t('No format can be chosen for this file: it is empty, no text, or cannot be read.'));
  }
  const { chooseFormat } = await import('../seldomUsed');
  const answer = await chooseFormat(uri, look, strings);
  const stays = typeof choice === 'object' && choice !== null && 'stays' in choice && choice.stays === true;
  if (answer === 'mapColumns' || (answer !== undefined && !stays)) {
    await reports.show(fileSet(uri), { mapping: answer === 'mapColumns' });
  }
}
