import assert from 'node:assert/strict';
import { Adding, type AddingKernel, MOST_PEERS } from '../../src/core/aggregate/addingKernel';
import { MessageLedger, MOST_FILES, MOST_PEER_IDS } from '../../src/core/aggregate/messageLedger';
import { PeerTable } from '../../src/core/aggregate/peerTable';
import { ProofLines } from '../../src/core/aggregate/proofLines';
import { rankOf, SourceLines } from '../../src/core/aggregate/sourceLines';
import { SequenceSet } from '../../src/core/formats/protocolLog/sequenceSet';
import type { Tls } from '../../src/core/model/tls';
import { Random } from '../generate/random';
import { done } from './analyzing';

/** Keys that are alike in most of their bits. */
const ALIKE: Readonly<Record<string, (id: number) => [high: number, low: number]>> = {
  'in all but the lowest bits': (id) => [0x12345678, id],
  'in all but the highest bits': (id) => [((id & 0xffff) << 16) | (id >>> 16), 7],
  'in the low half': (id) => [Math.imul(id, 0x9e3779b1), 0],
  'in the middle': (id) => [(id << 20) | 5, ((id >>> 12) << 26) | 9],
  'in nothing': (id) => [Math.imul(id, 0x85ebca6b) ^ (id >>> 3), Math.imul(id ^ 0x5bd1e995, 0x27d4eb2f)],
};

describe('the message ledger', () => {
  for (const [title, keyOf] of Object.entries(ALIKE)) {
    it(`finds every message again and keeps what it was told, keys being alike ${title}`, () => {
      const adding = new Adding();
      const ledger = new MessageLedger(adding);
      const random = new Random(11);
      const told = new Map<string, Told>();
      const keys: [number, number][] = [];
      for (let id = 0; id < 300_000; id++) {
        const key = id % 3 === 2 ? (keys[random.integer(0, keys.length - 1)] as [number, number]) : keyOf(id);
        keys.push(key);
        const entry = randomEntry(random, id);
        ledger.claim(...key);
        assert.deepEqual(read(ledger, adding.kernel), told.get(`${key}`) ?? NEW);
        write(ledger, adding.kernel, entry);
        told.set(`${key}`, { ...entry, isShared: entry.isShared || told.get(`${key}`)?.isShared === true });
      }
      assert.equal(adding.kernel.messages.value, told.size);
      for (const key of keys) {
        assert.ok(ledger.find(...key));
        assert.deepEqual(read(ledger, adding.kernel), told.get(`${key}`));
      }
      assert.ok(!ledger.find(0x12345677, 0x7fffffff));
    }).timeout(20_000);
  }

  it('walks over each message once', () => {
    const ledger = new MessageLedger();
    const count = 50_000;
    const left = new Set<number>();
    for (let id = 0; id < count; id++) {
      ledger.claim(id, id);
      ledger.line = id;
      left.add(id);
    }
    for (const _ of ledger.inSteps(() => {
      assert.ok(left.delete(ledger.line));
      ledger.peer = 9;
    })) {
      // Nobody waits.
    }
    assert.equal(left.size, 0);
    assert.ok(ledger.find(77, 77));
    assert.deepEqual([ledger.peer, ledger.line], [9, 77]);
  });

  it('takes at most 20 bytes for each of many messages, growth included', () => {
    const adding = new Adding();
    const ledger = new MessageLedger(adding);
    for (let id = 1; id <= 3_600_000; id++) {
      ledger.claim(Math.imul(id, 0x9e3779b1), id);
      adding.kernel.setDay(id & 0x7fff);
      // Where they are fewer, a little may be to spare.
      const bytes = adding.kernel.ledgerBytes.value;
      if (id % 10_000 === 0 && bytes > 20 * id + (id < 3_200_000 ? 4e6 : 0)) {
        assert.fail(`${bytes / id} bytes for each of ${id} messages`);
      }
    }
  }).timeout(60_000);
});

interface Told {
  readonly peer: number;
  readonly seen: number;
  readonly day: number;
  readonly line: number;
  readonly file: number;
  readonly isShared: boolean;
}

const NEW = { peer: 0, seen: 0, day: 0, line: 0, file: 0, isShared: false };

