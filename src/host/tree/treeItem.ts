import * as vscode from 'vscode';
import type { TlsState } from '../../core/model/tls';
import { knownOf } from '../../core/model/tls';
import { glanceAt } from '../../core/report/glance';
import { formatCount, formatPercent, formatShare } from '../../core/report/percent';
import { countOf, statesToShow, wholeOf } from '../../core/report/shownStates';
import { connectorLabel, fill } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import { shareRead } from '../analysis/shareRead';
import { heldSentence, isWarning } from '../problems/warnings';
import { connectorUri } from './connectorBadges';
import { hostItem, messagesOf, restItem } from './hostItem';
import { reportOf } from './treeChildren';
import { type AnalysisNode, type ConnectorNode, idOf, type TlsNode, type TreeNode } from './treeNode';

const WARNING = new vscode.ThemeColor('list.warningForeground');
const ERROR = new vscode.ThemeColor('list.errorForeground');
const GOOD = new vscode.ThemeColor('testing.iconPassed');

/** What a state of mail looks like. Colour and shape say the same, so that neither is needed. */
const STATE_ICONS: Readonly<Record<TlsState, vscode.ThemeIcon>> = {
  none: new vscode.ThemeIcon('unlock', ERROR),
  'ssl3.0': new vscode.ThemeIcon('warning', ERROR),
  tls: new vscode.ThemeIcon('lock'),
  'tls1.0': new vscode.ThemeIcon('warning', WARNING),
  'tls1.1': new vscode.ThemeIcon('warning', WARNING),
  'tls1.2': new vscode.ThemeIcon('lock', GOOD),
  'tls1.3': new vscode.ThemeIcon('verified', GOOD),
  unknown: new vscode.ThemeIcon('question'),
};

/** What a node looks like, on the screen and read out. */
export function treeItem(node: TreeNode, strings: PageStrings): vscode.TreeItem {
  const item = itemOf(node, strings);
  item.id = idOf(node);
  const spoken = [item.label, item.description, node.kind === 'connector' ? warningsIn(node) : ''];
  item.accessibilityInformation = {
    label: spoken.filter((part) => typeof part === 'string' && part !== '').join(', '),
  };
  return item;
}

function itemOf(node: TreeNode, strings: PageStrings): vscode.TreeItem {
  switch (node.kind) {
    case 'analysis':
      return analysisItem(node);
    case 'connector':
      return connectorItem(node, strings);
    case 'tls':
      return tlsItem(node, strings);
    case 'host':
      return hostItem(node, strings);
    default:
      return restItem(node);
  }
}

function analysisItem(node: AnalysisNode): vscode.TreeItem {
  const { analysis } = node;
  const { state } = analysis;
  // Open from the beginning: what VS Code has drawn without children once, it does not unfold later.
  const hasNone = state.kind !== 'reading' && (reportOf(node)?.connectors.length ?? 0) === 0;
  const item = new vscode.TreeItem(analysis.title, hasNone ? NONE : EXPANDED);
  // What is read in the background because of a setting is not for closing.
  item.contextValue = `analysis.${state.kind}${analysis.set.kind === 'workspace' ? '.workspace' : ''}`;
  item.tooltip = vscode.workspace.asRelativePath(analysis.uri);
  switch (state.kind) {
    case 'reading': {
      const part = formatShare(shareRead(state), vscode.env.language);
      item.iconPath = new vscode.ThemeIcon('loading~spin');
      item.description = vscode.l10n.t('reading, {0}', part);
      break;
    }
    case 'done': {
      const { messages, known, protected: under, approximate } = glanceAt(state.report);
      const share = formatPercent(under, known, 1, vscode.env.language);
      const part = known === 0 ? [] : [vscode.l10n.t('{0} TLS', share)];
      item.iconPath = new vscode.ThemeIcon('mail');
      item.description = [...part, messagesOf(messages, approximate)].join(' · ');
      break;
    }
    default:
      item.iconPath = new vscode.ThemeIcon('warning', WARNING);
      item.description = vscode.l10n.t('could not be read');
  }
  return item;
}

function connectorItem(node: ConnectorNode, strings: PageStrings): vscode.TreeItem {
  const { connector, tls, messages, approximate, weak, insights } = node;
  const locale = vscode.env.language;
  const item = new vscode.TreeItem(connectorLabel(strings, connector), messages === 0 ? NONE : COLLAPSED);
  const weakShare = `${formatCount(weak, locale)} (${formatPercent(weak, knownOf(tls), 1, locale)})`;
  item.description = [
    messagesOf(messages, approximate),
    ...(weak === 0 ? [] : [vscode.l10n.t('weak: {0}', weakShare)]),
  ].join(' · ');
  const colour = weak > 0 ? [WARNING] : [];
  item.iconPath = new vscode.ThemeIcon(connector.direction === 'inbound' ? 'arrow-down' : 'arrow-up', ...colour);
  item.resourceUri = connectorUri(insights.filter(isWarning).length);
  item.contextValue = `connector${connector.name === null ? '' : '.named'}${insights.length === 0 ? '' : '.insights'}`;
  item.tooltip = [
    connectorLabel(strings, connector),
    `${strings['details.type']}: ${strings[`type.${connector.type}`]}`,
    ...statesToShow(tls, 'whenAny').map((state) => `${strings[`tls.${state}`]}: ${shareOf(node, state, strings)}`),
    ...(weak === 0 ? [] : [vscode.l10n.t('Weak: without TLS, or with SSL 3.0, TLS 1.0 or TLS 1.1')]),
    ...insights.map((held) => heldSentence(held, strings, locale)),
  ].join('\n');
  return item;
}

function tlsItem({ parent, state }: TlsNode, strings: PageStrings): vscode.TreeItem {
  const item = new vscode.TreeItem(strings[`tls.${state}`], COLLAPSED);
  item.description = shareOf(parent, state, strings);
  item.iconPath = STATE_ICONS[state];
  item.contextValue = 'tls';
  item.tooltip = `${strings[`tls.${state}`]}: ${item.description}\n${connectorLabel(strings, parent.connector)}`;
  return item;
}

function warningsIn({ insights }: ConnectorNode): string {
  const warnings = insights.filter(isWarning).length;
  return warnings === 0 ? '' : vscode.l10n.t('Warnings in Problems: {0}', formatCount(warnings, vscode.env.language));
}

/** "12.0% (340)" */
function shareOf({ tls, approximate }: ConnectorNode, state: TlsState, strings: PageStrings): string {
  const locale = vscode.env.language;
  const count = `${approximate ? '≈ ' : ''}${formatCount(countOf(tls, state), locale)}`;
  return fill(
    strings['details.shareAndCount'],
    formatPercent(countOf(tls, state), wholeOf(tls, state), 1, locale),
    count,
  );
}

const { None: NONE, Collapsed: COLLAPSED, Expanded: EXPANDED } = vscode.TreeItemCollapsibleState;
