import {
  CROSSING_NUMBERS,
  Crossing,
  type Facts,
  INTERNAL,
  PASSING_NUMBERS,
  Seen,
  TLS_STATE,
  TRANSFER,
} from '../facts/facts';
import type { FileAccount } from '../facts/fileAccount';
import { formatDay, MILLISECONDS_PER_DAY } from '../model/day';
import type { Tls } from '../model/tls';
import { dayIn, shownDate, type WrittenDay } from '../reading/localDate';
import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';
import { rankOf } from './sourceLines';

/** How many rows are added between two chances to pause. */
const ROWS_A_TIME = 200;

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
  flow.booking.begin(account);
  flow.lines.begin(account.index, linesBefore + lines);
  const rank = rankOf({ file: account.index, line: linesBefore });
  const flows = facts.routes.map(({ direction, connector, hubServer, line }) =>
    line === 0
      ? undefined
      : flow.flows.of(direction, connector, hubServer, { file: account.index, line: line + linesBefore }),
  );
  for (const { direction, server, day } of facts.frontEnd) {
    flow.hubTwins.frontEnd(direction, server, day);
  }
  for (const { direction, server, days, rows } of facts.hub) {
    flow.hubTwins.hub(direction, server, days, account.index, rows);
  }
  yield* addCrossings(flow, facts, flows, rank, days);
  yield* addPassings(flow, facts.passings);
  for (const row of facts.aggregated) {
    const proof = { file: account.index, line: row.proof.line + linesBefore };
    const day = days.of(row.day, row.proof.line);
    if (day !== undefined) {
      flow.touch(row.direction, row.connector, null, proof);
      flow.addAggregated({ ...row, day, proof });
    }
  }
  for (const report of facts.tlsReports) {
    flow.tlsReports.add({ ...report, proof: { file: account.index, line: report.proof.line + linesBefore } });
  }
  for (const row of facts.clients) {
    flow.clients.add({ ...row, proof: { file: account.index, line: row.proof.line + linesBefore } });
  }
  yield* flow.tidy();
}

function* addCrossings(
  flow: MailFlow,
  facts: Facts,
  flows: readonly (Flow | undefined)[],
  rank: number,
  days: RealDays,
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
    const high = (crossings[at] as number) >>> 0;
    const low = (crossings[at + Crossing.low] as number) >>> 0;
    const state = crossings[at + Crossing.state] as number;
    const written = crossings[at + Crossing.day] as number;
    const day = written >= 0 ? written : days.of(written, crossings[at + Crossing.line] as number);
    const route = crossings[at + Crossing.route] as number;
    const isTransfer = (state & TRANSFER) !== 0;
    if (day === undefined) {
      continue;
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
        day * MILLISECONDS_PER_DAY + (crossings[at + Crossing.millisecond] as number),
        rank + (crossings[at + Crossing.line] as number),
      );
      if (!isTransfer) {
        flow.booking.border();
      }
    }
    if (at % (ROWS_A_TIME * CROSSING_NUMBERS) === 0) {
      flow.peers.foldIfCrowded();
      yield;
    }
  }
}

function* addPassings(flow: MailFlow, passings: Int32Array): Generator<void> {
  for (let at = 0; at < passings.length; at += PASSING_NUMBERS) {
    const seen = passings[at + 2] as number;
    flow.see((passings[at] as number) >>> 0, (passings[at + 1] as number) >>> 0, seen);
    flow.booking.row(seen);
    if (at % (ROWS_A_TIME * PASSING_NUMBERS) === 0) {
      yield;
    }
  }
}

/** The days of a file's dates, now that their order is known. */
class RealDays {
  readonly #origin: FactsOrigin;

  constructor(origin: FactsOrigin) {
    this.#origin = origin;
  }

  /** A row's day; undefined where there is no such day, or it has not been yet: the row, which is used, is left out after all. */
  of(written: WrittenDay, line: number): number | undefined {
    const { account, linesBefore, today } = this.#origin;
    const day = dayIn(written, account.dates?.order ?? 'monthFirst');
    if (day !== undefined && day <= today) {
      return day;
    }
    account.used--;
    if (day === undefined) {
      account.reject(line + linesBefore, 'badTime', shownDate(written));
    } else {
      account.reject(line + linesBefore, 'futureDay', formatDay(day));
    }
    return undefined;
  }
}
