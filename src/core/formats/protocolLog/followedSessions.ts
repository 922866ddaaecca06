import type { FactsWriter } from '../../facts/factsWriter';
import { flagsOf } from '../../facts/sessionParts';
import type { Direction } from '../../model/connector';
import type { Slot } from '../../reading/columnPlan';
import type { RecordCursor } from '../../reading/recordCursor';
import {
  type FollowedKind,
  KeptField,
  NO_LINE,
  type RowFollower,
  type SessionKeeper,
  SumField,
  TextTable,
} from '../../reading/rowFollower';
import type { TextList } from '../../reading/textList';
import type { FormatContext } from '../format';
import type { Introductions } from './introductions';
import { KeptSessions } from './keptSessions';
import { MAY_INTRODUCE, NOTHING } from './meanings';
import type { RowMeanings } from './rowMeanings';
import type { Services } from './services';
import { Session } from './session';
import { serverKey } from './sessionKeys';
import type { SessionKind, StretchSessions } from './stretchSessions';

/** What tells what rows mean. */
interface Parts {
  readonly services: Services;
  readonly meanings: RowMeanings;
  readonly introductions: Introductions;
}

/**
 * The sessions of a log whose rows a reader follows by itself: those whose rows have come one after the other. As soon as something
 * is odd about one, it is taken over: from then on its rows are read like everybody's.
 */
export class FollowedSessions implements RowFollower {
  readonly isReceive: boolean;
  readonly width: number;
  readonly today: number;
  readonly names: FactsWriter;
  readonly noteTexts: TextList;
  readonly #context: FormatContext;
  readonly #sessions: StretchSessions;
  readonly #direction: Direction;
  readonly #services: Services;
  readonly #meanings: RowMeanings;
  readonly #introductions: Introductions;
  readonly #time: Slot;
  readonly #id: Slot;
  readonly #kept: KeptSessions;
  #keeper: SessionKeeper | undefined;
  /** Of sessions that the reader counts by itself, in the order in which it asked for them. */
  readonly #kinds: SessionKind[] = [];
  /** One session after the other. */
  readonly #one = new Session();

  /** `width`: see {@link RowFollower}; `time` and `id`: of the plan. */
  constructor(
    context: FormatContext,
    sessions: StretchSessions,
    direction: Direction,
    { services, meanings, introductions }: Parts,
    [time, id]: readonly [time: Slot, id: Slot],
    width: number,
  ) {
    this.#context = context;
    this.names = context.facts;
    this.noteTexts = context.facts.hostNotes.texts;
    this.#sessions = sessions;
    this.#direction = direction;
    this.#services = services;
    this.#kept = new KeptSessions(context.facts, services);
    this.#meanings = meanings;
    this.#introductions = introductions;
    this.#time = time;
    this.#id = id;
    this.width = width;
    this.isReceive = direction === 'inbound';
    this.today = context.options.today;
  }

  /** How many sessions the reader keeps. */
  get kept(): number {
    return this.#keeper?.open ?? 0;
  }

  begin(keeper: SessionKeeper): void {
    this.#keeper = keeper;
    this.tellCertificates();
    for (const { idHigh, idLow } of this.#sessions.open.all()) {
      this.leave(idHigh, idLow);
    }
  }

  /** A row with an id is read like everybody's: so are all that come. */
  leave(high: number, low: number): void {
    if (this.#keeper?.leave(high, low, this.#takeOver) === false) {
      this.end();
    }
  }

  /** A session has been closed that had been taken over. */
  closed(high: number, low: number): void {
    if (this.#keeper !== undefined && this.#sessions.open.withId(high, low).next().done === true) {
      this.#keeper.leaveNone(high, low);
    }
  }

  /** Whether rows about certificates are to be looked at. */
  tellCertificates(): void {
    this.#keeper?.certificates(this.#introductions.isBegun);
  }

  /** Takes over every session that the reader keeps: it follows none any more. */
  end(): void {
    this.#stopped()?.stop(this.#takeOver);
  }

