import * as vscode from 'vscode';
import type { PageStrings } from '../../protocol/strings';
import type { AnalysisStore } from '../analysis/analysisStore';
import { tickOff } from '../commands/walkthroughSteps';
import { Page, type PageRequest } from './page';
import type { Reports } from './reports';
import { showPage } from './webviewHtml';

/** The side bar's widget: the past week of the export looked at last. */
export class WidgetView implements vscode.WebviewViewProvider {
  constructor(
    private readonly extension: vscode.Uri,
    private readonly store: AnalysisStore,
    private readonly reports: Reports,
    private readonly strings: PageStrings,
  ) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    const page = new Page(
      view.webview,
      'widget',
      this.strings,
      () => this.store.current ?? { title: '', state: { kind: 'empty' }, notes: null },
      (request) => this.#handle(request),
    );
    const seen = (): void => {
      if (view.visible && this.store.current?.state.kind === 'done') {
        tickOff('week');
      }
    };
    const subscriptions = vscode.Disposable.from(
      page,
      this.store.onDidChangeCurrent(() => {
        page.update();
        seen();
      }),
      view.onDidChangeVisibility(() => {
        page.setVisible(view.visible);
        seen();
      }),
    );
    seen();
    view.onDidDispose(() => subscriptions.dispose());
    showPage(view.webview, this.extension, vscode.l10n.t('Outbound and inbound mail flow'));
  }

  #handle(request: PageRequest): void {
    const analysis = this.store.current;
    switch (request.type) {
      case 'openFile':
        void vscode.commands.executeCommand('mailFlow.openExport');
        break;
      case 'cancel':
        analysis?.cancel();
        break;
      case 'reload':
        void analysis?.read(true);
        break;
      case 'openReport':
        if (analysis !== undefined) {
          const { flyout, direction } = request;
          void this.reports.show(analysis.set, direction === null ? { flyout } : { flyout, direction });
        }
        break;
      case 'chooseFormat':
      case 'mapColumns':
        if (analysis !== undefined) {
          void vscode.commands.executeCommand(`mailFlow.${request.type}`, analysis.uri);
        }
        break;
      case 'openLine':
      case 'remember':
      case 'peers':
      case 'proofLines':
      case 'lineTexts':
      case 'saveChart':
      case 'applyMapping':
      case 'removeMapping':
        break;
    }
  }
}
