import * as vscode from 'vscode';
import type { AnalysisStore } from '../analysis/analysisStore';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import type { Reports } from '../pages/reports';
import { activeTabUri } from '../recognition/openExports';
import { askForExport, askForOneOf } from '../sources/askForSources';
import { fileSet, type SourceSet } from '../sources/sourceSet';
import { isTreeNode } from '../tree/treeNode';

/** Names of files that may be exports: on one that is none, the report says what it saw. */
const CANDIDATE = /\.(csv|log|txt|tsv|json|jsonl|ndjson|gz|zip)$/i;
/** Of such an address VS Code speaks where a panel is in front. */
const PANEL_SCHEME = 'webview-panel';

/** Finds out what a command is about. */
export class CommandTarget {
  readonly #store: AnalysisStore;
  readonly #reports: Reports;

  constructor(store: AnalysisStore, reports: Reports) {
    this.#store = store;
    this.#reports = reports;
  }

  /**
   * The menu's file, else the report or the export in the active tab, else what the widget shows, else the user is asked.
   * `argument`: what the menu hands over, or a report page: the key of its analysis.
   */
  async set(argument: unknown): Promise<SourceSet | undefined> {
    const meant = this.analysis(argument);
    if (meant !== undefined) {
      return meant.set;
    }
    if (argument instanceof vscode.Uri && argument.scheme !== PANEL_SCHEME) {
      return fileSet(argument);
    }
    const active = activeTabUri();
    const isExport = active !== undefined && (this.#store.get(active) !== undefined || CANDIDATE.test(active.path));
    const known = this.#reports.active ?? (isExport ? fileSet(active) : this.#store.current?.set);
    const asked = known === undefined ? await askForExport() : undefined;
    return asked === undefined ? known : fileSet(asked);
  }

  /** The analysis that a node of the tree stands for, or that has a key, which the status bar hands over. */
  analysis(argument: unknown): ExportAnalysis | undefined {
    return isTreeNode(argument) ? argument.analysis : [...this.#store.all].find(({ key }) => key === argument);
  }

  /** Likewise a file; of several that have a report, the user is asked for one. */
  async file(argument: unknown): Promise<vscode.Uri | undefined> {
    const set = await this.set(argument);
    if (set === undefined || set.kind === 'file') {
      return set?.uri;
    }
    const files = this.#store.openSet(set).sources;
    return askForOneOf(files, vscode.l10n.t('Which of these files?'));
  }
}
