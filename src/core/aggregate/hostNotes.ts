import { type HostNotesOfStretch, NOTE_NUMBERS, NoteField } from '../facts/hostNoteList';
import { DIRECTIONS, type Direction } from '../model/connector';
import type { HostNote } from '../model/hostNote';
import { textKey } from '../reading/textKey';

/** How many hosts are noted before only a part of them is, picked by nothing but their names. */
const MOST_HOSTS = 1 << 16;
/** How many things are noted of a host: the first ones by the alphabet. Scanners call themselves anything. */
const MOST_NOTES = 16;
const WHOLE = 0x100000000;
/** How many notes are added between two chances to pause. */
const NOTES_A_TIME = 500;

/** A note as it is kept. */
interface Kept {
  readonly isCertificate: boolean;
  readonly text: string;
  firstDay: number;
  lastDay: number;
}

type Days = readonly [firstDay: number, lastDay: number];

/** What remote hosts said of themselves, in bounded memory, and the same in whatever order it was read. */
export class HostNotes {
  /** By direction and host; of a host by the alphabet, certificates behind names. */
  readonly #byHost = DIRECTIONS.map(() => new Map<string, Kept[]>());
  /** Hosts whose hash lies below are noted. */
  #limit = WHOLE;

  /** Adds what a stretch tells. Works in small steps. */
  *add({ texts, numbers }: HostNotesOfStretch): Generator<void> {
    for (let at = 0; at < numbers.length; at += NOTE_NUMBERS) {
      const number = (field: number): number => numbers[at + field] as number;
      const host = texts[number(NoteField.host)] ?? '';
      if (this.#limit === WHOLE || textKey(host).high < this.#limit) {
        const text = texts[number(NoteField.text)] ?? '';
        const isCertificate = number(NoteField.isCertificate) === 1;
        const days = [number(NoteField.firstDay), number(NoteField.lastDay)] as const;
        this.#note(number(NoteField.direction), host, isCertificate, text, days);
      }
      if (at % (NOTES_A_TIME * NOTE_NUMBERS) === 0) {
        yield;
      }
    }
  }

  /** What a host said of itself, what it said last first. */
  of(direction: Direction, host: string): HostNote[] {
    const notes = this.#byHost[DIRECTIONS.indexOf(direction)]?.get(host) ?? [];
    return notes.map(shown).sort((a, b) => b.lastDay - a.lastDay || (a.text > b.text ? 1 : -1));
  }

  #note(side: number, host: string, isCertificate: boolean, text: string, [firstDay, lastDay]: Days): void {
    const byHost = this.#byHost[side] as Map<string, Kept[]>;
    const notes = byHost.get(host);
    if (notes === undefined) {
      byHost.set(host, [{ isCertificate, text, firstDay, lastDay }]);
      this.#thin(byHost);
      return;
    }
    let place = notes.length;
    while (place > 0 && isBefore(isCertificate, text, notes[place - 1] as Kept)) {
      place--;
    }
    const known = notes[place - 1];
    if (known !== undefined && known.text === text && known.isCertificate === isCertificate) {
      known.firstDay = Math.min(known.firstDay, firstDay);
      known.lastDay = Math.max(known.lastDay, lastDay);
    } else if (place < MOST_NOTES) {
      notes.splice(place, 0, { isCertificate, text, firstDay, lastDay });
      if (notes.length > MOST_NOTES) {
        notes.pop();
      }
    }
  }

  /** Leaves the same hosts in whatever order they came: those whose hash is small enough. */
  #thin(byHost: ReadonlyMap<string, unknown>): void {
    while (byHost.size > MOST_HOSTS) {
      this.#limit /= 2;
      for (const hosts of this.#byHost) {
        for (const host of hosts.keys()) {
          if (textKey(host).high >= this.#limit) {
            hosts.delete(host);
          }
        }
      }
    }
  }
}

/** By the alphabet, certificates behind names. */
function isBefore(isCertificate: boolean, text: string, than: Kept): boolean {
  return isCertificate === than.isCertificate ? text < than.text : than.isCertificate;
}

function shown({ isCertificate, text, firstDay, lastDay }: Kept): HostNote {
  const [expires = '', subject = ''] = isCertificate ? text.split('\t') : [];
  return isCertificate
    ? { kind: 'certificate', text: subject, expires: expires === '' ? null : Number(expires), firstDay, lastDay }
    : { kind: 'name', text, expires: null, firstDay, lastDay };
}
