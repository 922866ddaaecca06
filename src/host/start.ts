import * as vscode from 'vscode';
import { AnalysisTree } from './analyses/analysisTree';
import { AnalysisStore } from './analysisStore';
import { registerCommands } from './commands';
import { EvidenceDocuments } from './evidence';
import { ExportSource } from './exportSource';
import { InsightDiagnostics } from './insightDiagnostics';
import { OpenExports } from './openExports';
import type { Platform } from './platform';
import { ReadingProgress } from './readingProgress';
import { RememberedChoices } from './rememberedChoices';
import { registerReportCommands } from './reportCommands';
import { REPORT_VIEW_TYPE, ReportEditor } from './reportEditor';
import { SampleFiles } from './sampleExport';
import { StatusBar } from './statusBar';
import { pageStrings } from './strings';
import { WIDGET_VIEW, WidgetView } from './widgetView';

/** Constructs and registers; everything else happens when an export is opened. */
export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const log = vscode.window.createOutputChannel('Mail Flow Insights', { log: true });
  const strings = pageStrings();
  const source = new ExportSource(platform);
  const store = new AnalysisStore(log, platform, source);
  const remembered = new RememberedChoices(context.workspaceState);
  const editor = new ReportEditor(context.extensionUri, store, source, strings, remembered);
  const widget = new WidgetView(context.extensionUri, store, strings);
  const tree = new AnalysisTree(store, strings);
  const commands = { store, editor, source, strings, log };
  context.subscriptions.push(
    log,
    store,
    new EvidenceDocuments(source, platform),
    new InsightDiagnostics(store, strings),
    new ReadingProgress(store),
    vscode.window.registerCustomEditorProvider(REPORT_VIEW_TYPE, editor, { supportsMultipleEditorsPerDocument: true }),
    vscode.window.registerWebviewViewProvider(WIDGET_VIEW, widget),
    tree,
    new StatusBar(store, strings),
    new SampleFiles(context.extensionUri),
    registerCommands(commands),
    registerReportCommands(commands, tree),
    new OpenExports(store, source, platform),
  );
}
