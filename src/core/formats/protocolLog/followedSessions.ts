import type { Route } from '../../facts/facts';
import type { Direction } from '../../model/connector';
import type { Slot } from '../../reading/columnPlan';
import type { RecordCursor } from '../../reading/recordCursor';
import {
  KeptField,
  NO_LINE,
  type RowFollower,
  type SessionKeeper,
  SumField,
  type TakeSession,
  TextTable,
} from '../../reading/rowFollower';
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
  /** Of sessions that the reader counts by itself, by the numbers that it gave. */
  readonly #kinds: SessionKind[] = [];
  readonly #routes: Route[] = [];
  /** One session after the other that has ended. */
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
    this.#sessions = sessions;
    this.#direction = direction;
    this.#services = services;
    this.#kept = new KeptSessions(context.facts, direction, services);
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
    this.#stop(this.#takeOver);
  }

  /** No row more is read: what the reader keeps is written down. */
  finish(): void {
    this.#stop(this.#writeDown);
  }

  #stop(take: TakeSession): void {
    const keeper = this.#keeper;
    if (keeper !== undefined) {
      this.#keeper = undefined;
      this.#sessions.followed += keeper.followed;
      keeper.stop(take);
    }
  }

  full(): void {
    this.end();
  }

  learn(table: number, name: number): number {
    const { names } = this.#context.facts;
    switch (table) {
      case TextTable.connectors:
        return Number(this.#services.of(names, name).server === undefined);
      case TextTable.small:
        return names.smallOf(name);
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
    let certificate = -1;
    if (told !== meaning && remote >= 0) {
      const session = { remote, idHigh: record.keyHigh(this.#id), idLow: record.keyLow(this.#id) };
      certificate = this.#introductions.note(record, session, record.day(this.#time), this.#context.facts.hostNotes);
      this.tellCertificates();
    }
    return meaning === NOTHING
      ? [NOTHING, -1, 0, certificate]
      : [meaning, this.#meanings.nameOf(record, meaning), this.#meanings.fingerprint(record, meaning), certificate];
  }

  noted(numbers: Int32Array, from: number, count: number): void {
    const { names, hostNotes } = this.#context.facts;
    hostNotes.addRows(numbers, from, count, (name) => this.#introductions.nameIn(names, name));
  }

  /** The first one of a kind is counted here; the reader may count others like it by itself. */
  readonly ended = (numbers: Int32Array, at: number): void => {
    const session = this.#one;
    const [high, low] = [numbers[at + KeptField.idHigh] as number, numbers[at + KeptField.idLow] as number];
    session.begin(this.#direction, high, low, this.#kept.serverOf(numbers, at));
    this.#kept.fill(session, numbers, at);
    session.lastSequence = (numbers[at + KeptField.next] as number) - 1;
    this.#sessions.count(session);
    const key = serverKey(this.#direction, session.server);
    const kind = this.#keeper?.kind(numbers, at, key.high, key.low, session.isImplicit) ?? -1;
    if (kind >= 0) {
      const { direction, connector, server, isHub } = session;
      this.#kinds[kind] ??= { direction, connector, server, isHub };
      this.#routes[kind] ??= this.#sessions.routeOf(session);
    }
  };

  messages(numbers: Int32Array, from: number, to: number): void {
    this.#context.facts.crossings(numbers, from, to, this.#routes);
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

  /** As {@link StretchSessions.end} does with one that has been taken over. */
  readonly #writeDown = (numbers: Int32Array, at: number): void => {
    this.#sessions.writeDown(this.#kept.partOf(numbers, at));
  };
}
