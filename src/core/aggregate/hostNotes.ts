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
const NOT_KNOWN = -1;

/** A note as it is kept. */
interface Kept {
  readonly isCertificate: boolean;
  readonly text: string;
  firstDay: number;
  lastDay: number;
}

/** What a host said: by the alphabet, certificates behind names. */
interface Host {
  readonly notes: Kept[];
  /** Of each the {@link orderOf}: by these most are found without a look at a text, which lie scattered in memory. */
  readonly orders: number[];
}

/** What remote hosts said of themselves, in bounded memory, and the same in whatever order it was read. */
export class HostNotes {
  /** By direction and name. */
  readonly #hosts = DIRECTIONS.map(() => new Map<string, Host>());
  /** Hosts whose hash lies below are noted. */
  #limit = WHOLE;

  /** Adds what a stretch tells. Works in small steps. */
  *add({ texts, numbers }: HostNotesOfStretch): Generator<void> {
    // A stretch says much of few hosts, and few names again and again: each is looked for once.
    const hosts = DIRECTIONS.map(() => new Array<Host | undefined>(texts.length).fill(undefined));
    const orders = new Float64Array(texts.length).fill(NOT_KNOWN);
    for (let at = 0; at < numbers.length; at += NOTE_NUMBERS) {
      const number = (field: number): number => numbers[at + field] as number;
      const [side, place, said] = [number(NoteField.direction), number(NoteField.host), number(NoteField.text)];
      const known = hosts[side] as (Host | undefined)[];
      const host = known[place] ?? this.#hostOf(side, texts[place] ?? '');
      known[place] = host;
      const isCertificate = number(NoteField.isCertificate) === 1;
      if (!isCertificate && orders[said] === NOT_KNOWN) {
        orders[said] = orderOf(texts[said] ?? '');
      }
      if (host !== undefined) {
        const order = isCertificate ? CERTIFICATE : (orders[said] as number);
        note(host, order, texts[said] ?? '', number(NoteField.firstDay), number(NoteField.lastDay));
      }
      if (at % (NOTES_A_TIME * NOTE_NUMBERS) === 0) {
        yield;
      }
    }
  }

  /** What a host said of itself, what it said last first. */
  of(direction: Direction, host: string): HostNote[] {
    const { notes = [] } = this.#hosts[DIRECTIONS.indexOf(direction)]?.get(host) ?? {};
    return notes.map(shown).sort((a, b) => b.lastDay - a.lastDay || (a.text > b.text ? 1 : -1));
  }

  /** A host that is noted, or is to be; undefined where it is not. */
  #hostOf(side: number, name: string): Host | undefined {
    const hosts = this.#hosts[side] as Map<string, Host>;
    const known = hosts.get(name);
    if (known !== undefined || (this.#limit < WHOLE && textKey(name).high >= this.#limit)) {
      return known;
    }
    const host = { notes: [], orders: [] };
    hosts.set(name, host);
    this.#thin(hosts);
    return host;
  }

  /** Leaves the same hosts in whatever order they came: those whose hash is small enough. */
  #thin(hosts: ReadonlyMap<string, unknown>): void {
    while (hosts.size > MOST_HOSTS) {
      this.#limit /= 2;
      for (const some of this.#hosts) {
        for (const name of some.keys()) {
          if (textKey(name).high >= this.#limit) {
            some.delete(name);
          }
        }
      }
    }
  }
}

function note({ notes, orders }: Host, order: number, text: string, firstDay: number, lastDay: number): void {
  let place = notes.length;
  while (place > 0 && isBefore(order, text, orders[place - 1] as number, notes[place - 1] as Kept)) {
    place--;
  }
  const known = orders[place - 1] === order ? notes[place - 1] : undefined;
  if (known?.text === text) {
    known.firstDay = Math.min(known.firstDay, firstDay);
    known.lastDay = Math.max(known.lastDay, lastDay);
  } else if (place < MOST_NOTES) {
    notes.splice(place, 0, { isCertificate: order === CERTIFICATE, text, firstDay, lastDay });
    orders.splice(place, 0, order);
    if (notes.length > MOST_NOTES) {
      notes.pop();
      orders.pop();
    }
  }
}

/** How many characters {@link orderOf} looks at, and what stands for those from here on. */
const ORDERED = 6;
const HIGHEST = 255;
/** In place of such a number, of a certificate. */
const CERTIFICATE = Number.MAX_VALUE;

/** A number for a text's beginning: of two texts with different ones, the one with the lower comes first by the alphabet. */
function orderOf(text: string): number {
  let order = 0;
  let isOver = false;
  for (let at = 0; at < ORDERED; at++) {
    const unit: number = isOver || at >= text.length ? 0 : Math.min(text.charCodeAt(at), HIGHEST);
    isOver ||= unit === HIGHEST;
    order = order * (HIGHEST + 1) + unit;
  }
  return order;
}

/** By the alphabet, certificates behind names. */
function isBefore(order: number, text: string, thanOrder: number, than: Kept): boolean {
  return order === thanOrder ? text < than.text : order < thanOrder;
}

function shown({ isCertificate, text, firstDay, lastDay }: Kept): HostNote {
  const [expires = '', subject = ''] = isCertificate ? text.split('\t') : [];
  return isCertificate
    ? { kind: 'certificate', text: subject, expires: expires === '' ? null : Number(expires), firstDay, lastDay }
    : { kind: 'name', text, expires: null, firstDay, lastDay };
}
