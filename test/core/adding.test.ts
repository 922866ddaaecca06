import assert from 'node:assert/strict';
import { Adding, MOST_PEERS } from '../../src/core/aggregate/addingKernel';
import { addPassings } from '../../src/core/aggregate/addPassings';
import { MailFlow } from '../../src/core/aggregate/mailFlow';
import type { RealDays } from '../../src/core/aggregate/realDays';
import { type Facts, INTERNAL, Seen } from '../../src/core/facts/facts';
import type { FileAccount } from '../../src/core/facts/fileAccount';
import type { Tls } from '../../src/core/model/tls';
import { textKey } from '../../src/core/reading/textKey';
import { Random } from '../generate/random';
import { added, countedBy, countedOf, datedRows, groupedBy, ROUTES, someRows, type ToldRow, TRACKED } from './toldRows';

const NO_CUTS = () => [];
const FILES = 17;

describe('facts of rows', () => {
  it('are added up to what each message’s rows say, in whatever stretches they come', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(seed);
      const files = someRows(random, FILES, 60, 14);
      const cuts = (rows: number): number[] =>
        Array.from({ length: rows }, (_, row) => row).filter(() => random.chance(0.1));
      for (const cutsOf of [NO_CUTS, cuts]) {
        assertAdded(files, added(files, cutsOf), `seed ${seed}`);
      }
    }
  });

  it('are added up to the same wherever a file is cut', () => {
    const files = someRows(new Random(77), 5, 90, 9);
    for (let cut = 0; cut <= 90; cut++) {
      const cutsOf = (rows: number): number[] => (cut < rows ? [cut] : []);
      assertAdded(files, added(files, cutsOf), `cut behind row ${cut}`);
    }
  });

  it('are added up where they are more than are added at a time', () => {
    const files = someRows(new Random(5), 3, 60_000, 20_000);
    assertAdded(files, added(files, NO_CUTS), 'many rows');
  }).timeout(20_000);

  it('make the same of rows that come one by one', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const files = someRows(new Random(seed), 3, 60, 8);
      const flow = new MailFlow();
      for (const file of [0, 1, 2]) {
        flow.lines.begin(file, 60);
      }
      for (const row of datedRows(files.flat()).filter(({ route }) => route !== undefined)) {
        const { direction, connector, hubServer, trackedBy } = ROUTES[row.route as number] as (typeof ROUTES)[number];
        const { file, line, host, sender, tls } = row;
        const proof = { file, line };
        const to = flow.flows.of(direction, connector, hubServer, proof, trackedBy);
        const names = [flow.peers.name(host), flow.peers.name(sender), 0] as const;
        flow.cross(...keyOf(row.message), to, tls, ...names, row.day, file * 2 ** 32 + line);
      }
      assert.deepEqual(countedOf(flow), countedBy(datedRows(files.flat())), `seed ${seed}`);
    }
  });

  it('keep all sums where peers are very many, and days far apart', () => {
    const random = new Random(8);
    const rows = Array.from({ length: 3 * MOST_PEERS }, (_, number): ToldRow => {
      const row = { file: 0, line: number + 1, seen: 0, marks: 0, sender: '', route: number % ROUTES.length };
      return {
        ...row,
        message: `${number}`,
        tls: random.integer(3, 5) as Tls,
        host: `host${number}.example`,
        day: 18_000 + (number % 900),
      };
    });
    const { flow } = added([rows], (count) => [count >> 2, count >> 1]);
    assert.ok(flow.peers.size <= MOST_PEERS + 300, `${flow.peers.size} peers`);
    assert.deepEqual(daysOf(flow), daysBy(rows));
    const byPeers = new Map<string, number>();
    for (const { flow: number, tls, messages } of flow.peers.all()) {
      byPeers.set(`${number} ${tls}`, (byPeers.get(`${number} ${tls}`) ?? 0) + messages);
    }
    const byFlow = groupedBy(rows, ({ route, tls }) => `${route} ${tls}`);
    assert.deepEqual([...byPeers].sort(), [...byFlow].map(([key, { length }]) => [key, length] as const).sort());
  }).timeout(20_000);

  it('lie in memory that begins small and grows while it is looked at', () => {
    const adding = new Adding();
    const { words, kernel } = adding;
    assert.ok(words.byteLength < 3e6, `${words.byteLength} bytes`);
    for (let id = 0; id < 200_000; id++) {
      kernel.claim(id, ~id);
      kernel.setLine(id);
    }
    assert.equal(words.length, 0);
    assert.ok(adding.words.byteLength > 4e6);
    for (let id = 0; id < 200_000; id++) {
      assert.ok(kernel.find(id, ~id) === 1 && kernel.line() === id);
    }
  });

  it('say that walks over messages are worth nothing where one becomes known that never crossed the border', () => {
    const flow = new MailFlow();
    for (const [high, add] of [
      [1, () => flow.see(1, 2, Seen.internalHop, 20_000)],
      [2, () => [...addPassings(flow, { passings: Int32Array.of(2, 2, Seen.internalHop) } as Facts, {} as RealDays)]],
    ] as const) {
      const { changes } = flow;
      add();
      assert.ok(flow.hasSeen(high, 2, Seen.internalHop) && flow.changes > changes);
    }
  });
});

