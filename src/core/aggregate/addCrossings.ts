import {
  CROSSING_NUMBERS,
  Crossing,
  type Facts,
  INTERNAL,
  SAME_ROW,
  Seen,
  TLS_STATE,
  TRANSFER,
  UNNAMED,
} from '../facts/facts';
import type { Tls } from '../model/tls';
import { Header } from './addingKernel';
import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';
import type { FactsOrigin, RealDays } from './realDays';
import { rankOf } from './sourceLines';

/** In place of a day: the row is left out. */
const NO_DAY = -1;

/** A stretch whose crossings are added. */
interface Stretch {
  readonly facts: Facts;
  /** By the position of a route. */
  readonly flows: readonly (Flow | undefined)[];
  /** Numbers of the peer table's, by the position of a name. */
  readonly names: Int32Array;
  readonly origin: FactsOrigin;
}

/**
 * Adds rows that tell of messages which crossed the border. The adding kernel does so, some at a time (adding/crossings.as); rows
 * that it is not made for are added here. `flows`: by the position of a route.
 */
export function* addCrossings(
  flow: MailFlow,
  facts: Facts,
  flows: readonly (Flow | undefined)[],
  days: RealDays,
  origin: FactsOrigin,
): Generator<void> {
  const { adding } = flow;
  const names = yield* flow.peers.textNumbers.of(facts.names);
  const { crossings, routes } = facts;
  const numbers = adding.kernel.wantNumbers(names.length, routes.length) >>> 2;
  adding.words.set(names, numbers);
  const ids = flows.map((known) => known?.id ?? 0);
  adding.words.set([...ids, ...routes.map((route) => flow.teller(route))], numbers + names.length);
  for (let at = 0; at < crossings.length; at += adding.mostRowNumbers) {
    const rows = crossings.subarray(at, at + adding.mostRowNumbers);
    adding.words.set(rows, adding.rows);
    if (facts.dates !== undefined) {
      resolveDays(adding.words, adding.rows, rows.length, days);
    }
    yield* addCopied(flow, rows.length / CROSSING_NUMBERS, { facts, flows, names, origin });
  }
}

/** Adds so many rows, which have been copied to the kernel's memory. */
function* addCopied(flow: MailFlow, count: number, stretch: Stretch): Generator<void> {
  const { adding, lines } = flow;
  const { account, linesBefore } = stretch.origin;
  const base = lines.before(account.index) + linesBefore;
  for (let row = 0; row < count; ) {
    flow.willAdd(account.index);
    row = adding.kernel.addCrossings(row, count, base, account.index);
    if (adding.get(Header.isOdd) !== 0) {
      addCrossing(flow, adding.rows + row * CROSSING_NUMBERS, stretch);
      row++;
    }
    yield;
  }
}

/** Adds one row, whose numbers begin at a position in the kernel's memory. */
function addCrossing(flow: MailFlow, at: number, { facts, flows, names, origin }: Stretch): void {
  const row = flow.adding.words.slice(at, at + CROSSING_NUMBERS);
  const number = (field: number): number => row[field] as number;
  let [high, low] = [number(Crossing.high), number(Crossing.low)];
  const [state, day] = [number(Crossing.state), number(Crossing.day)];
  const isTransfer = (state & TRANSFER) !== 0;
  if ((state & UNNAMED) !== 0) {
    ({ high, low } = flow.booking.unnamed(high, low));
  }
  if (isTransfer && ((state & INTERNAL) !== 0 || flow.hasSeen(high, low, Seen.internalHop))) {
    flow.seeTransfer({ high, low }, facts.routes[number(Crossing.route)] as Facts['routes'][number], day);
    return;
  }
  flow.cross(
    high,
    low,
    flows[number(Crossing.route)] as Flow,
    (state & TLS_STATE) as Tls,
    names[number(Crossing.host)] as number,
    names[number(Crossing.sender)] as number,
    names[number(Crossing.cipher)] as number,
    day,
    rankOf({ file: origin.account.index, line: number(Crossing.line) + origin.linesBefore }),
    !isTransfer,
  );
}

/** Puts days in place of written ones, whose order is known by now. */
function resolveDays(words: Int32Array, from: number, length: number, days: RealDays): void {
  for (let at = from; at < from + length; at += CROSSING_NUMBERS) {
    const day = words[at + Crossing.day] as number;
    if (day < 0) {
      const isBooked = ((words[at + Crossing.state] as number) & SAME_ROW) === 0;
      words[at + Crossing.day] = days.of(day, words[at + Crossing.line] as number, isBooked) ?? NO_DAY;
    }
  }
}
