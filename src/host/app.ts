import * as vscode from 'vscode';
import { AnalysisStore } from './analysis/analysisStore';
import { AutoAnalysis } from './analysis/autoAnalysis';
import { ReadingProgress } from './analysis/readingProgress';
import { BaselineWatch } from './baseline/baselineWatch';
import { openingCommands } from './commands/commands';
import { CommandTarget } from './commands/commandTarget';
import { reportCommands } from './commands/reportCommands';
import { type CommandHandler, runGuarded } from './commands/runGuarded';
import { StoreContext } from './commands/storeContext';
import { followWalkthrough } from './commands/walkthroughSteps';
import { RememberedExport } from './export/rememberedExport';
import { QuickFixes } from './insights/quickFixes';
import { ExportFeatures } from './language/exportFeatures';
import { RememberedChoices } from './pages/rememberedChoices';
import { ReportPages } from './pages/reportPages';
import { ReportPanels } from './pages/reportPanels';
import { Reports } from './pages/reports';
import { WidgetView } from './pages/widgetView';
import type { Platform } from './platform';
import { InsightDiagnostics } from './problems/insightDiagnostics';
import type { ExportSource } from './sources/exportSource';
import { FileChanges } from './sources/fileChanges';
import { StatusBar } from './status/statusBar';
import { pageStrings } from './strings';
import { ReportTasks } from './tasks/reportTasks';
import type { AnalysesView } from './tree/analysesView';
import { AnalysisTree } from './tree/analysisTree';

/** All that works on exports and their reports. It is made when an export is there, or somebody asks for something. */
export class App implements vscode.Disposable {
  readonly store: AnalysisStore;
  readonly pages: ReportPages;
  readonly panels: ReportPanels;
  readonly widget: WidgetView;
  readonly tasks: ReportTasks;
  readonly #log = vscode.window.createOutputChannel('Mail Flow Insights', { log: true });
  readonly #commands: Readonly<Record<string, CommandHandler>>;
  readonly #subscription: vscode.Disposable;

  constructor(context: vscode.ExtensionContext, platform: Platform, source: ExportSource, view: AnalysesView) {
    const { extensionUri: extension, workspaceState } = context;
    const log = this.#log;
    const strings = pageStrings();
    const analyses = { log, platform, source };
    const store = new AnalysisStore(analyses);
    const pages = new ReportPages({
      extension,
      store,
      source,
      strings,
      remembered: new RememberedChoices(workspaceState),
    });
    const panels = new ReportPanels(store, pages);
    const reports = new Reports(pages, panels);
    const auto = new AutoAnalysis(store);
    const tree = new AnalysisTree(store, strings, view);
    const target = new CommandTarget(store, reports);
    const exports = new RememberedExport(workspaceState);
    const commands = { store, target, reports, source, strings, log, exports, auto, extension };
    this.store = store;
    this.pages = pages;
    this.panels = panels;
    this.widget = new WidgetView(extension, store, reports, strings);
    this.tasks = new ReportTasks(analyses);
    this.#commands = { ...openingCommands(commands), ...reportCommands(commands, tree) };
    this.#subscription = vscode.Disposable.from(
      log,
      store,
      new InsightDiagnostics(store, strings),
      new BaselineWatch(store),
      new QuickFixes(),
      new ExportFeatures(store, platform),
      new ReadingProgress(store, (analysis) => pages.isShown(analysis, true) || auto.isAbout(analysis)),
      new FileChanges(store, (analysis) => pages.isShown(analysis)),
      tree,
      new StatusBar(store, strings),
      new StoreContext(store),
      followWalkthrough(),
      auto,
    );
  }

  /** Runs a command of package.json. */
  async run(id: string, given: readonly unknown[]): Promise<void> {
    await runGuarded(id, this.#log, () => this.#commands[id]?.(...given));
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
