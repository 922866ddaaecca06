import * as vscode from 'vscode';
import { namesSentence } from '../../core/report/causeSentences';
import { formatCount } from '../../core/report/percent';
import { fill } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import type { HostNode, RestNode } from './treeNode';

const { None: NONE } = vscode.TreeItemCollapsibleState;

/** A remote host; choosing it opens the first line that proves one of its messages. */
export function hostItem(node: HostNode, strings: PageStrings): vscode.TreeItem {
  const { row } = node;
  const day = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const item = new vscode.TreeItem(row.host === '' ? strings.notTold : row.host, NONE);
  item.description = formatCount(row.messages, vscode.env.language);
  item.iconPath = new vscode.ThemeIcon(row.host === '' ? 'question' : 'server');
  item.contextValue = row.host === '' ? 'host' : 'host.named';
  item.tooltip = [
    `${item.label}: ${messagesOf(row.messages, false)}`,
    vscode.l10n.t('{0} to {1} (UTC)', day.format(row.firstSeen), day.format(row.lastSeen)),
    ...namesSentence(strings, row.names),
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

/** What is not listed, and where it is. */
export function restItem({ kind, count, analysis }: RestNode): vscode.TreeItem {
  const number = formatCount(count, vscode.env.language);
  const sentence = {
    moreConnectors: fill(vscode.l10n.t('… {0} more {0|connector|connectors}'), number),
    moreHosts: fill(vscode.l10n.t('… {0} more {0|host|hosts}'), number),
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

/** "1 message", "≈ 4,975 messages" */
export function messagesOf(count: number, approximate: boolean): string {
  const number = `${approximate ? '≈ ' : ''}${formatCount(count, vscode.env.language)}`;
  return count === 1 ? vscode.l10n.t('1 message') : vscode.l10n.t('{0} messages', number);
}