function randomEntry(random: Random, id: number): Told {
  return {
    peer: random.integer(0, MOST_PEER_IDS),
    seen: random.integer(0, 3),
    day: random.chance(0.01) ? random.integer(0, 65_535) : 20_500 + random.integer(0, 90),
    line: random.chance(0.5) ? id : 0xffffffff - id,
    file: random.integer(0, MOST_FILES),
    isShared: random.chance(0.5),
  };
}

function read(ledger: MessageLedger, kernel: AddingKernel): Told {
  const { peer, seen, line, file } = ledger;
  // Where no day was told, there is none to be asked for.
  const day = line === 0 && peer === 0 ? 0 : kernel.day();
  return { peer, seen, day, line, file, isShared: kernel.isShared() !== 0 };
}

/** What is shared stays so. */
function write(ledger: MessageLedger, kernel: AddingKernel, told: Told): void {
  ledger.peer = told.peer;
  kernel.setSeen(told.seen);
  kernel.setDay(told.day);
  ledger.line = told.line;
  ledger.book(told.file, told.line & 7);
  if (told.isShared) {
    kernel.share();
  }
}

describe('the peer table', () => {
  it('folds the rarer peers and keeps all sums, also under new numbers', () => {
    const adding = new Adding();
    const table = new PeerTable(adding);
    const random = new Random(3);
    const sums = new Map<string, number>();
    let counted: [id: number, key: string][] = [];
    for (let index = 0; index < 3 * MOST_PEERS; index++) {
      const flow = random.integer(0, 2);
      const tls = random.integer(3, 5) as Tls;
      const id = adding.kernel.countPeer(flow, tls, table.name(`192.0.2.${index}`), 0, 0);
      counted.push([id, `${flow} ${tls}`]);
      if (random.chance(0.2)) {
        const [back, key] = counted.splice(random.integer(0, counted.length - 1), 1)[0] as [number, string];
        adding.kernel.uncountPeer(back);
        sums.set(key, (sums.get(key) ?? 0) - 1);
      }
      sums.set(`${flow} ${tls}`, (sums.get(`${flow} ${tls}`) ?? 0) + 1);
      table.foldIfCrowded();
      if (index % 1000 === 0) {
        done(table.forgetNames());
      }
      if (index === 2 * MOST_PEERS) {
        const ids = table.renumber();
        counted = counted.map(([old, key]) => [ids[old] as number, key]);
      }
    }
    const held = new Map<string, number>();
    let peers = 0;
    for (const { flow, tls, messages } of table.all()) {
      peers++;
      held.set(`${flow} ${tls}`, (held.get(`${flow} ${tls}`) ?? 0) + messages);
    }
    assert.ok(peers <= MOST_PEERS + 1, `${peers} peers`);
    assert.deepEqual([...held].sort(), [...sums].sort());
    assert.ok(counted.every(([id, key]) => `${table.get(id)?.flow} ${table.get(id)?.tls}` === key));
  });
});

describe('proof lines', () => {
  it('keep the first and the last line', () => {
    const lines = new ProofLines();
    for (const line of [40, 10, 30]) {
      lines.add(rankOf({ file: 0, line }));
    }
    lines.add(rankOf({ file: 1, line: 1 }));
    assert.deepEqual([lines.first?.line, lines.last], [10, { file: 1, line: 1 }]);
  });

  it('are found again by 32-bit numbers, in whatever order files are read', () => {
    const lines = new SourceLines(new Adding());
    const told: [number, number][] = [];
    for (const file of [3, 0, 7]) {
      for (const count of [10, 25]) {
        lines.begin(file, count);
        const rank = rankOf({ file, line: count });
        told.push([lines.number(rank), rank]);
      }
    }
    for (const [number, rank] of told) {
      assert.equal(lines.rank(number), rank);
    }
  });
});

describe('sequence numbers of a session', () => {
  it('say whether any is missing, in whatever order they came', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed);
      const numbers = Array.from({ length: random.integer(1, 15) }, () => random.integer(0, 12));
      const set = new SequenceSet();
      numbers.forEach((number) => {
        set.add(number);
      });
      for (let first = 0; first <= 12; first++) {
        for (let last = first; last <= 12; last++) {
          const expected = Array.from({ length: last - first + 1 }, (_, index) => first + index).every((number) =>
            numbers.includes(number),
          );
          assert.equal(set.holds(first, last), expected, `seed ${seed}: ${first} to ${last} of ${numbers}`);
        }
      }
    }
  });
});
