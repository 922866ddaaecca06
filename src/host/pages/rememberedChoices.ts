import type * as vscode from 'vscode';
import { DEFAULT_CHOICES, type ReportChoices, restoreChoices } from '../../protocol/choices';

const KEY = 'mailFlow.choices';
/** Of so many reports, those looked at last. */
const MOST_REPORTS = 50;

/**
 * What readers chose on report pages, for when a report is opened again: VS Code forgets a page's own state with its tab. Kept
 * with the workspace.
 */
export class RememberedChoices {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** Those for the report with this key (`keyOf`). One never seen before gets the columns that were arranged last; null where nothing is remembered. */
  of(key: string): ReportChoices | null {
    const all = this.#all();
    const known = all.find(([known]) => known === key);
    if (known !== undefined) {
      return restoreChoices(known[1]);
    }
    const newest = all.at(-1);
    return newest === undefined ? null : { ...DEFAULT_CHOICES, columns: restoreChoices(newest[1]).columns };
  }

  remember(key: string, choices: ReportChoices): void {
    const others = this.#all().filter(([other]) => other !== key);
    void this.#memento.update(KEY, [...others.slice(1 - MOST_REPORTS), [key, choices]]);
  }

  /** The newest last. */
  #all(): [key: string, choices: unknown][] {
    const saved = this.#memento.get<unknown>(KEY);
    return Array.isArray(saved) ? saved.filter((entry) => Array.isArray(entry) && typeof entry[0] === 'string') : [];
  }
}
