import { type HostNotesOfStretch, NOTE_NUMBERS, NoteField } from '../facts/hostNoteList';
import { DIRECTIONS, type Direction } from '../model/connector';
import type { HostNote } from '../model/hostNote';
import { textKey } from '../reading/textKey';
import { Adding } from './addingKernel';
import { PeerTable } from './peerTable';

/** How many hosts are noted before only a part of them is, picked by nothing but their names. */
const MOST_HOSTS = 1 << 16;
const WHOLE = 0x100000000;
/** How many notes are added, and names looked at, between two chances to pause. */
const NOTES_A_TIME = 1000;
const NAMES_A_TIME = 4096;
/** In place of a host: it is not noted. */
const NOT_NOTED = -1;
/** Behind how many numbers of a host the texts of its notes begin, their places in the alphabet, and their days (adding/notes.as). */
const TEXTS = 4;
const ORDERS = 20;
const DAYS = 52;
/** The upper half of a place in the alphabet is that much or more of certificates. */
const CERTIFICATE = 1 << 30;

/**
 * What remote hosts said of themselves, in bounded memory, and the same in whatever order it was read: of each host the first notes by
 * the alphabet. Notes are very many, and most come too late to be kept, or are known: the adding kernel says so by numbers, and asks
 * for each name once.
 */
export class HostNotes {
  readonly #adding: Adding;
  readonly #names: PeerTable;
  /** Numbers of hosts by direction and name. */
  readonly #hosts = DIRECTIONS.map(() => new Map<string, number>());
  /** Hosts whose hash lies below are noted. */
  #limit = WHOLE;
  #hostCount = 0;
  /** Numbers that stand for no host any more. */
  readonly #free: number[] = [];

  constructor(adding = new Adding(), names = new PeerTable(adding)) {
    this.#adding = adding;
    this.#names = names;
  }

  /** Adds what a stretch tells. Works in small steps. */
  *add({ texts, numbers }: HostNotesOfStretch): Generator<void> {
    if (numbers.length === 0) {
      return;
    }
    const adding = this.#adding;
    const names = yield* this.#names.textNumbers.of(texts);
    const to = adding.kernel.wantNumbers(names.length, 0) >>> 2;
    adding.words.set(names, to);
    for (let at = 0; at < numbers.length; at += NOTES_A_TIME * NOTE_NUMBERS) {
      const rows = numbers.subarray(at, at + NOTES_A_TIME * NOTE_NUMBERS);
      adding.words.set(rows, adding.rows);
      yield* this.#addCopied(rows, names);
      yield;
    }
  }

  /** What a host said of itself, what it said last first. */
  of(direction: Direction, host: string): HostNote[] {
    const number = this.#hosts[DIRECTIONS.indexOf(direction)]?.get(host);
    const notes = number === undefined ? [] : this.#notesOf(number);
    return notes.sort((a, b) => b.lastDay - a.lastDay || (a.text > b.text ? 1 : -1));
  }

  /** Adds rows that have been copied to the kernel's memory. */
  *#addCopied(rows: Int32Array, names: Int32Array): Generator<void> {
    const { kernel } = this.#adding;
    const count = rows.length / NOTE_NUMBERS;
    for (let row = kernel.addNotes(0, count); row < count; row = kernel.addNotes(row, count)) {
      const at = row * NOTE_NUMBERS;
      const side = rows[at + NoteField.direction] as number;
      const host = names[rows[at + NoteField.host] as number] as number;
      const text = names[rows[at + NoteField.text] as number] as number;
      kernel.tellHost(host, side, this.#hostOf(side, this.#names.text(host)));
      if (kernel.hasOrder(text) === 0) {
        kernel.tellOrder(text, ...orderOf(this.#names.text(text)));
      }
      while (this.#hosts.some(({ size }) => size > MOST_HOSTS)) {
        yield* this.#thin();
      }
    }
  }

  #notesOf(host: number): HostNote[] {
    const { words, kernel } = this.#adding;
    const from = kernel.hostAt(host) >>> 2;
    return Array.from({ length: words[from] as number }, (_, note) => {
      const text = this.#names.text(words[from + TEXTS + note] as number);
      const daysAt = from + DAYS + 2 * note;
      const days = { firstDay: words[daysAt] as number, lastDay: words[daysAt + 1] as number };
      const isCertificate = (words[from + ORDERS + 2 * note + 1] as number) >= CERTIFICATE;
      return isCertificate ? certificate(text, days) : { kind: 'name', text, expires: null, ...days };
    });
  }

  /** What stands for a host, as it is to be told; of one that is not known, a new number where it is to be noted. */
  #hostOf(side: number, name: string): number {
    const hosts = this.#hosts[side] as Map<string, number>;
    let host = hosts.get(name);
    if (host === undefined) {
      if (this.#limit < WHOLE && textKey(name).high >= this.#limit) {
        return NOT_NOTED;
      }
      host = this.#free.pop() ?? this.#hostCount++;
      this.#adding.kernel.emptyHost(host);
      hosts.set(name, host);
    }
    return host + 1;
  }

  /** Leaves the same hosts in whatever order they came: those whose hash is small enough. Works in small steps. */
  *#thin(): Generator<void> {
    const { kernel } = this.#adding;
    this.#limit /= 2;
    let looked = 0;
    for (const some of this.#hosts) {
      for (const [name, host] of some) {
        if (textKey(name).high >= this.#limit) {
          some.delete(name);
          this.#free.push(host);
          kernel.emptyHost(host);
        }
        if (++looked % NAMES_A_TIME === 0) {
          yield;
        }
      }
    }
    kernel.forgetHosts();
  }
}

function certificate(text: string, days: Pick<HostNote, 'firstDay' | 'lastDay'>): HostNote {
  const [expires = '', subject = ''] = text.split('\t');
  return { kind: 'certificate', text: subject, expires: expires === '' ? null : Number(expires), ...days };
}

/** How many characters {@link orderOf} looks at, and what stands for those from here on. */
const ORDERED = 7;
const HIGHEST = 255;

/**
 * Two numbers of 32 bits for a text's beginning: of two texts with different ones, the one with the lower comes first by the alphabet.
 * The second is odd.
 */
function orderOf(text: string): [high: number, low: number] {
  const units: number[] = [];
  for (let at = 0; at < ORDERED; at++) {
    units.push(units.includes(HIGHEST) || at >= text.length ? 0 : Math.min(text.charCodeAt(at), HIGHEST));
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = units;
  return [(a << 24) | (b << 16) | (c << 8) | d, (e << 24) | (f << 16) | (g << 8) | 1];
}
