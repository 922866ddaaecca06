import * as vscode from 'vscode';
import { AnalysisStore } from './analysisStore';
import { registerCommands } from './commands';
import { EvidenceDocuments } from './evidence';
import { ExportSource } from './exportSource';
import { InsightDiagnostics } from './insightDiagnostics';
import { QuickFixes } from './insights/quickFixes';
import { ExportFeatures } from './language/exportFeatures';
import { OpenExports } from './openExports';
import type { Platform } from './platform';
import { ReadingProgress } from './readingProgress';
import { RememberedChoices } from './rememberedChoices';
import { REPORT_VIEW_TYPE, ReportEditor } from './reportEditor';
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
  context.subscriptions.push(
    log,
    store,
    new EvidenceDocuments(source, platform),
    new InsightDiagnostics(store, strings),
    new ExportFeatures(store, platform),
    new ReadingProgress(store),
    vscode.window.registerCustomEditorProvider(REPORT_VIEW_TYPE, editor, { supportsMultipleEditorsPerDocument: true }),
    vscode.window.registerWebviewViewProvider(WIDGET_VIEW, widget),
    registerCommands({ store, editor, source, strings, log, extension: context.extensionUri }),
    new QuickFixes(),
    new OpenExports(store, source, platform),
  );
}
