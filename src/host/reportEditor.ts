import * as vscode from 'vscode';
import type { Direction } from '../core/model/connector';
import type { ReportChoices } from '../protocol/choices';
import type { HostMessage } from '../protocol/messages';
import type { PageStrings } from '../protocol/strings';
import type { AnalysisStore } from './analysisStore';
import { rememberMapping } from './columnMappings';
import { answerDrillDown } from './drillDown';
import type { ExportAnalysis } from './exportAnalysis';
import type { ExportSource } from './exportSource';
import { type FileLook, lookInto } from './fileLook';
import { applyMapping, mappingForm } from './mappingForm';
import { openLine, placeOf } from './openLine';
import { Page, type PageRequest } from './page';
import type { RememberedChoices } from './rememberedChoices';
import { showPage } from './webviewHtml';

/** The custom editor's view type, as package.json declares it. */
export const REPORT_VIEW_TYPE = 'mailFlow.report';

/** How a report is opened: with the flyout, with the form *Map Columns*, or at one direction. */
export interface ShowOptions {
  readonly flyout?: boolean;
  readonly mapping?: boolean;
  readonly direction?: Direction;
  /** What the page is told beside, as soon as it listens. */
  readonly tell?: HostMessage;
}

/** The Connector report as a read-only editor of an export; several may show the same file. */
export class ReportEditor implements vscode.CustomReadonlyEditorProvider {
  /** The open editors. */
  readonly #open = new Map<vscode.WebviewPanel, { readonly uri: vscode.Uri; readonly page: Page }>();

  constructor(
    private readonly extension: vscode.Uri,
    private readonly store: AnalysisStore,
    private readonly source: ExportSource,
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
    const page: Page = new Page(panel.webview, 'report', this.strings, shown, (request, answer) =>
      request.type === 'remember' ? remember(request.choices) : this.#handle(request, analysis(), page, answer),
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
  async show(uri: vscode.Uri, { flyout, mapping, direction, tell }: ShowOptions = {}): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, REPORT_VIEW_TYPE);
    const editors = [...this.#open].filter(([, open]) => open.uri.toString() === uri.toString());
    const [, shown] = editors.find(([panel]) => panel.active) ?? editors.at(-1) ?? [];
    if (flyout === true) {
      shown?.page.tell({ type: 'showFlyout' });
    }
    if (mapping === true && shown !== undefined) {
      await this.#showMapping(uri, shown.page);
    }
    if (direction !== undefined) {
      shown?.page.tell({ type: 'showDirection', direction });
    }
    if (tell !== undefined) {
      shown?.page.tell(tell);
    }
  }

  async #showMapping(uri: vscode.Uri, page: Page): Promise<void> {
    const look = await lookInto(this.source, uri);
    const form = look === undefined ? undefined : mappingForm(uri, look);
    page.tell(form === undefined ? { type: 'error', message: noColumns() } : { type: 'showMapping', form });
  }

  /** Changes what the settings say of a file, on behalf of its page, which hears of the outcome. */
  async #change(uri: vscode.Uri, page: Page, change: (look: FileLook) => Promise<void>): Promise<void> {
    try {
      const look = await lookInto(this.source, uri);
      if (look === undefined) {
        throw new Error(noColumns());
      }
      await change(look);
      page.tell({ type: 'mappingDone' });
    } catch (error) {
      page.tell({ type: 'error', message: error instanceof Error ? error.message : String(error) });
    }
  }

  #handle(
    request: Exclude<PageRequest, { type: 'remember' }>,
    analysis: ExportAnalysis,
    page: Page,
    answer: (message: HostMessage) => void,
  ): void {
    const { uri } = analysis;
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
      case 'peers':
      case 'proofLines':
        void answerDrillDown(request, analysis).then(answer);
        break;
      case 'chooseFormat':
        void vscode.commands.executeCommand('mailFlow.chooseFormat', analysis.fileAt(request.file)?.uri ?? uri);
        break;
      case 'mapColumns':
        if (request.file === 0) {
          void this.#showMapping(uri, page);
        } else {
          // Definitions beside the export: they have a page of their own.
          void vscode.commands.executeCommand('mailFlow.mapColumns', analysis.fileAt(request.file)?.uri ?? uri);
        }
        break;
      case 'applyMapping':
        void this.#change(uri, page, (look) => applyMapping(uri, look, request.choices));
        break;
      case 'removeMapping':
        void this.#change(uri, page, ({ columns }) => rememberMapping(uri, columns, undefined));
        break;
      case 'openReport':
      case 'openFile':
        break;
    }
  }

  /** Nothing where the report has no such file or line: a page may ask for anything. */
  #openLine(analysis: ExportAnalysis, file: number, line: number): void {
    const path = analysis.fileAt(file)?.path;
    if (path !== undefined && line > 0) {
      void openLine(placeOf(analysis, path, line));
    }
  }
}

function noColumns(): string {
  return vscode.l10n.t('The file has no columns that could be mapped: it is no table with a header, and no JSON.');
}
