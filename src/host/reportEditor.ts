import * as vscode from 'vscode';
import type { Direction } from '../core/model/connector';
import type { ReportChoices } from '../protocol/choices';
import type { PageStrings } from '../protocol/strings';
import type { AnalysisStore } from './analysisStore';
import type { ExportAnalysis } from './exportAnalysis';
import { openLine } from './openLine';
import { Page, type PageRequest } from './page';
import type { RememberedChoices } from './rememberedChoices';
import { showPage } from './webviewHtml';

/** The custom editor's view type, as package.json declares it. */
export const REPORT_VIEW_TYPE = 'mailFlow.report';

/** How a report is opened: with the flyout, or at one direction. */
export interface ShowOptions {
  readonly flyout: boolean;
  readonly direction?: Direction;
}

/** The Connector report as a read-only editor of an export; several may show the same file. */
export class ReportEditor implements vscode.CustomReadonlyEditorProvider {
  /** The open editors. */
  readonly #open = new Map<vscode.WebviewPanel, { readonly uri: vscode.Uri; readonly page: Page }>();

  constructor(
    private readonly extension: vscode.Uri,
    private readonly store: AnalysisStore,
    private readonly strings: PageStrings,
    private readonly remembered: RememberedChoices,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    // Asked for anew each time: the store drops an analysis whose tabs are gone, and tabs come and go while they move.
    const analysis = (): ExportAnalysis => this.store.open(uri);
    // Of several editors of a file each keeps its own, as long as it is there.
    let choices = this.remembered.of(uri);
    const remember = (next: ReportChoices): void => {
      choices = next;
      this.remembered.remember(uri, next);
    };
    const shown = () => {
      const { title, state } = analysis();
      return { title, state, choices };
    };
    const page = new Page(panel.webview, 'report', this.strings, shown, (request) =>
      request.type === 'remember' ? remember(request.choices) : this.#handle(request, analysis()),
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
      if (choices?.flyoutOpen === true) {
        remember({ ...choices, flyoutOpen: false });
      }
      subscriptions.dispose();
    });
    showPage(panel.webview, this.extension, vscode.l10n.t('Connector report'));
  }

  /** Opens the report of a file. */
  async show(uri: vscode.Uri, { flyout, direction }: ShowOptions): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, REPORT_VIEW_TYPE);
    const editors = [...this.#open].filter(([, open]) => open.uri.toString() === uri.toString());
    const [, shown] = editors.find(([panel]) => panel.active) ?? editors.at(-1) ?? [];
    if (flyout) {
      shown?.page.showFlyout();
    }
    if (direction !== undefined) {
      shown?.page.showDirection(direction);
    }
  }

  #handle(request: Exclude<PageRequest, { type: 'remember' }>, analysis: ExportAnalysis): void {
    switch (request.type) {
      case 'cancel':
        analysis.cancel();
        break;
      case 'reload':
        void analysis.read(true);
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
