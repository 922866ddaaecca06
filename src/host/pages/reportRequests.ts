import * as vscode from 'vscode';
import { messageOf } from '../../core/messageOf';
import type { Direction } from '../../core/model/connector';
import type { Insight } from '../../core/report/report';
import type { HostMessage, ShownComparison } from '../../protocol/messages';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { tickOff } from '../commands/walkthroughSteps';
import { openLine, placeOf } from '../evidence/openLine';
import { actOnInsight } from '../insights/pageActions';
import { rememberMapping } from '../recognition/columnMappings';
import { type FileLook, lookInto } from '../recognition/fileLook';
import { applyMapping, mappingForm } from '../recognition/mappingForm';
import type { ExportSource } from '../sources/exportSource';
import { ChartFiles } from './chartFiles';
import type { Page, PageRequest } from './page';

/** How a report is opened: with the flyout, with the form *Map Columns*, at one direction, at what an insight is about, with the panel *What If*, or with a comparison. */
export interface ShowOptions {
  readonly flyout?: boolean;
  readonly mapping?: boolean;
  readonly direction?: Direction;
  readonly insight?: Insight;
  readonly comparison?: ShownComparison;
  /** What the page is told beside, as soon as it listens. */
  readonly tell?: HostMessage;
}

/** Carries out what report pages ask for. */
export class ReportRequests {
  readonly #charts = new ChartFiles();
  readonly #source: ExportSource;

  constructor(source: ExportSource) {
    this.#source = source;
  }

  handle(
    request: Exclude<PageRequest, { type: 'remember' | 'closeComparison' }>,
    analysis: ExportAnalysis,
    page: Page,
    answer: (message: HostMessage) => void,
  ): void {
    const { uri, set } = analysis;
    switch (request.type) {
      case 'cancel':
        analysis.cancel();
        break;
      case 'reload':
        void analysis.read(true);
        break;
      case 'openLine':
        openLineOf(analysis, request.file, request.line, page);
        break;
      case 'peers':
      case 'proofLines':
      case 'lineTexts':
        tickOff('connectors');
        void page.drillDown
          .answer(request, analysis)
          .then(answer)
          .catch((error: unknown) => tellError(page, error));
        break;
      case 'whatIf':
        void import('../seldomUsed')
          .then(({ whatIf }) => whatIf(analysis, request.supposed))
          .then((result) => answer({ type: 'whatIf', request: request.request, result }))
          .catch((error: unknown) => tellError(page, error));
        break;
      case 'insightAction':
        actOnInsight(analysis, request);
        break;
      case 'run':
        void vscode.commands.executeCommand(`mailFlow.${request.command}`, analysis.key);
        break;
      case 'saveChart':
        this.#charts.save(request, analysis).catch((error: unknown) => tellError(page, error));
        break;
      case 'chooseFormat': {
        const stays = set.kind !== 'file';
        const file = analysis.fileAt(request.file)?.uri ?? uri;
        void vscode.commands.executeCommand('mailFlow.chooseFormat', file, { stays });
        break;
      }
      case 'mapColumns':
        if (request.file === 0 && set.kind === 'file') {
          this.showMapping(uri, page).catch((error: unknown) => tellError(page, error));
        } else {
          // Of several files, and of definitions beside an export, each has a page of its own.
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

  /** Shows the form *Map Columns* of a file on its page. */
  async showMapping(uri: vscode.Uri, page: Page): Promise<void> {
    const look = await lookInto(this.#source, uri);
    const form = look === undefined ? undefined : mappingForm(uri, look);
    page.tell(form === undefined ? { type: 'error', message: noColumns() } : { type: 'showMapping', form });
  }

  /** Changes what the settings say of a file, on behalf of its page, which hears of the outcome. */
  async #change(uri: vscode.Uri, page: Page, change: (look: FileLook) => Promise<void>): Promise<void> {
    try {
      const look = await lookInto(this.#source, uri);
      if (look === undefined) {
        throw new Error(noColumns());
      }
      await change(look);
      page.tell({ type: 'mappingDone' });
    } catch (error) {
      tellError(page, error);
    }
  }
}

function tellError(page: Page, error: unknown): void {
  if (!(error instanceof vscode.CancellationError)) {
    page.tell({ type: 'error', message: messageOf(error) });
  }
}

/** Nothing where the report has no such file or line: a page may ask for anything. */
function openLineOf(analysis: ExportAnalysis, file: number, line: number, page: Page): void {
  const path = analysis.fileAt(file)?.path;
  if (path !== undefined && line > 0) {
    openLine(placeOf(analysis, path, line)).catch((error: unknown) => tellError(page, error));
  }
}

function noColumns(): string {
  return vscode.l10n.t('The file has no columns that could be mapped: it is no table with a header, and no JSON.');
}
