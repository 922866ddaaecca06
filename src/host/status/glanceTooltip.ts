import * as vscode from 'vscode';
import { SHOWN_DIRECTIONS } from '../../core/export/reportWords';
import { knownOf } from '../../core/model/tls';
import { directionFigures, protectedOf } from '../../core/report/figures';
import { formatCount, formatPercent } from '../../core/report/percent';
import type { MailFlowReport } from '../../core/report/report';
import { countOf, statesToShow } from '../../core/report/shownStates';
import { fill } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { warningNotes } from '../problems/warningNotes';
import { heldInsights, isKnownWarning, isWarning } from '../problems/warnings';

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
  for (const note of notesOf(analysis, isPartial, isUnsaved)) {
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

/** A column each for outbound and inbound, narrow enough for any window; nothing in it comes from a file but numbers. */
function figuresTable(report: MailFlowReport, strings: PageStrings): string {
  const locale = vscode.env.language;
  const figures = SHOWN_DIRECTIONS.map((direction) => ({
    direction,
    ...directionFigures(report.connectors, direction, null),
  }));
  const all = figures.reduce<number[]>((sum, { tls }) => tls.map((count, state) => count + (sum[state] ?? 0)), []);
  const row = (title: string, cell: (of: (typeof figures)[number]) => string): string =>
    `| ${[title, ...figures.map(cell)].join(' | ')} |`;
  return [
    row('', ({ direction }) => strings[`direction.${direction}`]),
    '| :-- | --: | --: |',
    row(
      strings['tls.messages'],
      ({ messages, approximate }) => `${approximate ? '≈ ' : ''}${formatCount(messages, locale)}`,
    ),
    row(vscode.l10n.t('Protected'), ({ tls }) =>
      knownOf(tls) === 0 ? '–' : formatPercent(protectedOf(tls), knownOf(tls), 1, locale),
    ),
    ...statesToShow(all, 'always').map((state) =>
      row(strings[`tls.${state}`], ({ tls }) => formatCount(countOf(tls, state), locale)),
    ),
  ].join('\n');
}

function notesOf({ state }: ExportAnalysis, isPartial: boolean, isUnsaved: boolean): string[] {
  const held = heldInsights(state);
  return [
    ...(isUnsaved ? [vscode.l10n.t('The file has changes that are not saved: its saved state was analysed.')] : []),
    ...(isPartial ? [vscode.l10n.t('Reading was stopped: the figures cover what had been read until then.')] : []),
    ...warningNotes(held.filter(isWarning).length, held.filter(isKnownWarning).length),
  ];
}

function link(command: string, key: string, title: string): string {
  return `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([key]))})`;
}
