import * as vscode from 'vscode';
import type { PageStrings } from '../protocol/strings';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';
import { openLine } from './openLine';
import { Page, type PageRequest } from './page';
import { showPage } from './webviewHtml';

/** The custom editor's view type, as package.json declares it. */
export const REPORT_VIEW_TYPE = 'mailFlow.report';

/** The Connector report as a read-only editor of an export; several may show the same file. */
export class ReportEditor implements vscode.CustomReadonlyEditorProvider {
  /** The open pages, by file. */
  readonly #pages = new Map<string, Set<Page>>();

  constructor(
    private readonly extension: vscode.Uri,
    private readonly store: AnalysisStore,
    private readonly strings: PageStrings,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor(document: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const analysis = this.store.open(document.uri);
    const page = new Page(
      panel.webview,
      'report',
      this.strings,
      () => analysis,
      (request) => this.#handle(request, analysis),
    );
    const pages = this.#pages.get(document.uri.toString()) ?? new Set();
    this.#pages.set(document.uri.toString(), pages.add(page));
    const changes = analysis.onDidChange(() => {
      // A hidden page says `ready` when it is drawn again; until then it costs nothing.
      if (panel.visible) {
        page.update();
      }
    });
    const views = panel.onDidChangeViewState(() => {
      if (panel.visible) {
        page.update();
      }
    });
    panel.onDidDispose(() => {
      vscode.Disposable.from(page, changes, views).dispose();
      pages.delete(page);
    });
    showPage(panel.webview, this.extension, vscode.l10n.t('Connector report'));
  }

  /** Opens the report of a file, with the flyout where asked for. */
  async show(uri: vscode.Uri, options: { readonly flyout: boolean }): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, REPORT_VIEW_TYPE);
    if (options.flyout) {
      for (const page of this.#pages.get(uri.toString()) ?? []) {
        page.showFlyout();
      }
    }
  }

  #handle(request: PageRequest, analysis: ExportAnalysis): void {
    switch (request.type) {
      case 'cancel':
        analysis.cancel();
        break;
      case 'reload':
        void analysis.read();
        break;
      case 'openLine':
        if (request.file === 0 && request.line > 0) {
          void openLine(analysis.uri, request.line);
        }
        break;
      case 'openReport':
      case 'openFile':
        break;
    }
  }
}
