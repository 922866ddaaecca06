import { DATED, type Facts, PASSING_DAY, PASSING_NUMBERS, Seen, UNNAMED } from '../facts/facts';
import { Header } from './addingKernel';
import type { MailFlow } from './mailFlow';
import type { RealDays } from './realDays';

const SEEN_BITS = Seen.internalHop | Seen.crossing;

/**
 * Adds rows that are no hop over the border. The adding kernel does so, some at a time (adding/passings.as); rows that it is not made
 * for are added here.
 */
export function* addPassings(flow: MailFlow, { passings, dates }: Facts, days: RealDays): Generator<void> {
  const { adding } = flow;
  for (let at = 0; at < passings.length; ) {
    const most = passings.subarray(at, at + adding.mostRowNumbers - (adding.mostRowNumbers % PASSING_NUMBERS));
    // What tells a row's day stays with the row.
    const isCut = ((most.at(-1) as number) & DATED) !== 0;
    const rows = isCut ? most.subarray(0, -PASSING_NUMBERS) : most;
    adding.words.set(rows, adding.rows);
    if (dates !== undefined) {
      resolvePassings(adding.words, adding.rows, rows.length, days);
    }
    const count = rows.length / PASSING_NUMBERS;
    for (let row = 0; row < count; row++) {
      flow.willSee();
      row = adding.kernel.addPassings(row, count);
      if (adding.get(Header.isOdd) !== 0) {
        addPassing(flow, adding.rows + row * PASSING_NUMBERS);
        yield;
      }
    }
    at += rows.length;
    yield;
  }
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
function resolvePassings(words: Int32Array, from: number, length: number, days: RealDays): void {
  for (let at = from; at < from + length; at += PASSING_NUMBERS) {
    if (words[at + 2] === DATED) {
      const day = days.unbooked(words[at + 1] as number, words[at] as number);
      const told = at + PASSING_NUMBERS + 2;
      words[told] = day === undefined ? DATED : (words[told] as number) | (day << PASSING_DAY);
      at += PASSING_NUMBERS;
    }
  }
}
