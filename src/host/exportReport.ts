import * as vscode from 'vscode';
import { version } from '../../package.json';
import type { ExportContent, ExportContext } from '../core/export/content';
import { evidenceOf } from '../core/export/evidence';
import { type ExportFormat, exportReport, peersOfAll, showsHosts, showsLines } from '../core/export/exportReport';
import { REDACT_ALL, redact } from '../core/export/redact';
import type { MailFlowReport } from '../core/report/report';
import type { ExportAnalysis } from './exportAnalysis';
import { analysisOptions } from './settings';
import { exportStrings } from './strings';

/** What the report of an export is written as, and where to. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly isRedacted: boolean;
  readonly target: vscode.Uri;
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  html: 'html',
  csv: 'csv',
  'csv-hosts': 'csv',
  markdown: 'md',
  json: 'json',
};

/** Writes the report of an export that has been read, and returns where to. Asks for what `given` leaves open. */
export async function writeReport(
  analysis: ExportAnalysis,
  given: Partial<ExportChoice>,
): Promise<vscode.Uri | undefined> {
  if (analysis.state.kind !== 'done') {
    throw new Error(vscode.l10n.t('The report can be exported once the file has been read.'));
  }
  const choice = await choose(analysis, given);
  if (choice !== undefined) {
    const content = await contentOf(analysis, analysis.state.report, choice);
    const text = exportReport(choice.format, content, contextFor(analysis), { delimiter: delimiter() });
    await vscode.workspace.fs.writeFile(choice.target, new TextEncoder().encode(text));
  }
  return choice?.target;
}

async function choose(analysis: ExportAnalysis, given: Partial<ExportChoice>): Promise<ExportChoice | undefined> {
  const format = given.format ?? (await chooseFormat());
  const isRedacted = format === undefined ? undefined : (given.isRedacted ?? (await chooseRedaction()));
  if (format === undefined || isRedacted === undefined) {
    return undefined;
  }
  const target = given.target ?? (await chooseTarget(analysis, format));
  if (target?.toString() === analysis.uri.toString()) {
    throw new Error(vscode.l10n.t('The report cannot take the place of the file that it is about.'));
  }
  return target === undefined ? undefined : { format, isRedacted, target };
}

async function chooseFormat(): Promise<ExportFormat | undefined> {
  const formats: (vscode.QuickPickItem & { readonly format: ExportFormat })[] = [
    { format: 'html', label: vscode.l10n.t('Audit report'), description: vscode.l10n.t('HTML, to print or hand on') },
    {
      format: 'csv',
      label: vscode.l10n.t('Details table'),
      description: vscode.l10n.t('CSV, a row per connector and day'),
    },
    { format: 'csv-hosts', label: vscode.l10n.t('Remote hosts and senders'), description: 'CSV' },
    {
      format: 'markdown',
      label: vscode.l10n.t('Summary'),
      description: vscode.l10n.t('Markdown, for a ticket or a wiki'),
    },
    { format: 'json', label: vscode.l10n.t('Report for programs'), description: 'JSON' },
  ];
  const title = vscode.l10n.t('Export Report');
  return (await vscode.window.showQuickPick(formats, { title }))?.format;
}

async function chooseRedaction(): Promise<boolean | undefined> {
  const choices = [
    { isRedacted: false, label: vscode.l10n.t('With all names') },
    {
      isRedacted: true,
      label: vscode.l10n.t('Redacted'),
      detail: vscode.l10n.t('Addresses, hosts, sender domains, connectors and files are replaced by stand-ins.'),
    },
  ];
  const title = vscode.l10n.t('Export Report');
  return (await vscode.window.showQuickPick(choices, { title }))?.isRedacted;
}

async function chooseTarget({ uri, title }: ExportAnalysis, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const name = `${title.replace(/\.[^.]*$/, '')}-tls${format === 'csv-hosts' ? '-hosts' : ''}.${ENDINGS[format]}`;
  return await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(uri, '..', name) });
}

async function contentOf(
  analysis: ExportAnalysis,
  report: MailFlowReport,
  { format, isRedacted }: ExportChoice,
): Promise<ExportContent> {
  const peers = showsHosts(format) ? await analysis.ask((asked) => peersOfAll(asked, report)) : [];
  if (peers === null) {
    throw new Error(vscode.l10n.t('The report can be exported once the file has been read.'));
  }
  const evidence = showsLines(format) ? await evidenceOf(report, () => analysis.pieces()) : [];
  const content: ExportContent = { report, peers, evidence, redaction: null };
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
