import * as vscode from 'vscode';
import { glanceAt } from '../../core/report/glance';
import { formatCount, formatPercent, formatShare } from '../../core/report/percent';
import type { MailFlowReport } from '../../core/report/report';
import type { PageStrings } from '../../protocol/strings';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { shareRead } from '../analysis/shareRead';
import { PANEL_VIEW_TYPE, REPORT_VIEW_TYPE } from '../identifiers';
import { activeTabUri } from '../recognition/openExports';
import { glanceTooltip } from './glanceTooltip';

/** What the status bar item shows. */
interface Shown {
  readonly text: string;
  /** The same in words, for whoever cannot see the icons. */
  readonly label: string;
  readonly tooltip: vscode.MarkdownString;
  readonly command: vscode.Command;
}

/**
 * The status bar item: what the file in the active editor comes to. There where that is an export or its report, and nowhere
 * else.
 */
export class StatusBar implements vscode.Disposable {
  readonly #store: AnalysisStore;
  readonly #strings: PageStrings;
  readonly #item = vscode.window.createStatusBarItem('mailFlow.glance', vscode.StatusBarAlignment.Left);
  readonly #subscription: vscode.Disposable;
  #shown = '';

  constructor(store: AnalysisStore, strings: PageStrings) {
    this.#store = store;
    this.#strings = strings;
    this.#item.name = vscode.l10n.t('Mail Flow');
    const follow = (analysis: ExportAnalysis | undefined): void => {
      if (analysis === this.#active) {
        this.#update();
      }
    };
    this.#subscription = vscode.Disposable.from(
      this.#item,
      store.onDidChange(follow),
      store.onDidChangeNotes(follow),
      store.onDidRemove(() => this.#update()),
      store.onDidChangeCurrent(() => this.#update()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#update()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#update()),
    );
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(): void {
    const analysis = this.#active;
    if (analysis === undefined) {
      this.#shown = '';
      this.#item.hide();
      return;
    }
    const { text, label, tooltip, command } = this.#of(analysis);
    // A keystroke in the file is no reason to draw the bar anew.
    const shown = JSON.stringify([text, tooltip.value, command]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#item.text = text;
      this.#item.tooltip = tooltip;
      this.#item.accessibilityInformation = { label, role: 'button' };
      this.#item.command = command;
      this.#item.show();
    }
  }

  /** The analysis of what the active tab shows. */
  get #active(): ExportAnalysis | undefined {
    const uri = activeTabUri();
    return uri === undefined ? (isPanelActive() ? this.#store.current : undefined) : this.#store.get(uri);
  }

  #of(analysis: ExportAnalysis): Shown {
    const { state } = analysis;
    switch (state.kind) {
      case 'done':
        return this.#done(analysis, state.report, state.cancelled);
      case 'failed':
        return {
          text: `$(warning) ${vscode.l10n.t('Not read')}`,
          label: vscode.l10n.t('Mail flow: the file could not be read'),
          tooltip: new vscode.MarkdownString(vscode.l10n.t('The file could not be read. The report says why.')),
          command: openReport(analysis),
        };
      default:
        return this.#reading(analysis);
    }
  }

  #reading(analysis: ExportAnalysis): Shown {
    const share = formatShare(shareRead(analysis.state), vscode.env.language);
    const sentence = vscode.l10n.t('Reading: {0}. Choose to stop; what has been read stays.', share);
    return {
      text: `$(sync~spin) ${vscode.l10n.t('Mail flow: {0}', share)}`,
      label: vscode.l10n.t('Mail flow: {0}', sentence),
      tooltip: new vscode.MarkdownString(sentence),
      command: { command: 'mailFlow.cancelReading', title: '', arguments: [analysis.key] },
    };
  }

  #done(analysis: ExportAnalysis, report: MailFlowReport, isPartial: boolean): Shown {
    const glance = glanceAt(report);
    const locale = vscode.env.language;
    const about = glance.approximate ? '≈ ' : '';
    const share = formatPercent(glance.protected, glance.known, 1, locale);
    const [short, long] =
      glance.messages === 0
        ? [vscode.l10n.t('No messages'), vscode.l10n.t('the file tells of no messages')]
        : glance.known === 0
          ? [vscode.l10n.t('TLS not told'), vscode.l10n.t('the file does not tell how messages travelled')]
          : [
              vscode.l10n.t('{0} TLS', `${about}${share}`),
              vscode.l10n.t('{0} of messages were protected in transit by TLS', share),
            ];
    const old = glance.onTls10 === 0 ? [] : [vscode.l10n.t('{0} on TLS 1.0', formatCount(glance.onTls10, locale))];
    const unsaved = (analysis.notes?.unsaved ?? 0) > 0;
    const notes = [
      ...(isPartial ? [vscode.l10n.t('partly read')] : []),
      ...(unsaved ? [vscode.l10n.t('as saved')] : []),
    ];
    const label = [
      vscode.l10n.t('Mail flow: {0}', long),
      ...(glance.onTls10 === 0
        ? []
        : [vscode.l10n.t('connectors with TLS 1.0: {0}', formatCount(glance.onTls10, locale))]),
      ...notes,
    ];
    return {
      text: `$(mail) ${[short, ...old, ...notes].join(' · ')}`,
      label: label.join(', '),
      tooltip: glanceTooltip(analysis, report, this.#strings, { isPartial, isUnsaved: unsaved }),
      command: isReportActive()
        ? { command: 'mailFlow.showAnalyses', title: '', arguments: [analysis.key] }
        : openReport(analysis),
    };
  }
}

function openReport({ key }: ExportAnalysis): vscode.Command {
  return { command: 'mailFlow.openReport', title: '', arguments: [key] };
}

/** True where the active tab is a report of several files. */
function isPanelActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  // VS Code puts a prefix of its own before a panel's view type.
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANEL_VIEW_TYPE);
}

/** True where the active tab is a report, of one file or of several. */
function isReportActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return (input instanceof vscode.TabInputCustom && input.viewType === REPORT_VIEW_TYPE) || isPanelActive();
}
