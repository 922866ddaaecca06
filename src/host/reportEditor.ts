import * as vscode from 'vscode';
import type { PageStrings } from '../protocol/strings';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';
import { openLine, placeOf } from './openLine';
import { Page, type PageRequest } from './page';
import { showPage } from './webviewHtml';

/** The custom editor's view type, as package.json declares it. */
export const REPORT_VIEW_TYPE = 'mailFlow.report';

/** The Connector report as a read-only editor of an export; several may show the same file. */
export class ReportEditor implements vscode.CustomReadonlyEditorProvider {
  /** The open editors. */
  readonly #open = new Map<vscode.WebviewPanel, { readonly uri: vscode.Uri; readonly page: Page }>();

  constructor(
    private readonly extension: vscode.Uri,
    private readonly store: AnalysisStore,
    private readonly strings: PageStrings,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    // Asked for anew each time: the store drops an analysis whose tabs are gone, and tabs come and go while they move.
    const analysis = (): ExportAnalysis => this.store.open(uri);
    const page = new Page(panel.webview, 'report', this.strings, analysis, (request) =>
      this.#handle(request, analysis()),
    );
    this.#open.set(panel, { uri, page });
    const subscriptions = vscode.Disposable.from(
      page,
      this.store.onDidChange((changed) => {
        if (changed.uri.toString() === uri.toString()) {
          page.update();
        }
      }),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) {
          page.hidden();
        }
      }),
    );
    panel.onDidDispose(() => {
      this.#open.delete(panel);
      subscriptions.dispose();
    });
    showPage(panel.webview, this.extension, vscode.l10n.t('Connector report'));
  }

  /** Opens the report of a file, with the flyout where asked for. */
  async show(uri: vscode.Uri, options: { readonly flyout: boolean }): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, REPORT_VIEW_TYPE);
    if (options.flyout) {
      const editors = [...this.#open].filter(([, open]) => open.uri.toString() === uri.toString());
      const [, shown] = editors.find(([panel]) => panel.active) ?? editors.at(-1) ?? [];
      shown?.page.showFlyout();
    }
  }

  #handle(request: PageRequest, analysis: ExportAnalysis): void {
    switch (request.type) {
      case 'cancel':
        analysis.cancel();
        break;
      case 'reload':
        void analysis.read(true);
        break;
      case 'openLine':
        this.#openLine(analysis, request.file, request.line);
        break;
      case 'openReport':
      case 'openFile':
        break;
    }
  }

  /** Nothing where the report has no such file or line: a page may ask for anything. */
  #openLine(analysis: ExportAnalysis, file: number, line: number): void {
    const path = analysis.pathAt(file);
    if (path !== undefined && line > 0) {
      void openLine(placeOf(analysis, path, line));
    }
  }
}
