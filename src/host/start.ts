import * as vscode from 'vscode';
import { AnalysisTree } from './analyses/analysisTree';
import { AnalysisStore } from './analysisStore';
import { registerAssistantTool } from './assistantTool';
import { AutoAnalysis } from './autoAnalysis';
import { BaselineWatch } from './baseline/baselineWatch';
import { registerCommands } from './commands';
import { CommandTarget } from './commandTarget';
import { EvidenceDocuments } from './evidence';
import { ExportSource } from './exportSource';
import { FileChanges } from './fileChanges';
import { InsightDiagnostics } from './insightDiagnostics';
import { QuickFixes } from './insights/quickFixes';
import { ExportFeatures } from './language/exportFeatures';
import { OpenExports } from './openExports';
import type { Platform } from './platform';
import { ReadingProgress } from './readingProgress';
import { RememberedChoices } from './rememberedChoices';
import { RememberedExport } from './rememberedExport';
import { registerReportCommands } from './reportCommands';
import { REPORT_VIEW_TYPE, ReportEditor } from './reportEditor';
import { ReportPages } from './reportPages';
import { ReportPanels } from './reportPanels';
import { Reports } from './reports';
import { SampleFiles } from './sampleExport';
import { StatusBar } from './statusBar';
import { StoreContext } from './storeContext';
import { pageStrings } from './strings';
import { ReportTasks } from './tasks/reportTasks';
import { WIDGET_VIEW, WidgetView } from './widgetView';

/** Constructs and registers; everything else happens when an export is opened. */
export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const { extensionUri: extension, workspaceState } = context;
  const log = vscode.window.createOutputChannel('Mail Flow Insights', { log: true });
  const strings = pageStrings();
  const source = new ExportSource(platform);
  const analyses = { log, platform, source };
  const store = new AnalysisStore(analyses);
  const remembered = new RememberedChoices(workspaceState);
  const pages = new ReportPages({ extension, store, source, strings, remembered });
  const panels = new ReportPanels(store, pages);
  const reports = new Reports(pages, panels);
  const widget = new WidgetView(extension, store, reports, strings);
  const exports = new RememberedExport(workspaceState);
  const auto = new AutoAnalysis(store);
  const tree = new AnalysisTree(store, strings);
  const target = new CommandTarget(store, reports);
  const commands = { store, target, reports, source, strings, log, exports, auto, extension };
  context.subscriptions.push(
    log,
    store,
    panels,
    new EvidenceDocuments(source, platform),
    new InsightDiagnostics(store, strings),
    new BaselineWatch(store),
    new QuickFixes(),
    new ExportFeatures(store, platform),
    new ReadingProgress(store, (analysis) => pages.isShown(analysis, true) || auto.isAbout(analysis)),
    new FileChanges(store, (analysis) => pages.isShown(analysis)),
    vscode.window.registerCustomEditorProvider(REPORT_VIEW_TYPE, new ReportEditor(pages), {
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.window.registerWebviewViewProvider(WIDGET_VIEW, widget),
    tree,
    new ReportTasks(analyses),
    registerAssistantTool(store),
    new StatusBar(store, strings),
    new StoreContext(store),
    new SampleFiles(extension),
    registerCommands(commands),
    registerReportCommands(commands, tree),
    new OpenExports(store, source, platform),
    auto,
  );
}
