import * as vscode from 'vscode';
import { TLS_STATES } from '../../core/model/tls';
import { keyOf } from '../../core/report/connectorReport';
import type { MailFlowReport } from '../../core/report/report';
import type { PageControl } from '../../protocol/messages';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { whenRead } from '../analysis/whenRead';
import { openLine, placeOf } from '../evidence/openLine';
import { fileSet } from '../sources/sourceSet';
import type { AnalysisTree } from '../tree/analysisTree';
import { chooseConnector, chooseProof, type Proof } from '../tree/chooseConnector';
import { isTreeNode, queryOf, type TreeNode } from '../tree/treeNode';
import type { CommandContext } from './commands';
import type { CommandHandler } from './runGuarded';
import { sampleUri } from './sampleExport';

/** The commands that work on what is in a report, from the tree's menus, the palette, and keys. */
export function reportCommands(context: CommandContext, tree: AnalysisTree): Record<string, CommandHandler> {
  const { store, target, reports } = context;
  return {
    'mailFlow.openSample': () => reports.show(fileSet(sampleUri())),
    'mailFlow.showAnalyses': (on) => tree.show(target.analysis(on) ?? store.current),
    'mailFlow.cancelReading': (on) => cancelReading(context, on),
    'mailFlow.closeAnalysis': (on) => closeAnalysis(context, on),
    'mailFlow.showConnector': (on) => showConnector(context, on),
    'mailFlow.openProvingLine': (on) => openProvingLine(context, on),
    'mailFlow.copyName': (on) => copyName(on),
    'mailFlow.searchReport': () => goTo(context, 'search'),
    'mailFlow.filterReport': () => goTo(context, 'filters'),
    'mailFlow.switchView': () => goTo(context, 'viewBy'),
  };
}

/** What a command works on, once it has been read; it is opened for that. Undefined where the user chose nothing. */
async function readFor(
  context: CommandContext,
  on: unknown,
): Promise<{ readonly analysis: ExportAnalysis; readonly report: MailFlowReport } | undefined> {
  const { store, target, reports } = context;
  const set = await target.set(on);
  if (set === undefined) {
    return undefined;
  }
  if (store.known(set) === undefined) {
    await reports.show(set);
  }
  const analysis = store.openSet(set);
  return { analysis, report: await whenRead(analysis, store) };
}

/** What is meant, else what the user looks at, else whatever is being read. */
function cancelReading(context: CommandContext, on: unknown): void {
  const { all, current } = context.store;
  const isReading = (analysis: ExportAnalysis | undefined) => analysis?.state.kind === 'reading';
  const found = context.target.analysis(on) ?? (isReading(current) ? current : [...all].find(isReading));
  if (found === undefined) {
    throw new Error(vscode.l10n.t('No file is being read.'));
  }
  found.cancel();
}

/** Closes what shows an analysis, which goes with it. */
async function closeAnalysis(context: CommandContext, on: unknown): Promise<void> {
  const analysis = context.target.analysis(on) ?? context.store.current;
  if (analysis === undefined) {
    throw new Error(vscode.l10n.t('No export is open.'));
  }
  await context.reports.close(analysis.set);
}

async function showConnector(context: CommandContext, on: unknown): Promise<void> {
  const found = await readFor(context, on);
  if (found === undefined) {
    return;
  }
  const { analysis, report } = found;
  const query = isTreeNode(on) ? queryOf(on) : undefined;
  const connector = query?.connector ?? (await chooseConnector(report, context.strings));
  const flow = report.connectors.find((one) => keyOf(one) === connector);
  if (connector !== undefined && flow !== undefined && report.period !== null) {
    const tls = query?.tls === undefined ? [] : [query.tls];
    const { direction } = flow;
    const tell = { type: 'showConnector', connector, direction, tls, period: report.period } as const;
    await context.reports.show(analysis.set, { tell });
  }
}

async function openProvingLine(context: CommandContext, on: unknown): Promise<void> {
  const found = await readFor(context, on);
  const proof = isTreeNode(on) ? proofOf(on) : undefined;
  const chosen = found && (proof ?? (await chooseProof(found.report, context.strings)));
  if (found === undefined || chosen === undefined) {
    return;
  }
  const line = 'line' in chosen ? chosen.line : await firstLine(found.analysis, chosen.query);
  if (line === undefined) {
    throw new Error(vscode.l10n.t('The file is being read again. Try again once it has been read.'));
  }
  await openLine(placeOf(found.analysis, line.file, line.line));
}

/** Of a connector, the weakest mail is what there is to prove. */
function proofOf(node: TreeNode): Proof | undefined {
  switch (node.kind) {
    case 'host':
      return { line: node.row.first };
    case 'connector': {
      const tls = TLS_STATES.find((_, position) => (node.tls[position] ?? 0) > 0);
      return { query: { connector: keyOf(node.connector), ...(tls === undefined ? {} : { tls }) } };
    }
    default: {
      const query = queryOf(node);
      return query === undefined ? undefined : { query };
    }
  }
}

async function firstLine(analysis: ExportAnalysis, query: Extract<Proof, { query: unknown }>['query']) {
  const list = await analysis.ask((asked) => asked.proofLines(query, 1));
  const first = list?.lines[0];
  const file = first === undefined ? undefined : analysis.fileAt(first.file)?.path;
  return first === undefined || file === undefined ? undefined : { file, line: first.line };
}

/** The connector's or the host's name, as it stands in the export. */
async function copyName(on: unknown): Promise<void> {
  const name = !isTreeNode(on)
    ? null
    : on.kind === 'connector'
      ? on.connector.name
      : on.kind === 'host'
        ? on.row.host
        : null;
  if (name !== null && name !== '') {
    await vscode.env.clipboard.writeText(name);
  }
}

/** Leads to a control of the report that is open, or is opened for that. */
async function goTo(context: CommandContext, control: PageControl): Promise<void> {
  const found = await readFor(context, undefined);
  if (found !== undefined) {
    await context.reports.show(found.analysis.set, { tell: { type: 'goTo', control } });
  }
}
