import { type HostNotesOfStretch, NOTE_NUMBERS, NoteField } from '../facts/hostNoteList';
import { DIRECTIONS, type Direction } from '../model/connector';
import type { HostNote } from '../model/hostNote';
import { textKey } from '../reading/textKey';
import { CERTIFICATE, FirstNotes, type KeptNote, orderOf } from './firstNotes';

/** How many hosts are noted before only a part of them is, picked by nothing but their names. */
const MOST_HOSTS = 1 << 16;
const WHOLE = 0x100000000;
/** How many notes are added between two chances to pause. */
const NOTES_A_TIME = 1000;
/** In place of a host's number: it has not been looked for, or is not noted. */
const NOT_KNOWN = -1;
const NOT_NOTED = -2;

/** What was found out about texts of a list. */
interface KnownTexts {
  /** Numbers of hosts, or what stands in place of one, by position, then by direction. */
  readonly hosts: Int32Array;
  /** By position: see `orderOf`. */
  readonly orders: Float64Array;
}

/** What remote hosts said of themselves, in bounded memory, and the same in whatever order it was read. */
export class HostNotes {
  readonly #notes = new FirstNotes();
  /** Numbers of hosts by direction and name. */
  readonly #hosts = DIRECTIONS.map(() => new Map<string, number>());
  /** Hosts whose hash lies below are noted. */
  #limit = WHOLE;
  /** Numbers of hosts that no longer are: a stretch that is being added may still have them. */
  readonly #gone: number[] = [];
  /** Stretches say much of few hosts, and few names again and again: each is looked for once. */
  #known = new WeakMap<readonly string[], KnownTexts>();

  /** Adds what a stretch tells. Works in small steps. */
  *add({ texts, numbers }: HostNotesOfStretch): Generator<void> {
    if (this.#gone.length > 0) {
      this.#known = new WeakMap();
    }
    for (const host of this.#gone.splice(0)) {
      this.#notes.forget(host);
    }
    const known = withRoom(this.#known.get(texts), texts.length);
    this.#known.set(texts, known);
    for (let at = 0; at < numbers.length; at += NOTES_A_TIME * NOTE_NUMBERS) {
      this.#addSome(numbers.subarray(at, at + NOTES_A_TIME * NOTE_NUMBERS), texts, known);
      yield;
    }
  }

  /** What a host said of itself, what it said last first. */
  of(direction: Direction, host: string): HostNote[] {
    const number = this.#hosts[DIRECTIONS.indexOf(direction)]?.get(host);
    const notes = number === undefined ? [] : this.#notes.of(number);
    return notes.map(shown).sort((a, b) => b.lastDay - a.lastDay || (a.text > b.text ? 1 : -1));
  }

  #addSome(numbers: Int32Array, texts: readonly string[], { hosts, orders }: KnownTexts): void {
    for (let at = 0; at < numbers.length; at += NOTE_NUMBERS) {
      const side = numbers[at + NoteField.direction] as number;
      const place = numbers[at + NoteField.host] as number;
      const said = numbers[at + NoteField.text] as number;
      const host = this.#numberOf(side, texts[place] as string, DIRECTIONS.length * place + side, hosts);
      if (host !== NOT_NOTED) {
        const text = texts[said] as string;
        const order = numbers[at + NoteField.isCertificate] === 1 ? CERTIFICATE : knownOrder(text, said, orders);
        const [first, last] = [numbers[at + NoteField.firstDay] as number, numbers[at + NoteField.lastDay] as number];
        this.#notes.note(host, order, text, first, last);
      }
    }
  }

  #numberOf(side: number, name: string, place: number, hosts: Int32Array): number {
    if (hosts[place] === NOT_KNOWN) {
      hosts[place] = this.#hostOf(side, name);
    }
    return hosts[place] as number;
  }

  /** The number of a host that is noted, or is to be; {@link NOT_NOTED} where it is not. */
  #hostOf(side: number, name: string): number {
    const hosts = this.#hosts[side] as Map<string, number>;
    const known = hosts.get(name);
    if (known !== undefined) {
      return known;
    }
    if (this.#limit < WHOLE && textKey(name).high >= this.#limit) {
      return NOT_NOTED;
    }
    const host = this.#notes.claim();
    hosts.set(name, host);
    this.#thin(hosts);
    return hosts.get(name) ?? NOT_NOTED;
  }

  /** Leaves the same hosts in whatever order they came: those whose hash is small enough. */
  #thin(hosts: ReadonlyMap<string, unknown>): void {
    while (hosts.size > MOST_HOSTS) {
      this.#limit /= 2;
      for (const some of this.#hosts) {
        for (const [name, host] of some) {
          if (textKey(name).high >= this.#limit) {
            some.delete(name);
            this.#gone.push(host);
          }
        }
      }
    }
  }
}

/** The same, with places for so many texts. */
function withRoom(known: KnownTexts | undefined, texts: number): KnownTexts {
  if (known !== undefined && texts <= known.orders.length) {
    return known;
  }
  const room = Math.max(texts, 2 * (known?.orders.length ?? 0));
  const hosts = new Int32Array(DIRECTIONS.length * room).fill(NOT_KNOWN);
  const orders = new Float64Array(room).fill(NOT_KNOWN);
  hosts.set(known?.hosts ?? []);
  orders.set(known?.orders ?? []);
  return { hosts, orders };
}

function knownOrder(text: string, place: number, orders: Float64Array): number {
  if (orders[place] === NOT_KNOWN) {
    orders[place] = orderOf(text);
  }
  return orders[place] as number;
}

function shown({ isCertificate, text, firstDay, lastDay }: KeptNote): HostNote {
  const [expires = '', subject = ''] = isCertificate ? text.split('\t') : [];
  return isCertificate
    ? { kind: 'certificate', text: subject, expires: expires === '' ? null : Number(expires), firstDay, lastDay }
    : { kind: 'name', text, expires: null, firstDay, lastDay };
}
