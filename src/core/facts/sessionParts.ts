import { DIRECTIONS, type Direction } from '../model/connector';
import type { NumberList } from './numberList';

/** A part of an SMTP session that goes on elsewhere. Texts are positions in `Facts.names`. */
export interface SessionPart {
  readonly direction: Direction;
  readonly idHigh: number;
  readonly idLow: number;
  readonly server: number;
  readonly connector: number;
  readonly remote: number;
  readonly hasLocal: boolean;
  readonly isHub: boolean;
  readonly isImplicit: boolean;
  readonly rows: number;
  readonly firstLine: number;
  readonly firstSequence: number;
  /** Of the row that ends it; -1 where that is not here. */
  readonly lastSequence: number;
  /** UTC day of the earliest row, and the millisecond of that day. */
  readonly firstDay: number;
  readonly firstMillisecond: number;
  /** First and last of each run of sequence numbers. */
  readonly runs: readonly (readonly [number, number])[];
  /** Rows that matter, see sessionEvents.ts; texts are positions, too. */
  readonly events: Int32Array;
}

const HEADER = 16;
const HAS_LOCAL = 1;
const IS_HUB = 2;
const IS_IMPLICIT = 4;

/** What is true of a session, as one number. */
export function flagsOf({
  hasLocal,
  isHub,
  isImplicit,
}: Pick<SessionPart, 'hasLocal' | 'isHub' | 'isImplicit'>): number {
  return (hasLocal ? HAS_LOCAL : 0) | (isHub ? IS_HUB : 0) | (isImplicit ? IS_IMPLICIT : 0);
}

/**
 * Writes a part down as numbers: there may be very many, and threads hand over one buffer at once, not many objects. A reader that follows
 * sessions writes the same (kernel/parts.as).
 */
export function writeSession(to: NumberList, part: SessionPart): void {
  const { runs, events } = part;
  const at = to.claim(HEADER + 2 * runs.length + events.length);
  to.numbers.set(
    [
      runs.length,
      events.length,
      DIRECTIONS.indexOf(part.direction),
      part.idHigh,
      part.idLow,
      part.server,
      part.connector,
      part.remote,
      flagsOf(part),
      part.rows,
      part.firstLine,
      part.firstSequence,
      part.lastSequence,
      part.firstDay,
      part.firstMillisecond,
    ],
    at,
  );
  to.numbers.set(runs.flat(), at + HEADER);
  to.numbers.set(events, at + HEADER + 2 * runs.length);
}

/** Reads what {@link writeSession} wrote. Events are valid as long as the numbers are. */
export function* readSessions(numbers: Int32Array): Generator<SessionPart> {
  for (let at = 0; at < numbers.length; ) {
    const part = partAt(numbers, at);
    at += HEADER + 2 * part.runs.length + part.events.length;
    yield part;
  }
}

function partAt(numbers: Int32Array, at: number): SessionPart {
  const flags = numbers[at + 8] as number;
  const runsAt = at + HEADER;
  const eventsAt = runsAt + 2 * (numbers[at] as number);
  const runs: [number, number][] = [];
  for (let run = runsAt; run < eventsAt; run += 2) {
    runs.push([numbers[run] as number, numbers[run + 1] as number]);
  }
  return {
    direction: DIRECTIONS[numbers[at + 2] as number] as Direction,
    idHigh: numbers[at + 3] as number,
    idLow: numbers[at + 4] as number,
    server: numbers[at + 5] as number,
    connector: numbers[at + 6] as number,
    remote: numbers[at + 7] as number,
    hasLocal: (flags & HAS_LOCAL) !== 0,
    isHub: (flags & IS_HUB) !== 0,
    isImplicit: (flags & IS_IMPLICIT) !== 0,
    rows: numbers[at + 9] as number,
    firstLine: numbers[at + 10] as number,
    firstSequence: numbers[at + 11] as number,
    lastSequence: numbers[at + 12] as number,
    firstDay: numbers[at + 13] as number,
    firstMillisecond: numbers[at + 14] as number,
    runs,
    events: numbers.subarray(eventsAt, eventsAt + (numbers[at + 1] as number)),
  };
}
