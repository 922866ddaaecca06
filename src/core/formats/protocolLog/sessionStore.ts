import type { MailFlow } from '../../aggregate/mailFlow';
import { messageKey } from '../../aggregate/messageKey';
import { Seen } from '../../aggregate/messageLedger';
import type { ConnectorRef, Direction } from '../../model/connector';
import { dayOf } from '../../model/day';
import { ownText } from '../../reading/ownText';
import type { FileAccount } from '../fileAccount';
import { Session } from './session';
import { readSession, type SessionResult } from './transfers';

/** How many events of unfinished sessions are held; past it the oldest sessions are counted as they are. */
const MOST_EVENTS = 1_000_000;
const SESSIONS_A_TIME = 100;

/** Connectors that Exchange uses between its own services (docs/formats.md); their sessions are internal. */
const IMPLICIT =
  /^(Inbound Proxy Internal Send Connector|Intra-Organization SMTP Send Connector|Client Proxy Send Connector|internalproxy|组织内 SMTP 发送连接器)$/i;

/**
 * The SMTP sessions of an analysis. Rows of sessions are interleaved and go on in other files, which may come in any
 * order: a session is counted once nothing is missing between its beginning and its end, the others when all files
 * have been read.
 */
export class SessionStore {
  /** By session id; two servers may use the same one. */
  readonly #open: Readonly<Record<Direction, Map<string, Session[]>>> = { inbound: new Map(), outbound: new Map() };
  readonly #flow: MailFlow;
  readonly #accounts: readonly FileAccount[];
  #events = 0;
  #hasToldTooMany = false;

  /** `accounts`: those of all files, by position. */
  constructor(flow: MailFlow, accounts: readonly FileAccount[]) {
    this.#flow = flow;
    this.#accounts = accounts;
  }

  /** The session a row belongs to. `server` may be empty where the row does not tell. */
  of(direction: Direction, server: string, id: string): Session {
    const sessions = this.#open[direction].get(id);
    for (const open of sessions ?? []) {
      if (open.server === server || open.server === '' || server === '') {
        open.server ||= ownText(server);
        return open;
      }
    }
    const session = new Session(direction, ownText(id));
    session.server = ownText(server);
    if (sessions === undefined) {
      this.#open[direction].set(session.id, [session]);
    } else {
      sessions.push(session);
    }
    return session;
  }

  /** Says that a session has a row more; counts it if that was the last one missing. */
  advance(session: Session, newEvents: number): void {
    this.#events += newEvents;
    if (session.isComplete) {
      this.#close(session);
    } else if (this.#events > MOST_EVENTS) {
      this.#countOldest();
    }
  }

  /** Counts the sessions that are left, a few at each step, so that the caller can pause between them. */
  *finish(): Generator<void> {
    while (this.#open.inbound.size + this.#open.outbound.size > 0) {
      this.#closeSome();
      yield;
    }
  }

  #countOldest(): void {
    const [first] = this.#oldest().next().value ?? [];
    if (!this.#hasToldTooMany) {
      this.#hasToldTooMany = true;
      this.#accounts[first?.home ?? 0]?.problem(0, 'tooManyOpenSessions');
    }
    this.#closeSome();
  }

  #closeSome(): void {
    let count = 0;
    for (const sessions of this.#oldest()) {
      for (const session of [...sessions]) {
        this.#close(session);
      }
      if (++count === SESSIONS_A_TIME) {
        return;
      }
    }
  }

  *#oldest(): Generator<Session[]> {
    yield* this.#open.inbound.values();
    yield* this.#open.outbound.values();
  }

  #close(session: Session): void {
    const open = this.#open[session.direction];
    const others = (open.get(session.id) ?? []).filter((other) => other !== session);
    if (others.length === 0) {
      open.delete(session.id);
    } else {
      open.set(session.id, others);
    }
    this.#events -= session.events.length;
    this.#count(session);
  }

  #count(session: Session): void {
    const result = readSession(session);
    const isInternal = result.isInternal || IMPLICIT.test(session.connector);
    const counts = this.#accounts[session.home];
    if (counts !== undefined) {
      counts.sessions ??= { total: 0, withoutMessage: 0 };
      counts.sessions.total++;
      counts.sessions.withoutMessage += result.transfers.length === 0 ? 1 : 0;
    }
    this.#bookRows(session, result, isInternal);
    this.#addTransfers(session, result, isInternal);
  }

  #bookRows(session: Session, result: SessionResult, isInternal: boolean): void {
    const { hubTwins } = this.#flow;
    const { direction, server, isHub } = session;
    const days = [...new Set(result.transfers.map(({ time }) => dayOf(time)))].sort((a, b) => a - b);
    for (const [file, { rows }] of session.rows) {
      const account = this.#accounts[file];
      if (days.length === 0) {
        account?.leaveOut('noMessage', rows);
        continue;
      }
      if (account !== undefined) {
        account.used += rows;
      }
      if (isHub) {
        hubTwins.hub(direction, server, days, file, rows);
      }
    }
    if (!isHub && !isInternal) {
      for (const day of [dayOf(session.firstTime), ...days]) {
        hubTwins.frontEnd(direction, server, day);
      }
    }
  }

  #addTransfers(session: Session, result: SessionResult, isInternal: boolean): void {
    const { direction, server, id, connector } = session;
    const ref: ConnectorRef = { kind: 'named', name: connector, type: 'Unknown' };
    const hubServer = session.isHub ? server : null;
    if (!isInternal) {
      const file = session.home;
      const line = session.rows.get(file)?.first.line ?? 0;
      this.#flow.touch(direction, ref, hubServer, { file, line });
    }
    for (const transfer of result.transfers) {
      const key = messageKey(`s:${direction}|${server}|${id.toLowerCase()}|${transfer.ordinal}`);
      // A part of a session that another file tells whole does not show again that it is internal.
      const isKnown = this.#flow.hasSeen(key, Seen.internalHop);
      if (isInternal || isKnown) {
        this.#flow.see(key, Seen.internalHop);
        if (session.isHub && !isKnown) {
          this.#flow.hubTwins.hubInternal(direction, server, dayOf(transfer.time));
        }
      } else {
        const { tls, time, cipher, sender, proof } = transfer;
        this.#flow.add({
          key,
          direction,
          connector: ref,
          tls,
          time,
          host: session.remote,
          sender,
          cipher,
          proof,
          hubServer,
        });
      }
    }
  }
}
