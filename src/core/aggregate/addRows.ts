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
import type { Tls } from '../model/tls';
import { Header, MOST_ROW_NUMBERS, ROWS } from './addingKernel';
import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';
import type { FactsOrigin, RealDays } from './realDays';
import { rankOf } from './sourceLines';

/** After so many crossings it is looked whether there are too many peers. */
const PEERS_LOOKED = 208;
/** How many names are looked up between two chances to pause. */
const NAMES_A_TIME = 208;
const SEEN_BITS = Seen.internalHop | Seen.crossing;
/** In place of a day: the row is left out. */
const NO_DAY = -1;

/**
 * Adds rows that tell of messages which crossed the border. The adding kernel does so, some at a time (adding/crossings.as); rows
 * that it is not made for are added here. `flows`: by the position of a route.
 */
export function* addCrossings(
  flow: MailFlow,
  facts: Facts,
  flows: readonly (Flow | undefined)[],
  days: RealDays,
  { account, linesBefore }: FactsOrigin,
): Generator<void> {
  const { adding, peers } = flow;
  const { kernel } = adding;
  const { crossings } = facts;
  const names = new Int32Array(facts.names.length);
  for (const [position, name] of facts.names.entries()) {
    names[position] = peers.name(name);
    if (position % NAMES_A_TIME === 0) {
      yield;
    }
  }
  const numbers = kernel.wantNumbers(names.length, flows.length) >>> 2;
  adding.words.set(names, numbers);
  adding.words.set(
    flows.map((known) => known?.id ?? 0),
    numbers + names.length,
  );
  const base = flow.lines.before(account.index) + linesBefore;
  for (let at = 0; at < crossings.length; at += MOST_ROW_NUMBERS) {
    const rows = crossings.subarray(at, at + MOST_ROW_NUMBERS);
    adding.words.set(rows, ROWS);
    if (facts.dates !== undefined) {
      resolveCrossings(adding.words, rows.length, days);
    }
    const count = rows.length / CROSSING_NUMBERS;
    for (let row = 0; row < count; ) {
      row = kernel.addCrossings(row, count, base, account.index);
      const isOdd = adding.get(Header.isOdd) !== 0;
      flow.added(account.index, true, row < count && !isOdd);
      if (row > 0 && (row - 1) % PEERS_LOOKED === 0) {
        peers.foldIfCrowded();
      }
      if (isOdd) {
        addCrossing(row);
        if (row++ % PEERS_LOOKED === 0) {
          peers.foldIfCrowded();
          yield;
        }
      }
    }
    yield;
  }
  flow.settle();

  function addCrossing(row: number): void {
    const start = ROWS + row * CROSSING_NUMBERS;
    const number = (field: number): number => adding.words[start + field] as number;
    let [high, low] = [number(Crossing.high), number(Crossing.low)];
    const [state, day, line] = [number(Crossing.state), number(Crossing.day), number(Crossing.line)];
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
      rankOf({ file: account.index, line: line + linesBefore }),
      !isTransfer,
    );
  }
}

/** Puts days in place of written ones, whose order is known by now. */
function resolveCrossings(words: Int32Array, length: number, days: RealDays): void {
  for (let at = ROWS; at < ROWS + length; at += CROSSING_NUMBERS) {
    const day = words[at + Crossing.day] as number;
    if (day < 0) {
      const isBooked = ((words[at + Crossing.state] as number) & SAME_ROW) === 0;
      words[at + Crossing.day] = days.of(day, words[at + Crossing.line] as number, isBooked) ?? NO_DAY;
    }
  }
}

/** Adds rows that are no hop over the border, in the same way. */
export function* addPassings(
  flow: MailFlow,
  { passings, dates }: Facts,
  days: RealDays,
  file: number,
): Generator<void> {
  const { adding } = flow;
  for (let at = 0; at < passings.length; ) {
    const most = passings.subarray(at, at + MOST_ROW_NUMBERS - (MOST_ROW_NUMBERS % PASSING_NUMBERS));
    // What tells a row's day stays with the row.
    const isCut = ((most.at(-1) as number) & DATED) !== 0;
    const rows = isCut ? most.subarray(0, -PASSING_NUMBERS) : most;
    adding.words.set(rows, ROWS);
    if (dates !== undefined) {
      resolvePassings(adding.words, rows.length, days);
    }
    const count = rows.length / PASSING_NUMBERS;
    for (let row = 0; row < count; ) {
      row = adding.kernel.addPassings(row, count);
      const isOdd = adding.get(Header.isOdd) !== 0;
      flow.added(file, false, row < count && !isOdd);
      if (isOdd) {
        addPassing(flow, ROWS + row++ * PASSING_NUMBERS);
        yield;
      }
    }
    at += rows.length;
    yield;
  }
  flow.settle();
}

function addPassing(flow: MailFlow, at: number): void {
  const { words } = flow.adding;
  let [high, low] = [words[at] as number, words[at + 1] as number];
  const told = words[at + 2] as number;
  if ((told & UNNAMED) !== 0) {
    ({ high, low } = flow.booking.unnamed(high, low));
  }
  flow.see(high, low, told & SEEN_BITS, told >>> PASSING_DAY);
  flow.booking.row(told & SEEN_BITS);
}

/** Puts the days of rows whose order was open, and which stand before them, where those of others stand. */
function resolvePassings(words: Int32Array, length: number, days: RealDays): void {
  for (let at = ROWS; at < ROWS + length; at += PASSING_NUMBERS) {
    if (words[at + 2] === DATED) {
      const day = days.unbooked(words[at + 1] as number, words[at] as number);
      const told = at + PASSING_NUMBERS + 2;
      words[told] = day === undefined ? DATED : (words[told] as number) | (day << PASSING_DAY);
      at += PASSING_NUMBERS;
    }
  }
}
