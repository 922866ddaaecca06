import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/export/exportReport';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { redactsAlways } from '../settings/settings';
import { homeOf, nameOf, type SourceSet } from '../sources/sourceSet';
import type { LastExport } from './rememberedExport';

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

/** Asks for what `given` leaves open, beginning with what was chosen last. Undefined where the user changes their mind. */
export async function chooseExport(
  analysis: ExportAnalysis,
  given: Partial<ExportChoice>,
  last: LastExport,
): Promise<ExportChoice | undefined> {
  const placeHolder = daysOf(analysis);
  const format = given.format ?? (await chooseFormat(last.format, placeHolder));
  const decided = given.isRedacted ?? (redactsAlways(analysis.uri) ? true : undefined);
  const isRedacted =
    format === undefined ? undefined : (decided ?? (await chooseRedaction(last.isRedacted, placeHolder)));
  if (format === undefined || isRedacted === undefined) {
    return undefined;
  }
  const target = given.target ?? (await chooseTarget(analysis, format, last.folder));
  if (target !== undefined && analysis.reads(target)) {
    throw new Error(vscode.l10n.t('The report cannot take the place of a file that it is about.'));
  }
  return target === undefined ? undefined : { format, isRedacted, target };
}

/** Which days a report tells of: the page usually shows fewer. */
function daysOf({ state }: ExportAnalysis): string {
  const period = state.kind === 'done' ? state.report.period : null;
  return period === null
    ? vscode.l10n.t('Filters of the page are not applied')
    : vscode.l10n.t('{0} to {1}: all days of the data; filters of the page are not applied', period.start, period.end);
}

async function chooseFormat(last: ExportFormat | undefined, placeHolder: string): Promise<ExportFormat | undefined> {
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
  const inOrder = lastFirst(formats, ({ format }) => format === last);
  return (await vscode.window.showQuickPick(inOrder, { title, placeHolder }))?.format;
}

async function chooseRedaction(last: boolean | undefined, placeHolder: string): Promise<boolean | undefined> {
  const choices = [
    { isRedacted: false, label: vscode.l10n.t('With all names') },
    {
      isRedacted: true,
      label: vscode.l10n.t('Redacted'),
      detail: vscode.l10n.t('Addresses, hosts, sender domains, connectors and files are replaced by stand-ins.'),
    },
  ];
  const title = vscode.l10n.t('Export Report');
  const inOrder = lastFirst(choices, ({ isRedacted }) => isRedacted === last);
  return (await vscode.window.showQuickPick(inOrder, { title, placeHolder }))?.isRedacted;
}

/** What was chosen last stands first, where the focus is. */
function lastFirst<T>(items: readonly T[], isLast: (item: T) => boolean): T[] {
  return [...items.filter(isLast), ...items.filter((item) => !isLast(item))];
}

async function chooseTarget(
  { set }: ExportAnalysis,
  format: ExportFormat,
  last: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const end = `tls${format === 'csv-hosts' ? '-hosts' : ''}.${ENDINGS[format]}`;
  return await vscode.window.showSaveDialog({ defaultUri: proposedTarget(set, last, end) });
}

/** Where something about a set may be written to: into `folder`, else beside it. `end`: of the file's name. */
export function proposedTarget(set: SourceSet, folder: vscode.Uri | undefined, end: string): vscode.Uri {
  const subject = set.kind === 'selection' ? 'mail-flow' : nameOf(set.uri).replace(/\.[^.]*$/, '');
  const beside = set.kind === 'folder' || set.kind === 'workspace' ? set.uri : vscode.Uri.joinPath(homeOf(set), '..');
  return vscode.Uri.joinPath(folder ?? beside, `${subject}-${end}`);
}
