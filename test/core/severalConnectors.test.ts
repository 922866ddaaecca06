import assert from 'node:assert/strict';
import { Census } from '../../src/core/aggregate/census';
import type { Flow } from '../../src/core/aggregate/flowTable';
import { MailFlow } from '../../src/core/aggregate/mailFlow';
import { lineOf, rankOf } from '../../src/core/aggregate/sourceLines';
import { TextOrder } from '../../src/core/aggregate/textOrder';
import type { Route } from '../../src/core/facts/facts';
import { UNTOLD_CONNECTOR } from '../../src/core/model/connector';
import { Tls } from '../../src/core/model/tls';
import { Random } from '../generate/random';
import { done } from './analyzing';
import { groupedBy } from './toldRows';

const HERE = { direction: 'inbound', hubServer: null, trackedBy: null } as const;
const named = (name: string) => ({ kind: 'named', name, type: 'Unknown' }) as const;
const ROUTES: readonly Route[] = [
  { ...HERE, connector: named('m') },
  { ...HERE, connector: named('c') },
  { ...HERE, connector: { kind: 'untold' } },
  { ...HERE, connector: { kind: 'none' } },
  { ...HERE, connector: named('T'), trackedBy: 'ex2' },
  { ...HERE, connector: named('t'), trackedBy: 'ex1' },
  { ...HERE, connector: named('t') },
  { ...HERE, connector: named('m'), hubServer: 'hub1' },
  { ...HERE, connector: { kind: 'untold' }, hubServer: 'hub1' },
  { ...HERE, connector: named('a'), direction: 'outbound' },
  { ...HERE, connector: { kind: 'untold' }, direction: 'outbound' },
];

interface Row {
  readonly message: number;
  readonly flow: Flow;
  readonly tls: Tls;
  readonly day: number;
  readonly rank: number;
  readonly host: string;
}

const FILES = [2, 0, 1];
const LINES = 400;

function begun(): MailFlow {
  const flow = new MailFlow();
  for (const file of FILES) {
    flow.lines.begin(file, LINES);
  }
  return flow;
}

function add(to: MailFlow, { message, flow, tls, day, rank, host }: Row): void {
  to.cross(message, ~message, flow, tls, to.peers.name(host), 0, 0, day, rank);
}

/** Rows of few messages, over any connectors; each connector becomes known when a row of it is asked for its flow. */
function someRows(random: Random, to: MailFlow): (() => Row)[] {
  const rows = FILES.flatMap((file) =>
    Array.from({ length: random.integer(0, 60) }, (_, line) => {
      const message = random.integer(1, 6);
      const { direction, connector, hubServer, trackedBy } = random.pick(ROUTES);
      const proof = { file, line: line + 1 };
      const row = {
        message,
        tls: random.integer(0, 7) as Tls,
        day: 20_500 + random.integer(0, 40),
        rank: rankOf(proof),
        // Rows of one message do not name different hosts.
        host: random.pick(['', `192.0.2.${message}`]),
      };
      return (): Row => ({ ...row, flow: to.flows.of(direction, connector, hubServer, proof, trackedBy) });
    }),
  );
  return random.shuffled(rows);
}

/** What rows tell together: whatever order they come in. */
function together(rows: readonly Row[]): Row {
  const [first] = [...rows].sort((a, b) => a.tls - b.tls || a.rank - b.rank) as [Row];
  const [flow] = rows.map((row) => row.flow).sort(byTracker) as [Flow];
  const host = rows.find((row) => row.host !== '')?.host ?? '';
  return { ...first, flow, host, day: Math.min(...rows.map(({ day }) => day)) };
}

function byTracker(a: Flow, b: Flow): number {
  return (a.trackedBy ?? '') < (b.trackedBy ?? '') ? -1 : 1;
}

/** What is counted: each connector by itself, and for the lowest what tells none. */
function countedBy(rows: readonly Row[]): Row[] {
  return [...groupedBy(rows, ({ message, flow }) => `${message} ${flow.direction} ${flow.hubServer}`).values()].flatMap(
    (group) => {
      const byKey = groupedBy(group, ({ flow }) => flow.key);
      const untold = group.filter(({ flow }) => flow.connector.kind === 'untold');
      const keys = [...byKey.keys()].filter((key) => byKey.get(key)?.[0]?.flow.connector.kind !== 'untold').sort();
      if (keys.length === 0) {
        return [together(untold)];
      }
      return keys.map((key, place) => {
        const own = byKey.get(key) as Row[];
        return { ...together([...own, ...(place === 0 ? untold : [])]), flow: together(own).flow };
      });
    },
  );
}

function shown({ flow, tls, day, rank, host }: Omit<Row, 'message'>): string {
  return [flow.id, tls, day, JSON.stringify(lineOf(rank)), host].join(' ');
}

function countedOf(flow: MailFlow): string[] {
  const told: string[] = [];
  done(
    flow.messages((id, day, rank) => {
      const { flow: number, tls, host } = flow.peers.known(id);
      told.push(shown({ flow: flow.flows.get(number), tls, day, rank, host }));
    }),
  );
  return told.sort();
}

