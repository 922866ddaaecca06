import type { MailFlow } from '../../aggregate/mailFlow';
import type { FileAccount } from '../../facts/fileAccount';
import type { SessionPart } from '../../facts/sessionParts';
import type { Direction } from '../../model/connector';
import { MILLISECONDS_PER_DAY } from '../../model/day';
import type { Tls } from '../../model/tls';
import { Names } from '../../reading/names';
import { countSession, type SessionSink, uncountSession } from './countSession';
import type { Session } from './session';
import { EVENT_NUMBERS, EventField } from './sessionEvents';
import { transferKey } from './sessionKeys';
import { SessionTable } from './sessionTable';
import { TransferField, Transfers } from './transfers';

/** How many events of unfinished sessions are held; past it the oldest sessions are counted as they are. */
const MOST_EVENTS = 1_000_000;
/** A session takes as much memory as so many events, beside its own. */
const SESSION_EVENTS = 16;
const SESSIONS_A_TIME = 100;

/**
 * The SMTP sessions of an analysis that no stretch of a file holds whole. They go on in other stretches and files, which may
 * come in any order: a session is counted once nothing is missing between its beginning and its end, the others when all
 * files have been read.
 */
export class SessionStore implements SessionSink {
  readonly #open = new SessionTable();
  readonly #flow: MailFlow;
  readonly #accounts: readonly FileAccount[];
  readonly #names = new Names();
  readonly #transfers = new Transfers();
  #events = 0;
  #hasToldTooMany = false;

  /** `accounts`: those of all files, by position. */
  constructor(flow: MailFlow, accounts: readonly FileAccount[]) {
    this.#flow = flow;
    this.#accounts = accounts;
  }

  /** Takes a part of a session that stands in `file`, its lines counted from the one behind `linesBefore`. */
  add(part: SessionPart, names: readonly string[], file: number, linesBefore: number): void {
    const server = names[part.server] ?? '';
    const session = this.#sessionOf(part, server, file);
    session.server ||= server;
    if (session.isCounted) {
      uncountSession(session, this.#transfers, this);
      session.isCounted = false;
    }
    const name = (position: number): number => (position === 0 ? -1 : this.#names.of(names[position] ?? ''));
    for (const [first, last] of part.runs) {
      session.sequences.addRun(first, last);
    }
    session.rows(file, part.rows, part.firstLine + linesBefore);
    session.began(part.firstSequence, part.firstDay, part.firstMillisecond, file);
    session.connector ||= names[part.connector] ?? '';
    session.isHub ||= part.isHub;
    session.isImplicit ||= part.isImplicit;
    session.hasLocal ||= part.hasLocal;
    session.remote = session.remote < 0 ? name(part.remote) : session.remote;
    session.lastSequence = Math.max(session.lastSequence, part.lastSequence);
    const { events } = part;
    for (let at = 0; at < events.length; at += EVENT_NUMBERS) {
      const field = (position: number): number => events[at + position] as number;
      session.events.add(
        field(EventField.meaning),
        field(EventField.sequence),
        field(EventField.day),
        field(EventField.millisecond),
        field(EventField.line) + linesBefore,
        file,
        field(EventField.fingerprint),
        name(field(EventField.name)),
      );
    }
    this.#events += events.length / EVENT_NUMBERS;
    if (session.isComplete) {
      this.#close(session);
    } else if (this.#events + SESSION_EVENTS * this.#open.size > MOST_EVENTS) {
      this.#countSome(file);
    }
  }

  /**
   * The open session that a part belongs to: one that the file has told of already, else one that does not have the part's
   * beginning yet. A beginning that another file tells once more is that of a copy, which is read for itself.
   */
  #sessionOf({ direction, idHigh, idLow, firstSequence }: SessionPart, server: string, file: number): Session {
    let found: Session | undefined;
    for (const open of this.#open.withId(idHigh, idLow)) {
      if (!open.isOf(direction, server)) {
        continue;
      }
      if (open.isIn(file)) {
        return open;
      }
      found = firstSequence > 0 || open.firstSequence > 0 ? open : found;
    }
    return found ?? this.#open.another(direction, server, idHigh, idLow);
  }

  /**
   * Counts the sessions that are left, a few at each step, so that the caller can pause between them. They are kept: where
   * more of them comes, they are counted anew.
   */
  *finish(): Generator<void> {
    const open = this.#open.all().filter((session) => !session.isCounted);
    for (let from = 0; from < open.length; from += SESSIONS_A_TIME) {
      for (const session of open.slice(from, from + SESSIONS_A_TIME)) {
        this.#mend(session);
        countSession(session, this.#transfers, this);
        session.isCounted = true;
      }
      yield;
    }
  }

  /** Of a log and its copies, rows may have gone to one session that another one lacks. */
  #mend(session: Session): void {
    if (!session.isBroken) {
      return;
    }
    for (const other of this.#open.withId(session.idHigh, session.idLow)) {
      if (other !== session && other.isOf(session.direction, session.server)) {
        this.#events += session.learn(other);
      }
    }
  }

  #countSome(file: number): void {
    if (!this.#hasToldTooMany) {
      this.#hasToldTooMany = true;
      this.#accounts[file]?.problem(0, 'tooManyOpenSessions');
    }
    const open = this.#open.all().sort((a, b) => a.firstDay - b.firstDay || a.firstMillisecond - b.firstMillisecond);
    for (const session of open.slice(0, 1 + (open.length >> 1))) {
      this.#close(session);
    }
  }

  #close(session: Session): void {
    this.#events -= session.events.count;
    if (!session.isCounted) {
      countSession(session, this.#transfers, this);
    }
    this.#open.close(session);
  }

  rows(file: number, rows: number, hasMessage: boolean): void {
    const account = this.#accounts[file];
    if (account !== undefined && hasMessage) {
      account.used += rows;
    } else {
      account?.leaveOut('noMessage', rows);
    }
  }

  session(home: number, hasMessage: boolean, sign: 1 | -1): void {
    this.#accounts[home]?.session(hasMessage, sign);
  }

  frontEnd(direction: Direction, server: string, day: number): void {
    this.#flow.hubTwins.tells(direction, server, day);
  }

  tells(direction: Direction, scope: string, day: number): void {
    this.#flow.protocolTwins.tells(direction, scope, day);
  }

  hub(direction: Direction, server: string, days: readonly number[], file: number, rows: number): void {
    this.#flow.hubTwins.lesser(direction, server, days, file, rows);
  }

  touch(session: Session, file: number, line: number): void {
    const { direction, connector, isHub, server } = session;
    const ref = { kind: 'named', name: connector, type: 'Unknown' } as const;
    this.#flow.touch(direction, ref, isHub ? server : null, { file, line });
  }

  transfer(session: Session, numbers: Int32Array, at: number, isInternal: boolean): void {
    const { direction, connector, isHub, server } = session;
    const field = (position: number): number => numbers[at + position] as number;
    const text = (name: number): string => (name < 0 ? '' : this.#names.text(name));
    this.#flow.addTransfer(
      {
        key: transferKey(session, numbers, at),
        direction,
        connector: { kind: 'named', name: connector, type: 'Unknown' },
        tls: field(TransferField.tls) as Tls,
        time: field(TransferField.day) * MILLISECONDS_PER_DAY + field(TransferField.millisecond),
        host: text(session.remote),
        sender: text(field(TransferField.sender)),
        cipher: text(field(TransferField.cipher)),
        proof: { file: field(TransferField.file), line: field(TransferField.line) },
        hubServer: isHub ? server : null,
      },
      isInternal,
    );
  }
}
