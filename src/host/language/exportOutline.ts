import * as vscode from 'vscode';
import type { DocumentStrings } from '../../core/document/documentWording';
import { isProtocolLog, type LogSession } from '../../core/document/logSessions';
import { type OutlinedConnector, outlineOf } from '../../core/document/outline';
import { TLS_STATES } from '../../core/model/tls';
import type { ConnectorLines } from '../../core/report/connectorLines';
import { formatCount } from '../../core/report/percent';
import { connectorLabel, fill } from '../../core/report/wording';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import type { DocumentSessions } from './documentSessions';
import type { ReadingOf } from './reportLens';

/**
 * The outline of an export: its connectors. Below them a protocol log has its sessions, any other export the TLS states with
 * the first line that proves each.
 */
export class ExportOutline implements vscode.DocumentSymbolProvider {
  readonly #sessions: DocumentSessions;
  readonly #strings: DocumentStrings;
  readonly #readingOf: ReadingOf;
  readonly #analysisOf: (uri: vscode.Uri) => ExportAnalysis | undefined;

  constructor(
    sessions: DocumentSessions,
    strings: DocumentStrings,
    readingOf: ReadingOf,
    analysisOf: (uri: vscode.Uri) => ExportAnalysis | undefined,
  ) {
    this.#sessions = sessions;
    this.#strings = strings;
    this.#readingOf = readingOf;
    this.#analysisOf = analysisOf;
  }

  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    const reading = this.#readingOf(document.uri);
    if (reading === undefined) {
      return undefined;
    }
    if (isProtocolLog(reading.report)) {
      const sessions = await this.#sessions.of(document, token);
      return sessions && outlineOf(sessions).map((connector) => this.#connectorOfLog(connector, document));
    }
    const connectors = (await this.#analysisOf(document.uri)?.ask(linesOf)) ?? [];
    return connectors.map((connector) => this.#connector(connector, document));
  }

  #connectorOfLog({ name, first, total, sessions }: OutlinedConnector, document: vscode.TextDocument) {
    const label = name === '' ? this.#strings.notTold : name;
    const symbol = symbolAt(document, first, label, this.#amount('sessions', total), vscode.SymbolKind.Module);
    symbol.children = sessions.map((session) => this.#session(session, document));
    const more = total - sessions.length;
    const last = sessions.at(-1);
    if (more > 0 && last !== undefined) {
      const text = fill(this.#strings['outline.more'], formatCount(more, vscode.env.language));
      symbol.children.push(symbolAt(document, last.last, text, '', vscode.SymbolKind.Null));
    }
    return symbol;
  }

  #session({ time, remote, tls, first, session }: LogSession, document: vscode.TextDocument): vscode.DocumentSymbol {
    const state = tls === undefined ? '' : this.#strings[`tls.${TLS_STATES[tls]}`];
    const name = [time, remote].filter((part) => part !== '').join(' ') || session;
    return symbolAt(document, first, name, state, vscode.SymbolKind.Event);
  }

  #connector(connector: ConnectorLines, document: vscode.TextDocument): vscode.DocumentSymbol {
    const { states } = connector;
    const first = Math.min(...states.map(({ line }) => line));
    const messages = states.reduce((sum, state) => sum + state.messages, 0);
    const label = connectorLabel(this.#strings, connector);
    const symbol = symbolAt(document, first - 1, label, this.#amount('messages', messages), vscode.SymbolKind.Module);
    symbol.children = states.map((state) => {
      const detail = this.#amount('messages', state.messages);
      return symbolAt(document, state.line - 1, this.#strings[`tls.${state.tls}`], detail, vscode.SymbolKind.Enum);
    });
    return symbol;
  }

  #amount(what: 'messages' | 'sessions', count: number): string {
    const { language } = vscode.env;
    return count === 1
      ? this.#strings[`outline.${what}.one`]
      : fill(this.#strings[`outline.${what}.many`], formatCount(count, language));
  }
}

// biome-ignore lint/correctness/useYield: an answer in one step
function* linesOf(analysis: { connectorLines(): ConnectorLines[] }): Generator<void, ConnectorLines[]> {
  return analysis.connectorLines();
}

/** An entry of one line: what belongs together stands all over the file. */
function symbolAt(
  document: vscode.TextDocument,
  row: number,
  name: string,
  detail: string,
  kind: vscode.SymbolKind,
): vscode.DocumentSymbol {
  const { range } = document.lineAt(Math.min(Math.max(0, row), document.lineCount - 1));
  return new vscode.DocumentSymbol(name, detail, kind, range, range);
}
