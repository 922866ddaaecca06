import * as vscode from 'vscode';
import { TLS_STATES } from '../../core/model/tls';
import { keyOf } from '../../core/report/connectorReport';
import type { DrillDownQuery } from '../../core/report/drillDown';
import { weakestFirst } from '../../core/report/glance';
import { formatCount } from '../../core/report/percent';
import type { MailFlowReport, ProofLine } from '../../core/report/report';
import { connectorLabel } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import { itemOf } from '../insights/insightRef';

/** Asks for a connector of a report; its key, or undefined where none was chosen. */
export async function chooseConnector(report: MailFlowReport, strings: PageStrings): Promise<string | undefined> {
  const chosen = await vscode.window.showQuickPick(connectorItems(report, strings), {
    title: vscode.l10n.t('Show Connector in Report'),
    placeHolder: vscode.l10n.t('Which connector? Those with the most weak mail come first.'),
    matchOnDescription: true,
  });
  return chosen?.query.connector;
}

/** A line that proves something, or messages whose first proving line is meant. */
export type Proof = { readonly line: ProofLine } | { readonly query: DrillDownQuery };

/** Asks what is to be proven: an insight, or the weakest mail of a connector. */
export async function chooseProof(report: MailFlowReport, strings: PageStrings): Promise<Proof | undefined> {
  const insights = report.insights.map((insight) => ({ ...itemOf(insight, strings), proof: { line: insight.first } }));
  const connectors = connectorItems(report, strings).map((item) => ({ ...item, proof: { query: item.query } }));
  const items: (vscode.QuickPickItem & { readonly proof?: Proof })[] = [
    ...(insights.length === 0 ? [] : [separator(vscode.l10n.t('Insights')), ...insights]),
    ...(connectors.length === 0 ? [] : [separator(vscode.l10n.t('Weakest mail of a connector')), ...connectors]),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open First Proving Line'),
    placeHolder: vscode.l10n.t('What is to be proven?'),
    matchOnDescription: true,
  });
  return chosen?.proof;
}

function connectorItems(report: MailFlowReport, strings: PageStrings) {
  const withMail = weakestFirst(report.connectors).filter(({ messages }) => messages > 0);
  return withMail.map(({ connector, messages, weak, tls }) => {
    const weakest = TLS_STATES.find((_, position) => (tls[position] ?? 0) > 0);
    const count = formatCount(messages, vscode.env.language);
    return {
      label: connectorLabel(strings, connector),
      description:
        weak === 0 ? count : `${count} · ${vscode.l10n.t('weak: {0}', formatCount(weak, vscode.env.language))}`,
      query: { connector: keyOf(connector), ...(weakest === undefined ? {} : { tls: weakest }) },
    };
  });
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
