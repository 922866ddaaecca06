import type * as vscode from 'vscode';
import { type LogSession, readLogSessions } from '../../core/document/logSessions';
import type { Surroundings } from '../../core/surroundings';
import { stepwise } from './stepwise';

/** The sessions of open protocol logs: what folds them and what lists them ask for the same ones. */
export class DocumentSessions {
  readonly #surroundings: Pick<Surroundings, 'pause'>;
  readonly #known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly sessions: LogSession[] }>();

  constructor(surroundings: Pick<Surroundings, 'pause'>) {
    this.#surroundings = surroundings;
  }

  /** Those of the document as it is; undefined where nobody waits for them any more, or it was changed meanwhile. */
  async of(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<readonly LogSession[] | undefined> {
    const { version, lineCount } = document;
    const known = this.#known.get(document);
    if (known?.version === version) {
      return known.sessions;
    }
    const lines = {
      count: lineCount,
      lineAt: (row: number) => (document.version === version ? document.lineAt(row).text : ''),
    };
    const sessions = await stepwise(readLogSessions(lines), this.#surroundings, token);
    if (sessions === undefined || document.version !== version) {
      return undefined;
    }
    this.#known.set(document, { version, sessions });
    return sessions;
  }
}
