import * as vscode from 'vscode';
import type { TlsState } from '../../core/model/tls';
import { knownOf } from '../../core/model/tls';
import { glanceAt } from '../../core/report/glance';
import { formatCount, formatPercent } from '../../core/report/percent';
import { countOf, statesToShow, wholeOf } from '../../core/report/shownStates';
import { connectorLabel, fill, insightMessage } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import { connectorUri } from './connectorBadges';
import { reportOf, warningsOf } from './treeChildren';
import {
  type AnalysisNode,
  type ConnectorNode,
  type HostNode,
  idOf,
  type RestNode,
  type TlsNode,
  type TreeNode,
} from './treeNode';

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
      const { bytesRead, bytesTotal } = state.progress;
      const share = new Intl.NumberFormat(vscode.env.language, { style: 'percent' });
      const part = share.format(bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal));
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
  item.resourceUri = connectorUri(warningsOf(insights));
  item.contextValue = `connector${connector.name === null ? '' : '.named'}${insights.length === 0 ? '' : '.insights'}`;
  item.tooltip = [
    connectorLabel(strings, connector),
    `${strings['details.type']}: ${strings[`type.${connector.type}`]}`,
    ...statesToShow(tls, 'whenAny').map((state) => `${strings[`tls.${state}`]}: ${shareOf(node, state, strings)}`),
    ...(weak === 0 ? [] : [vscode.l10n.t('Weak: without TLS, or with SSL 3.0, TLS 1.0 or TLS 1.1')]),
    ...insights.map((insight) => insightMessage(strings, insight, locale)),
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

function hostItem(node: HostNode, strings: PageStrings): vscode.TreeItem {
  const { row } = node;
  const day = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const item = new vscode.TreeItem(row.host === '' ? strings.notTold : row.host, NONE);
  item.description = formatCount(row.messages, vscode.env.language);
  item.iconPath = new vscode.ThemeIcon(row.host === '' ? 'question' : 'server');
  item.contextValue = row.host === '' ? 'host' : 'host.named';
  item.tooltip = [
    `${item.label}: ${messagesOf(row.messages, false)}`,
    vscode.l10n.t('{0} to {1} (UTC)', day.format(row.firstSeen), day.format(row.lastSeen)),
    ...row.peers.flatMap(({ sender, cipher, messages }) => {
      const told = [sender, cipher].filter((part) => part !== '').join(' · ');
      return told === '' ? [] : [`${told}: ${formatCount(messages, vscode.env.language)}`];
    }),
    fill(strings.lineOfFile, row.first.file, formatCount(row.first.line, vscode.env.language)),
  ].join('\n');
  item.command = {
    command: 'mailFlow.openProvingLine',
    title: vscode.l10n.t('Open First Proving Line'),
    arguments: [node],
  };
  return item;
}

function restItem({ kind, count, analysis }: RestNode): vscode.TreeItem {
  const number = formatCount(count, vscode.env.language);
  const sentence = {
    moreConnectors: vscode.l10n.t('… {0} more connectors', number),
    moreHosts: vscode.l10n.t('… {0} more hosts', number),
    hostsNotTold: vscode.l10n.t('Host not told: {0}', number),
  }[kind];
  const item = new vscode.TreeItem(sentence, NONE);
  if (kind === 'hostsNotTold') {
    item.iconPath = new vscode.ThemeIcon('question');
    item.tooltip = vscode.l10n.t('The export tells of these messages by day only, not who sent or received them.');
  } else {
    item.tooltip = vscode.l10n.t('The Connector report has all of them.');
    item.command = { command: 'mailFlow.openReport', title: item.tooltip, arguments: [analysis.key] };
  }
  return item;
}

function warningsIn({ insights }: ConnectorNode): string {
  const warnings = warningsOf(insights);
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

function messagesOf(count: number, approximate: boolean): string {
  const number = `${approximate ? '≈ ' : ''}${formatCount(count, vscode.env.language)}`;
  return count === 1 ? vscode.l10n.t('1 message') : vscode.l10n.t('{0} messages', number);
}

const { None: NONE, Collapsed: COLLAPSED, Expanded: EXPANDED } = vscode.TreeItemCollapsibleState;
