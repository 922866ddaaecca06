import assert from 'node:assert/strict';
import { MOST_PEERS } from '../../src/core/aggregate/addingKernel';
import { MailFlow } from '../../src/core/aggregate/mailFlow';
import { Seen } from '../../src/core/facts/facts';
import { FileAccount } from '../../src/core/facts/fileAccount';
import type { ConnectorRef } from '../../src/core/model/connector';
import type { MessageFlow } from '../../src/core/model/messageFlow';
import { addCounts, noCounts, type Tls } from '../../src/core/model/tls';
import { textKey } from '../../src/core/reading/textKey';
import { buildReport, newCensus } from '../../src/core/report/buildReport';
import { reportJson } from '../../src/core/report/json';
import { inOneGo } from '../../src/core/steps';
import { Random } from '../generate/random';
import { OPTIONS } from './analyzing';

const DAY = 86_400_000;
const FIRST_DAY = 20_514;
/** So many days. */
const LAST = 4;

/** What a row tells, and what of it the days of messages go by. */
interface Fact {
  readonly tell: (flow: MailFlow) => void;
  readonly message: number;
  readonly day: number;
  /** Bits of `Seen` that a row inside shows; 0 where the row is a hop over the border. */
  readonly seen: number;
  readonly file: number;
}

describe('what rows tell', () => {
  it('adds up in bounded memory, wherever it comes from', () => {
    const flow = newFlow();
    for (let number = 1; number <= 3 * MOST_PEERS; number++) {
      flow.add(strange(number));
    }
    assert.ok(flow.peers.size <= MOST_PEERS + 1, `${flow.peers.size} peers`);
    assertPeersAddUp(flow, 'strangers');
  });

  for (const [about, connectors] of [
    ['connectors', ['A', 'a', 'B', 'C', '(none)']],
    ['rows that do not tell their connector', ['A', '(untold)']],
    ['those and several connectors', ['A', 'B', 'C', '(none)', '(untold)']],
    ['tracking logs of several servers', ['A', 'A by ex1', 'A by ex2', 'B by ex1', 'b by ex2', '(untold)']],
  ] as const) {
    it(`adds up to the same in any order, with ${about}`, () => {
      for (let seed = 1; seed <= 300; seed++) {
        const random = new Random(seed);
        const facts = Array.from({ length: 3 }, (_, file) =>
          Array.from({ length: random.integer(0, 25) }, (_, line) => someFact(random, connectors, file, line + 1)),
        );
        const expected = { ...reportOf(facts.flat().reduce(told, newFlow())), ...besideByDay(facts.flat()) };
        for (const order of [
          [2, 1, 0],
          [1, 2, 0],
        ]) {
          const inOrder = order.flatMap((file) => facts[file] ?? []);
          for (const rows of [inOrder, random.shuffled(inOrder)]) {
            const flow = rows.reduce(told, newFlow());
            assert.deepEqual({ ...reportOf(flow), ...besideOf(flow) }, expected, `seed ${seed}, ${order}`);
            assertPeersAddUp(flow, `seed ${seed}, ${order}`);
          }
        }
      }
    });
  }
});

/** Of three files that have been begun. */
function newFlow(): MailFlow {
  const flow = new MailFlow();
  for (const file of [0, 1, 2]) {
    flow.lines.begin(file, 100);
  }
  return flow;
}

function told(flow: MailFlow, { tell }: Fact): MailFlow {
  tell(flow);
  return flow;
}

/** A message of its own from a host of its own. */
function strange(number: number): MessageFlow {
  return {
    key: textKey(`n:${number}`),
    direction: 'inbound',
    connector: connectorOf('A'),
    tls: (number % 3) as Tls,
    time: 20_514 * DAY,
    host: `host${number}`,
    sender: '',
    cipher: '',
    proof: { file: 0, line: number },
    hubServer: null,
  };
}

