import type { Direction } from '../model/connector';
import { type HostNote, noteKey } from '../model/hostNote';

/** What hosts said of themselves in a stretch, each thing once. */
export class HostNoteList {
  readonly #notes = new Map<string, HostNote>();

  add(direction: Direction, host: string, what: Pick<HostNote, 'kind' | 'text' | 'expires'>, day: number): void {
    const key = `${direction} ${host} ${noteKey(what)}`;
    const known = this.#notes.get(key);
    if (known === undefined) {
      this.#notes.set(key, { direction, host, ...what, firstDay: day, lastDay: day });
    } else if (day < known.firstDay || day > known.lastDay) {
      const days = { firstDay: Math.min(day, known.firstDay), lastDay: Math.max(day, known.lastDay) };
      this.#notes.set(key, { ...known, ...days });
    }
  }

  all(): HostNote[] {
    return [...this.#notes.values()];
  }
}
