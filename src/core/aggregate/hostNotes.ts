import type { Direction } from '../model/connector';
import { type HostNote, noteKey } from '../model/hostNote';
import { textKey } from '../reading/textKey';

/** How many hosts are noted before only a part of them is, picked by nothing but their names. */
const MOST_HOSTS = 1 << 16;
/** How many things are noted of a host: the first ones by the alphabet. Scanners call themselves anything. */
const MOST_NOTES = 16;
const WHOLE = 0x100000000;

/** What remote hosts said of themselves, in bounded memory, and the same in whatever order it was read. */
export class HostNotes {
  readonly #byHost = new Map<string, Map<string, HostNote>>();
  /** Hosts whose hash lies below are noted. */
  #limit = WHOLE;

  add(note: HostNote): void {
    const host = `${note.direction} ${note.host}`;
    if (this.#limit < WHOLE && textKey(host).high >= this.#limit) {
      return;
    }
    const notes = this.#byHost.get(host) ?? new Map<string, HostNote>();
    this.#byHost.set(host, notes);
    const key = noteKey(note);
    const known = notes.get(key);
    notes.set(key, known === undefined ? note : join(known, note));
    if (notes.size > MOST_NOTES) {
      notes.delete([...notes.keys()].reduce((last, one) => (one > last ? one : last)));
    }
    if (this.#byHost.size > MOST_HOSTS) {
      this.#thin();
    }
  }

  /** What a host said of itself, what it said last first. */
  of(direction: Direction, host: string): HostNote[] {
    const notes = [...(this.#byHost.get(`${direction} ${host}`)?.values() ?? [])];
    return notes.sort((a, b) => b.lastDay - a.lastDay || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  }

  #thin(): void {
    this.#limit /= 2;
    for (const host of this.#byHost.keys()) {
      if (textKey(host).high >= this.#limit) {
        this.#byHost.delete(host);
      }
    }
  }
}

function join(a: HostNote, b: HostNote): HostNote {
  return { ...a, firstDay: Math.min(a.firstDay, b.firstDay), lastDay: Math.max(a.lastDay, b.lastDay) };
}
