import * as vscode from 'vscode';
import { foldersToAnalyze } from './analysis/foldersToAnalyze';
import type { App } from './app';
import { SampleFiles } from './commands/sampleExport';
import {
  ASSISTANT_TOOL,
  EVIDENCE_SCHEME,
  PANEL_VIEW_TYPE,
  REPORT_VIEW_TYPE,
  TASK_TYPE,
  WIDGET_VIEW,
} from './identifiers';
import { Lazy } from './lazy';
import type { Platform } from './platform';
import { OpenExports } from './recognition/openExports';
import { SECTION } from './settings/settingNames';
import { ExportSource } from './sources/exportSource';
import { fileSet } from './sources/sourceSet';
import { AnalysesView } from './tree/analysesView';

/**
 * Registers what package.json declares, and looks at the open tabs. The code behind that is loaded when it is needed: what is
 * imported here without `await` is what every window pays for in which VS Code activates the extension.
 */
export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const source = new ExportSource(platform);
  const view = new AnalysesView();
  const app = new Lazy(async () => {
    // The engine first, in a turn of the event loop for itself: to load all of it at once would keep other extensions waiting.
    await import('./analysis/exportReading');
    await platform.pause();
    const { App } = await import('./app');
    return new App(context, platform, source, view);
  });
  context.subscriptions.push(
    view,
    app,
    registerCommands(context.extension, app),
    registerPages(app),
    registerTasks(app),
    registerAssistantTool(app),
    vscode.workspace.registerTextDocumentContentProvider(EVIDENCE_SCHEME, {
      provideTextDocumentContent: async (uri, token) => {
        const { EvidenceDocuments } = await import('./seldomUsed');
        return new EvidenceDocuments(source, platform).provideTextDocumentContent(uri, token);
      },
    }),
    new SampleFiles(context.extensionUri),
    new OpenExports(app, source, platform),
    callForAutoAnalysis(app),
  );
}

/** Every command of package.json; what each does is said in `commands/`. */
function registerCommands({ packageJSON }: vscode.Extension<unknown>, app: Lazy<App>): vscode.Disposable {
  const { commands } = packageJSON.contributes as { readonly commands: readonly { readonly command: string }[] };
  const registered = commands.map(({ command }) =>
    vscode.commands.registerCommand(command, async (...given: readonly unknown[]) =>
      (await app.get()).run(command, given),
    ),
  );
  return vscode.Disposable.from(...registered);
}

/** The report of one file as a read-only editor, of several files as a panel, and the widget. */
function registerPages(app: Lazy<App>): vscode.Disposable {
  const { registerCustomEditorProvider, registerWebviewPanelSerializer, registerWebviewViewProvider } = vscode.window;
  return vscode.Disposable.from(
    registerCustomEditorProvider(
      REPORT_VIEW_TYPE,
      {
        openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
        resolveCustomEditor: async ({ uri }, panel) => (await app.get()).pages.open(panel, fileSet(uri)),
      },
      { supportsMultipleEditorsPerDocument: true },
    ),
    registerWebviewPanelSerializer(PANEL_VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state) => (await app.get()).panels.deserializeWebviewPanel(panel, state),
    }),
    registerWebviewViewProvider(WIDGET_VIEW, {
      resolveWebviewView: async (view) => (await app.get()).widget.resolveWebviewView(view),
    }),
  );
}

function registerTasks(app: Lazy<App>): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TASK_TYPE, {
    provideTasks: async () => (await app.get()).tasks.provideTasks(),
    resolveTask: async (task) => (await app.get()).tasks.resolveTask(task),
  });
}

/** Offers the tool where this VS Code has a place for such. */
function registerAssistantTool(app: Lazy<App>): vscode.Disposable {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  const tool = async () => {
    const [{ store }, { AssistantTool }] = [await app.get(), await import('./seldomUsed')];
    return new AssistantTool(store);
  };
  const registered = lm?.registerTool?.<unknown>(ASSISTANT_TOOL, {
    prepareInvocation: async () => (await tool()).prepareInvocation(),
    invoke: async (options) => (await tool()).invoke(options),
  });
  return registered ?? new vscode.Disposable(() => {});
}

/** Makes the app where a workspace folder is to be analysed before anything in it is opened. */
function callForAutoAnalysis(app: Lazy<App>): vscode.Disposable {
  const look = (): void => {
    if (foldersToAnalyze().length > 0) {
      void app.get();
    }
  };
  look();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SECTION) && look()),
  );
}
