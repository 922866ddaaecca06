import * as vscode from 'vscode';
import type { DocumentStrings } from '../../core/document/documentWording';
import { lensSentence } from '../../core/document/lensSentence';
import type { MailFlowReport } from '../../core/report/report';
import { showsCodeLens } from '../settings/settings';

/** What was read last of a file. */
export interface LastReading {
  readonly report: MailFlowReport;
  /** Not to its end. */
  readonly cancelled: boolean;
}

export type ReadingOf = (uri: vscode.Uri) => LastReading | undefined;

const FIRST_LINE = new vscode.Range(0, 0, 0, 0);

/** What an export comes to, over its first line, with the way to its report. */
export class ReportLens implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #strings: DocumentStrings;
  readonly #readingOf: ReadingOf;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(strings: DocumentStrings, readingOf: ReadingOf) {
    this.#strings = strings;
    this.#readingOf = readingOf;
  }

  /** Says that a report has changed. */
  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const reading = this.#readingOf(uri);
    if (reading === undefined || !showsCodeLens(uri)) {
      return [];
    }
    const title = lensSentence(reading.report, this.#strings, vscode.env.language, reading.cancelled);
    const command = { command: 'mailFlow.openReport', title, arguments: [uri] };
    return [new vscode.CodeLens(FIRST_LINE, command)];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
