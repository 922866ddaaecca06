import * as vscode from 'vscode';
import { REPORT_VIEW_TYPE } from '../identifiers';
import { closeTabsOf } from '../recognition/openExports';
import type { SourceSet } from '../sources/sourceSet';
import type { ReportPages } from './reportPages';
import type { ReportPanels } from './reportPanels';
import type { ShowOptions } from './reportRequests';

/** Opens the report of whatever is asked for: of a file in an editor, of several files in a panel. */
export class Reports {
  readonly #pages: ReportPages;
  readonly #panels: ReportPanels;

  constructor(pages: ReportPages, panels: ReportPanels) {
    this.#pages = pages;
    this.#panels = panels;
  }

  /** What the active report page is of, where there is one. */
  get active(): SourceSet | undefined {
    return this.#pages.active;
  }

  /** Opens the report of a set. */
  async show(set: SourceSet, options: ShowOptions = {}): Promise<void> {
    if (set.kind === 'file') {
      await vscode.commands.executeCommand('vscode.openWith', set.uri, REPORT_VIEW_TYPE);
    } else {
      this.#panels.show(set);
    }
    await this.#pages.lead(set, options);
  }

  /** Closes what shows a set: the tabs with the file, or the panel. */
  async close(set: SourceSet): Promise<void> {
    if (set.kind === 'file') {
      await closeTabsOf(set.uri);
    } else {
      this.#pages.panelOf(set)?.dispose();
    }
  }
}
