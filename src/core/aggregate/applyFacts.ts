import {
  CROSSING_NUMBERS,
  Crossing,
  DATED,
  type Facts,
  INTERNAL,
  PASSING_DAY,
  PASSING_NUMBERS,
  SAME_ROW,
  Seen,
  TLS_STATE,
  TRANSFER,
  UNNAMED,
} from '../facts/facts';
import type { FileAccount } from '../facts/fileAccount';
import { formatDay } from '../model/day';
import type { Tls } from '../model/tls';
import { dayIn, shownDate, type WrittenDay } from '../reading/localDate';
import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';
import { rankOf } from './sourceLines';
import { TrackedRows } from './trackedRows';

/** How many rows are added between two chances to pause. */
const ROWS_A_TIME = 208;
const SEEN_BITS = Seen.internalHop | Seen.crossing;
/** For how many rows the ledger's memory is fetched at once. */
const ROWS_AHEAD = 16;

/** A stretch of a file: whose it is, and where its lines stand. */
export interface FactsOrigin {
  readonly account: FileAccount;
  /** The newest day that is not in the future, UTC. */
  readonly today: number;
  /** Lines of the file before the stretch, and in it. */
  readonly linesBefore: number;
  readonly lines: number;
}

/**
 * Adds what a stretch of a file tells, but for its sessions that go on elsewhere. Stretches of a file come in order, and no
 * other file's between them.
 */
export function* applyFacts(flow: MailFlow, facts: Facts, origin: FactsOrigin): Generator<void> {
  const { account, linesBefore, lines } = origin;
  const days = new RealDays(origin);
  account.add(facts.account, linesBefore);
  yield* flow.booking.begin(account);
  flow.lines.begin(account.index, linesBefore + lines);
  const rank = rankOf({ file: account.index, line: linesBefore });
  const flows = facts.routes.map(({ direction, connector, hubServer, trackedBy, line }) =>
    line === 0
      ? undefined
      : flow.flows.of(direction, connector, hubServer, { file: account.index, line: line + linesBefore }, trackedBy),
  );
  noteTwins(flow, facts, account);
  const tracked = new TrackedRows(flows);
  yield* addCrossings(flow, facts, flows, rank, days, tracked);
  tracked.note(flow, account.index);
  yield* addPassings(flow, facts.passings, days);
  flow.booking.settle();
  for (const row of facts.aggregated) {
    const proof = { file: account.index, line: row.proof.line + linesBefore };
    const day = days.of(row.day, row.proof.line);
    if (day !== undefined) {
      flow.touch(row.direction, row.connector, null, proof);
      flow.addAggregated({ ...row, day, proof });
    }
  }
  for (const definition of facts.definitions) {
    flow.addDefinition(definition, { file: account.index, line: definition.line + linesBefore });
    yield;
  }
  for (const report of facts.tlsReports) {
    flow.tlsReports.add({ ...report, proof: { file: account.index, line: report.proof.line + linesBefore } });
  }
  yield* flow.hostNotes.add(facts.hostNotes);
  for (const row of facts.clients) {
    flow.clients.add({ ...row, proof: { file: account.index, line: row.proof.line + linesBefore } });
  }
  yield* flow.tidy();
}

/** Notes of which days the file's log tells mail that other logs may tell as well. */
function noteTwins(flow: MailFlow, facts: Facts, account: FileAccount): void {
  for (const { direction, scope, day } of facts.frontEnd) {
    flow.hubTwins.tells(direction, scope, day);
  }
  for (const { direction, server, days, rows } of facts.hub) {
    flow.hubTwins.lesser(direction, server, days, account.index, rows);
  }
  for (const { direction, scope, day } of facts.protocolDays) {
    flow.protocolTwins.tells(direction, scope, day);
  }
  for (const written of facts.trackedDays) {
    const day = dayIn(written, account.dates?.order ?? 'monthFirst');
    if (day !== undefined) {
      flow.trackedDays.add(day);
    }
  }
}

