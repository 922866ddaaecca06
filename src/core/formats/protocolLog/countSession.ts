import type { Direction } from '../../model/connector';
import type { Session } from './session';
import { TRANSFER_NUMBERS, TransferField, type Transfers } from './transfers';

/** Takes what a session adds up to. */
export interface SessionSink {
  /** Its rows in a file are used, or hold no message. Less than none: they are taken back. */
  rows(file: number, rows: number, hasMessage: boolean): void;
  session(home: number, hasMessage: boolean, sign: 1 | -1): void;
  frontEnd(direction: Direction, server: string, day: number): void;
  /** Mail of a day is told: inbound by a server, outbound over a connector (lower case). */
  tells(direction: Direction, scope: string, day: number): void;
  hub(direction: Direction, server: string, days: readonly number[], file: number, rows: number): void;
  /** The session makes its connector known. */
  touch(session: Session, file: number, line: number): void;
  /** A message: its numbers begin at `at` (see `TransferField`). */
  transfer(session: Session, numbers: Int32Array, at: number, isInternal: boolean): void;
}

/** Reads a session and hands over what it adds up to. */
export function countSession(session: Session, transfers: Transfers, sink: SessionSink): void {
  transfers.read(session);
  const isInternal = transfers.isInternal || session.isImplicit;
  const days = daysOf(transfers);
  book(session, transfers, sink, 1, days);
  if (!session.isHub && !isInternal) {
    sink.frontEnd(session.direction, session.server, session.firstDay);
    for (let index = 0; index < days.length; index++) {
      sink.frontEnd(session.direction, session.server, days[index] as number);
    }
  }
  if (!isInternal) {
    const scope = session.direction === 'inbound' ? session.server : session.connector.toLowerCase();
    for (let index = 0; index < days.length; index++) {
      sink.tells(session.direction, scope, days[index] as number);
    }
    sink.touch(session, session.home, session.firstLineIn(session.home));
  }
  for (let at = 0; at < transfers.count * TRANSFER_NUMBERS; at += TRANSFER_NUMBERS) {
    sink.transfer(session, transfers.numbers, at, isInternal);
  }
}

/**
 * Takes back what {@link countSession} booked, since the session goes on after all. Its messages stay counted: they will be
 * told of again, and each counts once.
 */
export function uncountSession(session: Session, transfers: Transfers, sink: SessionSink): void {
  transfers.read(session);
  book(session, transfers, sink, -1, daysOf(transfers));
}

function book(session: Session, transfers: Transfers, sink: SessionSink, sign: 1 | -1, days: readonly number[]): void {
  const hasMessage = transfers.count > 0;
  sink.session(session.home, hasMessage, sign);
  for (const { file, rows } of session.parts) {
    sink.rows(file, sign * rows, hasMessage);
    if (hasMessage && session.isHub) {
      sink.hub(session.direction, session.server, days, file, sign * rows);
    }
  }
}

/** The UTC days of the messages, ascending. */
function daysOf(transfers: Transfers): readonly number[] {
  const days: number[] = [];
  for (let at = 0; at < transfers.count * TRANSFER_NUMBERS; at += TRANSFER_NUMBERS) {
    const day = transfers.numbers[at + TransferField.day] as number;
    if (!days.includes(day)) {
      days.push(day);
    }
  }
  return days.length > 1 ? days.sort((a, b) => a - b) : days;
}
