import * as vscode from 'vscode';
import { DIRECTIONS } from '../core/model/connector';
import { knownOf } from '../core/model/tls';
import { directionFigures, protectedOf } from '../core/report/figures';
import { formatCount, formatPercent } from '../core/report/percent';
import type { MailFlowReport } from '../core/report/report';
import { countOf, statesToShow } from '../core/report/shownStates';
import { fill } from '../core/report/wording';
import type { PageStrings } from '../protocol/strings';
import type { ExportAnalysis } from './exportAnalysis';

/** What has to be said beside the figures. */
interface Caveats {
  /** Reading was stopped. */
  readonly isPartial: boolean;
  /** The file has been edited and not saved. */
  readonly isUnsaved: boolean;
}

/** What the status bar item says when it is pointed at: the figures of the whole analysis period, and where they lead. */
export function glanceTooltip(
  analysis: ExportAnalysis,
  report: MailFlowReport,
  strings: PageStrings,
  { isPartial, isUnsaved }: Caveats,
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('', true);
  tooltip.isTrusted = { enabledCommands: ['mailFlow.openReport', 'mailFlow.showTlsDetails', 'mailFlow.showAnalyses'] };
  tooltip.appendMarkdown('**');
  // A file's name is text, whatever it looks like.
  tooltip.appendText(analysis.title);
  tooltip.appendMarkdown('**');
  const { period } = report;
  if (period !== null) {
    tooltip.appendMarkdown(`  \n${fill(strings.period, period.start, period.end)}`);
  }
  tooltip.appendMarkdown(`\n\n${figuresTable(report, strings)}\n\n`);
  for (const note of notesOf(report, isPartial, isUnsaved)) {
    tooltip.appendMarkdown(`${note}\n\n`);
  }
  tooltip.appendMarkdown(
    [
      link('mailFlow.openReport', analysis.key, vscode.l10n.t('Open Connector Report')),
      link('mailFlow.showTlsDetails', analysis.key, vscode.l10n.t('TLS details')),
      link('mailFlow.showAnalyses', analysis.key, vscode.l10n.t('Connectors and hosts')),
    ].join(' · '),
  );
  return tooltip;
}

/** Outbound and inbound, a row each; nothing in it comes from a file but numbers. */
function figuresTable(report: MailFlowReport, strings: PageStrings): string {
  const locale = vscode.env.language;
  const figures = DIRECTIONS.map((direction) => ({
    direction,
    ...directionFigures(report.connectors, direction, null),
  }));
  const all = figures.reduce<number[]>((sum, { tls }) => tls.map((count, state) => count + (sum[state] ?? 0)), []);
  const states = statesToShow(all, 'always');
  const titles = [
    '',
    strings['tls.messages'],
    vscode.l10n.t('Protected'),
    // A title stays on one line.
    ...states.map((state) => strings[`tls.${state}`].replaceAll(' ', '\u00a0')),
  ];
  const rows = figures.map(({ direction, messages, tls, approximate }) => [
    strings[`direction.${direction}`],
    `${approximate ? '≈ ' : ''}${formatCount(messages, locale)}`,
    knownOf(tls) === 0 ? '–' : formatPercent(protectedOf(tls), knownOf(tls), 1, locale),
    ...states.map((state) => formatCount(countOf(tls, state), locale)),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map((_, index) => (index === 0 ? ':--' : '--:'))), ...rows.map(line)].join('\n');
}

function notesOf(report: MailFlowReport, isPartial: boolean, isUnsaved: boolean): string[] {
  const warnings = report.insights.filter(({ severity }) => severity === 'warning').length;
  const locale = vscode.env.language;
  return [
    ...(isUnsaved ? [vscode.l10n.t('The file has changes that are not saved: its saved state was analysed.')] : []),
    ...(isPartial ? [vscode.l10n.t('Reading was stopped: the figures cover what had been read until then.')] : []),
    ...(warnings === 0 ? [] : [vscode.l10n.t('Warnings in Problems: {0}', formatCount(warnings, locale))]),
  ];
}

function link(command: string, key: string, title: string): string {
  return `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([key]))})`;
}