function someFact(random: Random, connectors: readonly string[], file: number, line: number): Fact {
  const message = random.integer(1, 6);
  const key = textKey(`n:${message}`);
  if (random.chance(0.2)) {
    const seen = random.pick([Seen.internalHop, Seen.crossing]);
    const day = FIRST_DAY + random.integer(0, LAST - 1);
    return { tell: (flow) => flow.see(key.high, key.low, seen, day), message, day, seen, file };
  }
  const [name = '', trackedBy = null] = random.pick(connectors).split(' by ');
  const fact: MessageFlow = {
    key,
    direction: random.pick(['inbound', 'outbound']),
    connector: connectorOf(name),
    tls: random.integer(0, 7) as Tls,
    time: (FIRST_DAY + random.integer(0, LAST - 1)) * DAY + random.integer(0, DAY - 1),
    // Rows of one message do not name different hosts over one hop.
    host: random.pick(['', `192.0.2.${message % 2}`]),
    sender: random.pick(['', 'fabrikam.example']),
    cipher: '',
    proof: { file, line },
    hubServer: null,
  };
  const day = Math.floor(fact.time / DAY);
  return { tell: (flow) => flow.add(fact, trackedBy), message, day, seen: 0, file };
}

function connectorOf(name: string): ConnectorRef {
  if (name === '(none)') {
    return { kind: 'none' };
  }
  return name === '(untold)' ? { kind: 'untold' } : { kind: 'named', name, type: name === 'B' ? 'Partner' : 'Unknown' };
}

/** Messages inside, and messages of several files, on each day. */
interface Beside {
  readonly internalByDay: readonly number[];
  readonly sharedByDay: readonly number[];
}

function besideOf(flow: MailFlow): Beside {
  const days = Array.from({ length: LAST }, (_, day) => FIRST_DAY + day);
  return {
    internalByDay: days.map((day) => flow.internal((one) => one === day)),
    sharedByDay: days.map((day) => flow.shared((one) => one === day)),
  };
}

/** The same, counted message by message. */
function besideByDay(facts: readonly Fact[]): Beside {
  const beside = { internalByDay: new Array<number>(LAST).fill(0), sharedByDay: new Array<number>(LAST).fill(0) };
  const note = (days: number[], rows: readonly Fact[]): void => {
    const day = Math.min(...rows.map((row) => row.day)) - FIRST_DAY;
    days[day] = (days[day] ?? 0) + 1;
  };
  for (const message of new Set(facts.map((fact) => fact.message))) {
    const rows = facts.filter((fact) => fact.message === message);
    const crossings = rows.filter(({ seen }) => seen === 0);
    const hops = rows.filter(({ seen }) => seen === Seen.internalHop);
    if (crossings.length === 0 && hops.length > 0 && hops.length === rows.length) {
      note(beside.internalByDay, hops);
    }
    if (new Set(crossings.map(({ file }) => file)).size > 1) {
      note(beside.sharedByDay, crossings);
    }
  }
  return beside;
}

/** Who stood at the other side adds up to what is counted, for each connector and TLS state. */
function assertPeersAddUp(flow: MailFlow, about: string): void {
  for (const { id, days } of flow.flows.all()) {
    const byPeers = noCounts();
    for (const peer of flow.peers.all()) {
      if (peer.flow === id) {
        byPeers[peer.tls] = (byPeers[peer.tls] ?? 0) + peer.messages;
      }
    }
    const byDays = noCounts();
    for (const { counts } of days.values()) {
      addCounts(byDays, counts);
    }
    assert.deepEqual(byPeers, byDays, about);
  }
}

/** With thresholds that make every TLS 1.0 message an insight, so that proof lines are compared as well. */
function reportOf(flow: MailFlow): object {
  const accounts = [0, 1, 2].map((file) => new FileAccount(file, `${file}.csv`));
  const options = { ...OPTIONS, thresholds: { share: 0, messages: 1 } };
  const census = inOneGo(newCensus(flow, options));
  inOneGo(census.take());
  return reportJson(inOneGo(buildReport(flow, accounts, options, census)));
}
