import * as vscode from 'vscode';
import { foldingOf } from '../../core/document/logSessions';
import type { DocumentSessions } from './documentSessions';

/** Folds the sessions of a protocol log. */
export class SessionFolding implements vscode.FoldingRangeProvider {
  readonly #sessions: DocumentSessions;

  constructor(sessions: DocumentSessions) {
    this.#sessions = sessions;
  }

  async provideFoldingRanges(
    document: vscode.TextDocument,
    _context: vscode.FoldingContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.FoldingRange[] | undefined> {
    const sessions = await this.#sessions.of(document, token);
    const folds = sessions && foldingOf(sessions);
    return folds?.map(({ first, last }) => new vscode.FoldingRange(first, last, vscode.FoldingRangeKind.Region));
  }
}
