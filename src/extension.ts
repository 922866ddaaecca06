import * as vscode from 'vscode';
import { AnalysisStore } from './host/analysisStore';
import { registerCommands } from './host/commands';
import { InsightDiagnostics } from './host/insightDiagnostics';
import { OpenExports } from './host/openExports';
import { ReadingProgress } from './host/readingProgress';
import { REPORT_VIEW_TYPE, ReportEditor } from './host/reportEditor';
import { pageStrings } from './host/strings';
import { WIDGET_VIEW, WidgetView } from './host/widgetView';

/** Constructs and registers; everything else happens when an export is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Mail Flow Insights', { log: true });
  const strings = pageStrings();
  const store = new AnalysisStore(log);
  const editor = new ReportEditor(context.extensionUri, store, strings);
  const widget = new WidgetView(context.extensionUri, store, strings);
  context.subscriptions.push(
    log,
    store,
    new InsightDiagnostics(store, strings),
    new ReadingProgress(store),
    vscode.window.registerCustomEditorProvider(REPORT_VIEW_TYPE, editor, { supportsMultipleEditorsPerDocument: true }),
    vscode.window.registerWebviewViewProvider(WIDGET_VIEW, widget),
    registerCommands({ store, editor, log }),
    new OpenExports(store),
  );
}