function keyOf(message: string): [high: number, low: number] {
  const { high, low } = textKey(message);
  return [high, low];
}

function assertAdded(files: readonly (readonly ToldRow[])[], what: ReturnType<typeof added>, about: string): void {
  const { flow, accounts } = what;
  const rows = datedRows(files.flat());
  assert.deepEqual(countedOf(flow), countedBy(rows), about);
  assert.deepEqual(daysOf(flow), daysBy(rows), about);
  assert.deepEqual(besideOf(flow, rows), besideBy(rows), about);
  for (const [file, account] of accounts.entries()) {
    const own = rows.filter((row) => row.file === file);
    assert.deepEqual(bookedOf(account), bookedBy(own, files[file]?.length ?? 0), `${about}, file ${file}`);
  }
  for (const day of new Set(rows.map((row) => row.day))) {
    flow.protocolTwins.tells('inbound', 'ex1', day);
  }
  const tracked = rows.filter(({ route }) => route === TRACKED);
  const byFile = [...groupedBy(tracked, ({ file }) => file)].map(([file, { length }]) => [file, length]);
  assert.deepEqual([...flow.protocolTwins.leftOut()].sort(), byFile.sort(), about);
}

/** Messages by connector, day and TLS state. */
function daysOf(flow: MailFlow): string[] {
  return flow.flows
    .all()
    .flatMap(({ key, days }) =>
      [...days].flatMap(([day, { counts }]) =>
        counts.flatMap((count, tls) => (count === 0 ? [] : [`${key}|${day}|${tls}: ${count}`])),
      ),
    )
    .sort();
}

function daysBy(rows: readonly ToldRow[]): string[] {
  const flow = new MailFlow();
  const keys = ROUTES.map(
    ({ direction, connector }) => flow.flows.of(direction, connector, null, { file: 0, line: 1 }).key,
  );
  const crossings = rows.filter((row) => row.route !== undefined && (row.marks & INTERNAL) === 0);
  const messages = [...groupedBy(crossings, ({ message, route }) => `${message}|${route}`).values()];
  const days = groupedBy(messages, (group) => {
    const [{ route }] = group as [ToldRow];
    return `${keys[route as number]}|${Math.min(...group.map(({ day }) => day))}|${Math.min(...group.map(({ tls }) => tls))}`;
  });
  return [...days].map(([day, { length }]) => `${day}: ${length}`).sort();
}

/** Messages inside, and those that several files tell of, by day. */
function besideOf(flow: MailFlow, rows: readonly ToldRow[]): string[] {
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  return days.map((day) => `${day}: ${flow.internal((one) => one === day)}, ${flow.shared((one) => one === day)}`);
}

function besideBy(rows: readonly ToldRow[]): string[] {
  const days = new Map([...new Set(rows.map(({ day }) => day))].sort().map((day) => [day, [0, 0] as [number, number]]));
  const note = (of: readonly ToldRow[], which: 0 | 1): void => {
    const counts = days.get(Math.min(...of.map(({ day }) => day))) as [number, number];
    counts[which]++;
  };
  const isInside = ({ marks, seen }: ToldRow): boolean => (marks & INTERNAL) !== 0 || (seen & Seen.internalHop) !== 0;
  for (const group of groupedBy(rows, ({ message }) => message).values()) {
    const crossings = group.filter(({ route, marks }) => route !== undefined && (marks & INTERNAL) === 0);
    const hops = group.filter(isInside);
    if (crossings.length === 0 && hops.length > 0 && group.every(({ seen }) => (seen & Seen.crossing) === 0)) {
      note(hops, 0);
    }
    if (new Set(crossings.map(({ file }) => file)).size > 1) {
      note(crossings, 1);
    }
  }
  return [...days].map(([day, [inside, shared]]) => `${day}: ${inside}, ${shared}`);
}

function bookedOf(account: FileAccount): object {
  const { used, leftOut, problemCount } = account;
  const [otherEvent, noBorderHop] = [leftOut.get('otherEvent') ?? 0, leftOut.get('noBorderHop') ?? 0];
  return { used, otherEvent, noBorderHop, problemCount };
}

/** `all`: rows of the file, also those of no day. */
function bookedBy(rows: readonly ToldRow[], all: number): object {
  const booked = { used: 0, otherEvent: 0, noBorderHop: 0, problemCount: all - rows.length };
  for (const group of groupedBy(rows, ({ message }) => message).values()) {
    const inside = group.filter(({ route }) => route === undefined);
    const hops = inside.filter(({ seen }) => seen === Seen.internalHop).length;
    const shown = inside.reduce((bits, { seen }) => bits | seen, 0);
    booked.used += group.length - inside.length;
    if (inside.length < group.length) {
      booked.otherEvent += inside.length;
    } else if (shown === Seen.internalHop) {
      booked.used += hops;
      booked.otherEvent += inside.length - hops;
    } else {
      booked.noBorderHop += inside.length;
    }
  }
  return booked;
}
