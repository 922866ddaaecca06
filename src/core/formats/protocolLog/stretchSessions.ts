import { INTERNAL, type Route, TRANSFER } from '../../facts/facts';
import type { FactsWriter } from '../../facts/factsWriter';
import { writeSession } from '../../facts/sessionParts';
import type { Direction } from '../../model/connector';
import { countSession, type SessionSink } from './countSession';
import type { Session } from './session';
import { transferKey } from './sessionKeys';
import { SessionTable } from './sessionTable';
import { TransferField, Transfers } from './transfers';

/** What sessions of a log have in common that are counted alike. */
export type SessionKind = Pick<Session, 'direction' | 'connector' | 'server' | 'isHub'>;

/** What whole sessions of a kind add up to that lie on one UTC day. */
export interface SessionSum {
  readonly day: number;
  readonly sessions: number;
  readonly withoutMessage: number;
  /** Rows of those with a message, and of those without. */
  readonly used: number;
  readonly unused: number;
  /** Of those that are not between Exchange servers: the first line; undefined where there are none. */
  readonly firstLine: number | undefined;
  /** One of those has a message. */
  readonly tells: boolean;
}

/**
 * The sessions of a stretch of a file: those that are whole within it are counted here, the others written down with their
 * rows, for whoever knows the stretches around it (sessionStore.ts). Names of their events are positions in the facts.
 */
export class StretchSessions implements SessionSink {
  readonly open = new SessionTable();
  /** How many rows a reader has followed by itself. */
  followed = 0;
  readonly #facts: FactsWriter;
  readonly #transfers = new Transfers();
  /** By connector; those of the Hub service by its server, then by connector. */
  readonly #routes = new Map<string, Route>();
  readonly #hubRoutes = new Map<string, Map<string, Route>>();

  constructor(facts: FactsWriter) {
    this.#facts = facts;
  }

  /** Says that a session has a row more; counts it if that was the last one missing, and is true then. */
  advance(session: Session): boolean {
    const { isComplete } = session;
    if (isComplete) {
      this.count(session);
      this.open.close(session);
    }
    return isComplete;
  }

  /** Counts a session that is whole. */
  count(session: Session): void {
    countSession(session, this.#transfers, this);
  }

  /** Counts whole sessions, all but their messages: as {@link countSession} would one by one. */
  add(kind: SessionKind, { day, sessions, withoutMessage, used, unused, firstLine, tells }: SessionSum): void {
    const { direction, connector, server, isHub } = kind;
    const { account } = this.#facts;
    account.countSessions(sessions, withoutMessage);
    if (used > 0) {
      this.rows(0, used, true);
    }
    if (unused > 0) {
      this.rows(0, unused, false);
    }
    if (isHub && used > 0) {
      this.hub(direction, server, [day], 0, used);
    }
    if (firstLine !== undefined) {
      this.#facts.route(this.routeOf(kind), firstLine);
      if (!isHub) {
        this.frontEnd(direction, server, day);
      }
    }
    if (tells) {
      this.tells(direction, direction === 'inbound' ? server : connector.toLowerCase(), day);
    }
  }

  /** Writes down the sessions that go on in other stretches. */
  end(): void {
    for (const session of this.open.all()) {
      const [part] = session.parts;
      writeSession(this.#facts.sessions, {
        direction: session.direction,
        idHigh: session.idHigh,
        idLow: session.idLow,
        server: this.#facts.text(session.server),
        connector: this.#facts.text(session.connector),
        remote: this.#facts.name(session.remote),
        hasLocal: session.hasLocal,
        isHub: session.isHub,
        isImplicit: session.isImplicit,
        rows: part?.rows ?? 0,
        firstLine: part?.firstLine ?? 0,
        firstSequence: session.firstSequence,
        lastSequence: session.lastSequence,
        firstDay: session.firstDay,
        firstMillisecond: session.firstMillisecond,
        runs: session.sequences.runs(),
        events: session.events.numbers.subarray(0, session.events.length),
      });
      this.open.close(session);
    }
  }

  rows(_file: number, rows: number, hasMessage: boolean): void {
    const { account } = this.#facts;
    if (hasMessage) {
      account.used += rows;
    } else {
      account.leaveOut('noMessage', rows);
    }
  }

  session(_home: number, hasMessage: boolean, sign: 1 | -1): void {
    this.#facts.account.session(hasMessage, sign);
  }

  frontEnd(direction: Direction, server: string, day: number): void {
    this.#facts.frontEnd.add(direction, server, day);
  }

  tells(direction: Direction, scope: string, day: number): void {
    this.#facts.protocolDays.add(direction, scope, day);
  }

  hub(direction: Direction, server: string, days: readonly number[], _file: number, rows: number): void {
    this.#facts.hub({ direction, server, days, rows });
  }

  touch(session: Session, _file: number, line: number): void {
    this.#facts.route(this.routeOf(session), line);
  }

  transfer(session: Session, numbers: Int32Array, at: number, isInternal: boolean): void {
    const { high, low } = transferKey(session, numbers, at);
    this.#facts.transfer(
      high,
      low,
      this.routeOf(session),
      (numbers[at + TransferField.tls] as number) | TRANSFER | (isInternal ? INTERNAL : 0),
      session.remote,
      numbers[at + TransferField.sender] as number,
      numbers[at + TransferField.cipher] as number,
      numbers[at + TransferField.line] as number,
      numbers[at + TransferField.day] as number,
      numbers[at + TransferField.millisecond] as number,
    );
  }

  /** The way that mail of a session took. */
  routeOf(session: SessionKind): Route {
    if (!session.isHub) {
      return this.#routeAmong(this.#routes, session);
    }
    let routes = this.#hubRoutes.get(session.server);
    if (routes === undefined) {
      routes = new Map();
      this.#hubRoutes.set(session.server, routes);
    }
    return this.#routeAmong(routes, session);
  }

  #routeAmong(routes: Map<string, Route>, { direction, connector, isHub, server }: SessionKind): Route {
    let route = routes.get(connector);
    if (route === undefined || route.direction !== direction) {
      route = {
        direction,
        connector: { kind: 'named', name: connector, type: 'Unknown' },
        hubServer: isHub ? server : null,
        trackedBy: null,
      };
      routes.set(connector, route);
    }
    return route;
  }
}
