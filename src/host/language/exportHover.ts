import * as vscode from 'vscode';
import type { DocumentStrings } from '../../core/document/documentWording';
import { explainAt } from '../../core/document/explain';
import { guessDialect } from '../../core/reading/dialect';
import { analysisOptions } from '../settings/settings';

/** As many lines tell what separates a file's cells. */
const HEAD_LINES = 20;

/** Explains TLS versions, ciphers and `custom_data` cells of an export. */
export class ExportHover implements vscode.HoverProvider {
  readonly #strings: DocumentStrings;

  constructor(strings: DocumentStrings) {
    this.#strings = strings;
  }

  provideHover(document: vscode.TextDocument, { line, character }: vscode.Position): vscode.Hover | undefined {
    const head = document.getText(new vscode.Range(0, 0, HEAD_LINES, 0));
    const explanation = explainAt(document.lineAt(line).text, character, {
      strings: this.#strings,
      delimiter: guessDialect(head).delimiter,
      missingTlsMeansNone: analysisOptions(document.uri).missingTlsMeansNone,
    });
    if (explanation === undefined) {
      return undefined;
    }
    const { blocks, page, start, end } = explanation;
    const links = page === undefined ? [] : [linkTo(page)];
    const contents = [...blocks, ...links].map((block) => {
      const markdown = new vscode.MarkdownString(block);
      // The one command that a link may run; text of the file makes no links (markdownText).
      markdown.isTrusted = { enabledCommands: ['mailFlow.showGuidance'] };
      return markdown;
    });
    return new vscode.Hover(contents, new vscode.Range(line, start, line, end));
  }
}

function linkTo(page: string): string {
  const target = `command:mailFlow.showGuidance?${encodeURIComponent(JSON.stringify([page]))}`;
  return `[${vscode.l10n.t('What to do about it')}](${target})`;
}
