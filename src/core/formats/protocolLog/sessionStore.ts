import type { Flow } from '../../aggregate/flowTable';
import type { MailFlow } from '../../aggregate/mailFlow';
import { Seen } from '../../facts/facts';
import type { FileAccount } from '../../facts/fileAccount';
import type { SessionPart } from '../../facts/sessionParts';
import { type ConnectorRef, type Direction, UNTOLD_CONNECTOR } from '../../model/connector';
import type { Tls } from '../../model/tls';
import { Names } from '../../reading/names';
import { NameTable } from '../../reading/nameTable';
import { countSession, type SessionSink, uncountSession } from './countSession';
import type { Session } from './session';
import { EVENT_NUMBERS } from './sessionEvents';
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
  /** The names of the stretch whose parts come, a list that may grow, and their numbers by position, as far as they were asked for. */
  #texts: readonly string[] = [];
  #numbers = new NameTable();
  readonly #numberOf = (position: number): number => this.#nameAt(position);
  /** The connector that a session made known last, which is that of its messages, and its flow. */
  #connector: ConnectorRef = UNTOLD_CONNECTOR;
  #touched: Flow | undefined;

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
    if (names !== this.#texts) {
      this.#texts = names;
      this.#numbers = new NameTable();
    }
    for (const [first, last] of part.runs) {
      session.sequences.addRun(first, last);
    }
    session.rows(file, part.rows, part.firstLine + linesBefore);
    session.began(part.firstSequence, part.firstDay, part.firstMillisecond, file);
    session.connector ||= names[part.connector] ?? '';
    session.isHub ||= part.isHub;
    session.isImplicit ||= part.isImplicit;
    session.hasLocal ||= part.hasLocal;
    if (session.remote < 0 && part.remote > 0) {
      session.remote = this.#nameAt(part.remote);
    }
    session.lastSequence = Math.max(session.lastSequence, part.lastSequence);
    session.events.addPart(part.events, linesBefore, file, this.#numberOf);
    this.#events += part.events.length / EVENT_NUMBERS;
    if (session.isComplete) {
      this.#close(session);
    } else if (this.#events + SESSION_EVENTS * this.#open.size > MOST_EVENTS) {
      this.#countSome(file);
    }
  }

  /** The number of a name of the stretch. */
  #nameAt(position: number): number {
    let name = this.#numbers.get(position);
    if (name === undefined) {
      name = this.#names.of(this.#texts[position] as string);
      this.#numbers.set(position, name);
    }
    return name;
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

  touch({ direction, connector, isHub, server }: Session, file: number, line: number): void {
    this.#connector = { kind: 'named', name: connector, type: 'Unknown' };
    this.#touched = this.#flow.touch(direction, this.#connector, isHub ? server : null, { file, line });
  }

  transfer(session: Session, numbers: Int32Array, at: number, isInternal: boolean): void {
    const field = (position: number): number => numbers[at + position] as number;
    const text = (name: number): string => (name <= 0 ? '' : this.#names.text(name));
    const key = transferKey(session, numbers, at);
    const day = field(TransferField.day);
    // A part of a session that another file tells whole does not show again that it is internal.
    if (isInternal || this.#flow.hasSeen(key.high, key.low, Seen.internalHop)) {
      const { direction, isHub, server } = session;
      this.#flow.seeTransfer(key, { direction, hubServer: isHub ? server : null }, day);
      return;
    }
    const proof = { file: field(TransferField.file), line: field(TransferField.line) };
    const names = [session.remote, field(TransferField.sender), field(TransferField.cipher)] as const;
    const [host, sender, cipher] = [text(names[0]), text(names[1]), text(names[2])];
    const tls = field(TransferField.tls) as Tls;
    const over = this.#touched as Flow;
    over.spell(this.#connector, proof);
    this.#flow.addOver(over, { key, tls, day, host, sender, cipher, proof });
  }
}
