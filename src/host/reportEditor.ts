import type * as vscode from 'vscode';
import type { ReportPages } from './reportPages';
import { fileSet } from './sourceSet';

/** The custom editor's view type, as package.json declares it. */
export const REPORT_VIEW_TYPE = 'mailFlow.report';

/** The Connector report as a read-only editor of an export; several may show the same file. */
export class ReportEditor implements vscode.CustomReadonlyEditorProvider {
  readonly #pages: ReportPages;

  constructor(pages: ReportPages) {
    this.#pages = pages;
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    this.#pages.open(panel, fileSet(uri));
  }
}
