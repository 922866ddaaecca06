import * as vscode from 'vscode';
import type { FormatId } from '../../core/model/exportKind';
import { recognizeFile } from '../../core/stretch/fileBeginning';
import { columnMappings } from '../settings/settings';
import { type ExportSource, locationOf } from '../sources/exportSource';

/** Our languages, as package.json declares them. */
type LanguageId = 'exchange-log' | 'exchange-message-trace';

const LANGUAGE_OF: ReadonlyMap<FormatId, LanguageId> = new Map<FormatId, LanguageId>([
  ['smtp-receive-protocol-log', 'exchange-log'],
  ['smtp-send-protocol-log', 'exchange-log'],
  ['message-tracking-log', 'exchange-log'],
]);

/** Gives the text of an export our highlighting, in place of what its name or another extension gave it. */
export async function useHighlighting(uri: vscode.Uri | undefined, source: ExportSource): Promise<void> {
  if (uri === undefined) {
    return;
  }
  const start = await source.start(uri);
  const kind = start && recognizeFile(start, columnMappings(uri), locationOf(uri)).kind;
  // The grammars are for rows of a table; JSON and mail logs of other servers have highlighting of their own.
  if (kind === undefined || (kind.dialect.layout ?? 'table') !== 'table') {
    throw new Error(vscode.l10n.t('This file is no export that has a highlighting.'));
  }
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document === undefined) {
    throw new Error(
      vscode.l10n.t('VS Code gives extensions no text of this file: it is larger than 50 MB, or taken for binary.'),
    );
  }
  await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_OF.get(kind.format) ?? 'exchange-message-trace');
}
