import * as vscode from 'vscode';
import { version } from '../../../package.json';
import type { ExportContent, ExportContext } from '../../core/export/content';
import { evidenceOf } from '../../core/export/evidence';
import { exportReport, peersOfAll, showsHosts, showsLines } from '../../core/export/exportReport';
import { REDACT_ALL, redact } from '../../core/export/redact';
import type { AnalysisState } from '../../protocol/messages';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { verdictOf } from '../baseline/baselineFile';
import { analysisOptions } from '../settings/settings';
import { exportStrings } from '../strings';
import { chooseExport, type ExportChoice } from './exportChoice';
import type { RememberedExport } from './rememberedExport';

/** Writes the report of what has been read. Asks for what `given` leaves open; undefined where the user changes their mind. */
export async function writeReport(
  analysis: ExportAnalysis,
  given: Partial<ExportChoice>,
  remembered: RememberedExport,
): Promise<ExportChoice | undefined> {
  if (analysis.state.kind !== 'done') {
    throw new Error(vscode.l10n.t('The report can be exported once everything has been read.'));
  }
  const choice = await chooseExport(analysis, given, remembered.last);
  if (choice !== undefined) {
    const content = await contentOf(analysis, analysis.state, choice);
    const text = exportReport(choice.format, content, contextFor(analysis), { delimiter: delimiter() });
    await vscode.workspace.fs.writeFile(choice.target, new TextEncoder().encode(text));
    remembered.remember(choice.format, choice.isRedacted, choice.target);
  }
  return choice;
}

/** Opens an exported report: what spreadsheets and browsers show, with these; what is text, in an editor. */
export async function openExported({ format, target }: ExportChoice): Promise<void> {
  const isHere = target.scheme === 'file' && vscode.env.remoteName === undefined;
  const isDesktop = vscode.env.uiKind === vscode.UIKind.Desktop;
  const isText = format === 'json' || format === 'markdown';
  if (isText || !isHere || !isDesktop || !(await vscode.env.openExternal(target))) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}

async function contentOf(
  analysis: ExportAnalysis,
  { report, baseline }: Extract<AnalysisState, { kind: 'done' }>,
  { format, isRedacted }: ExportChoice,
): Promise<ExportContent> {
  const peers = showsHosts(format) ? await analysis.ask((asked) => peersOfAll(asked, report)) : [];
  if (peers === null) {
    throw new Error(vscode.l10n.t('The report can be exported once everything has been read.'));
  }
  const evidence = showsLines(format) ? await evidenceOf(report, (file) => analysis.pieces(file)) : [];
  const verdict = verdictOf(baseline);
  const held = verdict === undefined ? {} : { baseline: verdict };
  const content: ExportContent = { report, peers, evidence, redaction: null, ...held };
  return isRedacted ? redact(content, REDACT_ALL) : content;
}

function contextFor({ uri }: ExportAnalysis): ExportContext {
  const { thresholds } = analysisOptions(uri);
  return { strings: exportStrings(), locale: vscode.env.language, version, time: Date.now(), thresholds };
}

/** Spreadsheets go by the system's region: where a comma parts decimals, a semicolon parts cells. */
function delimiter(): ',' | ';' {
  return new Intl.NumberFormat().format(1.5).includes(',') ? ';' : ',';
}
