import type * as vscode from 'vscode';
import { DEFAULT_CHOICES, type ReportChoices, restoreChoices } from '../protocol/choices';

const KEY = 'mailFlow.choices';
/** Of so many files, those looked at last. */
const MOST_FILES = 50;

/**
 * What readers chose on report pages, for when a file is opened again: VS Code forgets a page's own state with its tab. Kept
 * with the workspace.
 */
export class RememberedChoices {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** Those for a file. One never seen before gets the columns that were arranged last; null where nothing is remembered. */
  of(uri: vscode.Uri): ReportChoices | null {
    const all = this.#all();
    const known = all.find(([key]) => key === uri.toString());
    if (known !== undefined) {
      return restoreChoices(known[1]);
    }
    const newest = all.at(-1);
    return newest === undefined ? null : { ...DEFAULT_CHOICES, columns: restoreChoices(newest[1]).columns };
  }

  remember(uri: vscode.Uri, choices: ReportChoices): void {
    const key = uri.toString();
    const others = this.#all().filter(([other]) => other !== key);
    void this.#memento.update(KEY, [...others.slice(1 - MOST_FILES), [key, choices]]);
  }

  /** The newest last. */
  #all(): [key: string, choices: unknown][] {
    const saved = this.#memento.get<unknown>(KEY);
    return Array.isArray(saved) ? saved.filter((entry) => Array.isArray(entry) && typeof entry[0] === 'string') : [];
  }
}