  /** No row more is read: what the reader keeps is written down, or taken over to be so. */
  finish(): void {
    this.#stopped()?.finish(this.#takeOver);
  }

  /** The reader, which is nobody's keeper any more. */
  #stopped(): SessionKeeper | undefined {
    const keeper = this.#keeper;
    this.#keeper = undefined;
    this.#sessions.followed += keeper?.followed ?? 0;
    return keeper;
  }

  full(): void {
    this.end();
  }

  learn(table: number, name: number): number {
    const { facts } = this.#context;
    const { names } = facts;
    switch (table) {
      case TextTable.connectors:
        return Number(this.#services.of(names, name).server === undefined);
      case TextTable.small:
        return facts.name(names.smallOf(name));
      case TextTable.ciphers:
        return facts.name(this.#meanings.learn(table, names, name));
      case TextTable.hostNames:
        return this.noteTexts.of(this.#introductions.nameIn(names, name));
      default:
        return this.#meanings.learn(table, names, name);
    }
  }

  look(
    record: RecordCursor,
    remote: number,
  ): readonly [meaning: number, name: number, fingerprint: number, certificate: number] {
    const told = this.#meanings.of(record);
    const meaning = told & ~MAY_INTRODUCE;
    let certificate = 0;
    if (told !== meaning && remote >= 0) {
      const session = { remote, idHigh: record.keyHigh(this.#id), idLow: record.keyLow(this.#id) };
      certificate = this.#introductions.note(record, session, record.day(this.#time), this.#context.facts.hostNotes);
      this.tellCertificates();
    }
    return meaning === NOTHING
      ? [NOTHING, 0, 0, certificate]
      : [
          meaning,
          this.names.name(this.#meanings.nameOf(record, meaning)),
          this.#meanings.fingerprint(record, meaning),
          certificate,
        ];
  }

  noted(rows: Int32Array): void {
    this.#context.facts.hostNotes.addRows(rows);
  }

  kindOf(numbers: Int32Array, at: number): FollowedKind {
    const session = this.#read(numbers, at);
    const { direction, connector, server, isHub } = session;
    const { facts } = this.#context;
    this.#kinds.push({ direction, connector, server, isHub });
    return {
      ...serverKey(direction, server),
      flags: flagsOf(session),
      route: facts.route(this.#sessions.routeOf(session)),
      server: facts.text(server),
      connector: facts.text(connector),
    };
  }

  readonly ended = (numbers: Int32Array, at: number): void => {
    const session = this.#read(numbers, at);
    session.lastSequence = (numbers[at + KeptField.next] as number) - 1;
    this.#sessions.count(session);
  };

  /** What the reader knows of a session, until the next one is read. */
  #read(numbers: Int32Array, at: number): Session {
    const [high, low] = [numbers[at + KeptField.idHigh] as number, numbers[at + KeptField.idLow] as number];
    this.#one.begin(this.#direction, high, low, this.#kept.serverOf(numbers, at));
    this.#kept.fill(this.#one, numbers, at);
    return this.#one;
  }

  messages(rows: Int32Array): void {
    this.#context.facts.crossed(rows);
  }

  parts(numbers: Int32Array): void {
    this.#context.facts.sessions.append(numbers);
  }

  counted(numbers: Int32Array, at: number): void {
    const field = (position: number): number => numbers[at + position] as number;
    this.#sessions.add(this.#kinds[field(SumField.kind)] as SessionKind, {
      day: field(SumField.day),
      sessions: field(SumField.sessions),
      withoutMessage: field(SumField.withoutMessage),
      used: field(SumField.used),
      unused: field(SumField.unused),
      firstLine: field(SumField.line) === NO_LINE ? undefined : field(SumField.line),
      tells: field(SumField.tells) === 1,
    });
  }

  readonly #takeOver = (numbers: Int32Array, at: number): void => {
    const [high, low] = [numbers[at + KeptField.idHigh] as number, numbers[at + KeptField.idLow] as number];
    const server = this.#kept.serverOf(numbers, at);
    this.#kept.fill(this.#sessions.open.another(this.#direction, server, high, low), numbers, at);
  };
}