/** Messages by flow, as days, peers and a census count them. */
function sumsOf(flow: MailFlow): object[] {
  const census = new Census(flow, () => true);
  done(census.take());
  const peers = [...flow.peers.all()];
  return flow.flows.all().map(({ id, days }) => ({
    days: [...days.values()].flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0),
    peers: peers.filter((peer) => peer.flow === id).reduce((sum, { messages }) => sum + messages, 0),
    census: Object.values(Tls)
      .flatMap((tls) => census.peers(id, tls))
      .reduce((sum, { messages }) => sum + messages, 0),
  }));
}

function assertCounted(flow: MailFlow, rows: readonly Row[], about: string): void {
  const counted = countedBy(rows);
  assert.deepEqual(countedOf(flow), counted.map(shown).sort(), about);
  const sums = flow.flows.all().map(({ id }) => counted.filter((row) => row.flow.id === id).length);
  assert.deepEqual(
    sumsOf(flow),
    sums.map((sum) => ({ days: sum, peers: sum, census: sum })),
    about,
  );
}

describe('texts in order', () => {
  it('have numbers in that order, however they come, and many keep theirs', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      const order = new TextOrder();
      const texts = Array.from({ length: 300 }, (_, number) =>
        seed === 1 ? `${number}`.padStart(3, '0') : seed === 2 ? `m${'a'.repeat(number)}` : `${random.integer(0, 999)}`,
      );
      // Between the first two texts there is less and less room.
      const all = seed === 3 ? ['a', 'b', ...texts.map((_, number) => `a${'a'.repeat(300 - number)}`)] : texts;
      let moved = 0;
      for (const text of all) {
        moved += Number(order.add([text]));
      }
      const sorted = [...new Set(all)].sort();
      for (const [place, text] of sorted.slice(1).entries()) {
        assert.ok(order.of(sorted[place] as string) < order.of(text), `seed ${seed}: ${text}`);
      }
      assert.ok(moved < 20, `${moved} times`);
    }
  });

  it('have them as well where many come at once, some of them for the second time', () => {
    const random = new Random(4);
    const order = new TextOrder();
    const all: string[] = [];
    for (const count of [70, 3, 500, 64, 65]) {
      const texts = Array.from({ length: count }, () => `${random.integer(0, 999)}`);
      order.add(texts);
      all.push(...texts);
      const sorted = [...new Set(all)].sort();
      for (const [place, text] of sorted.slice(1).entries()) {
        assert.ok(order.of(sorted[place] as string) < order.of(text), text);
      }
    }
  });
});

describe('a message over several connectors', () => {
  it('counts once over each, whatever rows tell no connector, and in whatever order they come', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = new Random(seed);
      const flow = begun();
      const rows: Row[] = [];
      for (const row of someRows(random, flow)) {
        rows.push(row());
        add(flow, rows.at(-1) as Row);
        if (rows.length % 29 === 0) {
          assertCounted(flow, rows, `seed ${seed}, ${rows.length} rows`);
        }
      }
      assertCounted(flow, rows, `seed ${seed}`);
    }
  });

  it('counts right over very many', () => {
    const flow = begun();
    const rows = Array.from({ length: 3000 }, (_, number): Row => {
      const proof = { file: 0, line: (number % LINES) + 1 };
      const name = `c${(number * 7) % 1500}`;
      const connector = number % 50 === 9 ? UNTOLD_CONNECTOR : named(number % 3 === 0 ? name.toUpperCase() : name);
      const to = flow.flows.of('inbound', connector, null, proof, number % 4 === 0 ? `ex${number % 3}` : null);
      return {
        message: 1,
        flow: to,
        tls: 3,
        day: 20_500 + (number % 900),
        rank: rankOf(proof),
        host: `h${number % 9}`,
      };
    });
    for (const row of rows) {
      add(flow, { ...row, host: '' });
    }
    assertCounted(
      flow,
      rows.map((row) => ({ ...row, host: '' })),
      'many connectors',
    );
  }).timeout(20_000);

  it('stays what it is when names are forgotten, and peers get new ids', () => {
    const random = new Random(4);
    const flow = begun();
    const rows = someRows(random, flow).map((row) => row());
    for (const row of rows) {
      add(flow, row);
    }
    const before = [countedOf(flow), sumsOf(flow)];
    const other = flow.flows.of('outbound', named('other'), null, { file: 0, line: 1 });
    for (let number = 0; number < 1_100_000; number++) {
      const name = flow.peers.name(`x${number % 300_000}`);
      flow.adding.kernel.uncountPeer(flow.adding.kernel.countPeer(other.id, 3, name, 0, 0));
      if (number % 200 === 0) {
        flow.peers.foldIfCrowded();
      }
    }
    assert.ok(flow.peers.ids > 1_000_000);
    done(flow.tidy());
    assert.ok(flow.peers.ids < 100_000, `${flow.peers.ids} ids`);
    assert.ok(flow.peers.name('one more') < 200_000);
    // Peers without messages went first: those of the messages are there.
    assert.deepEqual([countedOf(flow), sumsOf(flow).slice(0, -1)], before);
    for (const row of rows) {
      add(flow, row);
    }
    assert.deepEqual([countedOf(flow), sumsOf(flow).slice(0, -1)], before);
  }).timeout(20_000);
});