function* addCrossings(
  flow: MailFlow,
  facts: Facts,
  flows: readonly (Flow | undefined)[],
  rank: number,
  days: RealDays,
  tracked: TrackedRows,
): Generator<void> {
  const { crossings } = facts;
  const names = new Int32Array(facts.names.length);
  for (const [position, name] of facts.names.entries()) {
    names[position] = flow.peers.name(name);
    if (position % ROWS_A_TIME === 0) {
      yield;
    }
  }
  const name = (position: number): number => names[position] as number;
  for (let at = 0; at < crossings.length; at += CROSSING_NUMBERS) {
    if (at % (ROWS_AHEAD * CROSSING_NUMBERS) === 0) {
      expect(flow, crossings, at, CROSSING_NUMBERS);
    }
    let high = crossings[at] as number;
    let low = crossings[at + Crossing.low] as number;
    const state = crossings[at + Crossing.state] as number;
    const written = crossings[at + Crossing.day] as number;
    const isBooked = (state & SAME_ROW) === 0;
    const day = written >= 0 ? written : days.of(written, crossings[at + Crossing.line] as number, isBooked);
    const route = crossings[at + Crossing.route] as number;
    const isTransfer = (state & TRANSFER) !== 0;
    if (day === undefined) {
      continue;
    }
    if ((state & UNNAMED) !== 0) {
      ({ high, low } = flow.booking.unnamed(high, low));
    }
    if (isTransfer && ((state & INTERNAL) !== 0 || flow.hasSeen(high, low, Seen.internalHop))) {
      flow.seeTransfer({ high, low }, facts.routes[route] as Facts['routes'][number], day);
    } else {
      flow.cross(
        high,
        low,
        flows[route] as Flow,
        (state & TLS_STATE) as Tls,
        name(crossings[at + Crossing.host] as number),
        name(crossings[at + Crossing.sender] as number),
        name(crossings[at + Crossing.cipher] as number),
        day,
        rank + (crossings[at + Crossing.line] as number),
      );
      if (!isTransfer) {
        flow.booking.border();
        tracked.add(route, day);
      }
    }
    if (at % (ROWS_A_TIME * CROSSING_NUMBERS) === 0) {
      flow.peers.foldIfCrowded();
      yield;
    }
  }
}

function* addPassings(flow: MailFlow, passings: Int32Array, days: RealDays): Generator<void> {
  let day: number | undefined;
  for (let at = 0; at < passings.length; at += PASSING_NUMBERS) {
    if (at % (ROWS_AHEAD * PASSING_NUMBERS) === 0) {
      expect(flow, passings, at, PASSING_NUMBERS);
    }
    if (at % (ROWS_A_TIME * PASSING_NUMBERS) === 0) {
      yield;
    }
    if (passings[at + 2] === DATED) {
      // Where there is no such day, the row that follows is left out.
      day = days.unbooked(passings[at + 1] as number, passings[at] as number);
      at += day === undefined ? PASSING_NUMBERS : 0;
      continue;
    }
    let high = passings[at] as number;
    let low = passings[at + 1] as number;
    const told = passings[at + 2] as number;
    const seen = told & SEEN_BITS;
    if ((told & UNNAMED) !== 0) {
      ({ high, low } = flow.booking.unnamed(high, low));
    }
    flow.see(high, low, seen, day ?? told >>> PASSING_DAY);
    flow.booking.row(seen);
    day = undefined;
  }
}

/** Has the ledger's memory fetched for the messages of the next rows, whose numbers each begin with the key. */
function expect(flow: MailFlow, rows: Int32Array, from: number, numbers: number): void {
  const end = Math.min(rows.length, from + ROWS_AHEAD * numbers);
  for (let at = from; at < end; at += numbers) {
    flow.expect(rows[at] as number, rows[at + 1] as number);
  }
}

/** The days of a file's dates, now that their order is known. */
class RealDays {
  readonly #origin: FactsOrigin;

  constructor(origin: FactsOrigin) {
    this.#origin = origin;
  }

  /**
   * A row's day; undefined where there is no such day, or it has not been yet: the row, which is used, is left out after all.
   * `isBooked`: false where that has been done.
   */
  of(written: WrittenDay, line: number, isBooked = true): number | undefined {
    const day = this.#realOf(written);
    if (day === undefined && isBooked) {
      this.#origin.account.used--;
      this.#reject(written, line);
    }
    return day;
  }

  /** The day of a row that is not booked yet; undefined where it is left out for its day. */
  unbooked(written: WrittenDay, line: number): number | undefined {
    const day = this.#realOf(written);
    if (day === undefined) {
      this.#reject(written, line);
    }
    return day;
  }

  #dayOf(written: WrittenDay): number | undefined {
    return dayIn(written, this.#origin.account.dates?.order ?? 'monthFirst');
  }

  #realOf(written: WrittenDay): number | undefined {
    const day = this.#dayOf(written);
    return day !== undefined && day <= this.#origin.today ? day : undefined;
  }

  #reject(written: WrittenDay, line: number): void {
    const { account, linesBefore } = this.#origin;
    const day = this.#dayOf(written);
    if (day === undefined) {
      account.reject(line + linesBefore, 'badTime', shownDate(written));
    } else {
      account.reject(line + linesBefore, 'futureDay', formatDay(day));
    }
  }
}
