import assert from 'node:assert/strict';
import { messageKey } from '../../src/core/aggregate/messageKey';
import { MessageLedger } from '../../src/core/aggregate/messageLedger';
import { MOST_PEERS, PeerTable } from '../../src/core/aggregate/peerTable';
import { ProofLines } from '../../src/core/aggregate/proofLines';
import { SequenceSet } from '../../src/core/formats/protocolLog/sequenceSet';
import type { Tls } from '../../src/core/model/tls';
import { Random } from '../generate/random';

describe('the message ledger', () => {
  it('finds every entry again, however many there are', () => {
    const ledger = new MessageLedger();
    const count = 100_000;
    for (let id = 0; id < count; id++) {
      ledger.set({
        key: messageKey(`n:${id}`),
        peer: id + 1,
        day: id % 60_000,
        proof: { file: 3, line: id },
        seen: id % 4,
      });
    }
    for (let id = 0; id < count; id++) {
      const entry = ledger.get(messageKey(`n:${id}`));
      assert.deepEqual(
        [entry?.peer, entry?.day, entry?.seen, entry?.proof],
        [id + 1, id % 60_000, id % 4, { file: 3, line: id }],
      );
    }
    assert.equal([...ledger.entries()].length, count);
    assert.equal(ledger.get(messageKey('n:none')), undefined);
  });

  it('overwrites an entry', () => {
    const ledger = new MessageLedger();
    const key = messageKey('n:1');
    const last = { key, peer: 0, day: 0, proof: { file: 0, line: 0 }, seen: 0 };
    ledger.set({ key, peer: 1, day: 5, proof: { file: 1, line: 2 }, seen: 1 });
    ledger.set(last);
    assert.deepEqual([...ledger.entries()], [last]);
  });
});

describe('the peer table', () => {
  it('folds the rarer peers and keeps all sums', () => {
    const table = new PeerTable();
    const random = new Random(3);
    const sums = new Map<string, number>();
    const counted: [id: number, key: string][] = [];
    for (let index = 0; index < 3 * MOST_PEERS; index++) {
      const flow = random.integer(0, 2);
      const tls = random.integer(3, 5) as Tls;
      const sighting = { firstSeen: index, lastSeen: index };
      const proof = { file: 0, line: index };
      const id = table.count({ flow, tls, host: `192.0.2.${index}`, sender: '', cipher: '' }, sighting, proof);
      counted.push([id, `${flow} ${tls}`]);
      if (random.chance(0.2)) {
        const [back, key] = counted.splice(random.integer(0, counted.length - 1), 1)[0] as [number, string];
        table.uncount(back, proof);
        sums.set(key, (sums.get(key) ?? 0) - 1);
      }
      sums.set(`${flow} ${tls}`, (sums.get(`${flow} ${tls}`) ?? 0) + 1);
    }
    const held = new Map<string, number>();
    let peers = 0;
    for (const { flow, tls, messages } of table.all()) {
      peers++;
      held.set(`${flow} ${tls}`, (held.get(`${flow} ${tls}`) ?? 0) + messages);
    }
    assert.ok(peers <= MOST_PEERS, `${peers} peers`);
    assert.deepEqual([...held].sort(), [...sums].sort());
    assert.ok(counted.every(([id, key]) => `${table.get(id)?.flow} ${table.get(id)?.tls}` === key));
  });
});

describe('proof lines', () => {
  it('keep the first and the last line, and say when one of them is gone', () => {
    const lines = new ProofLines();
    for (const line of [40, 10, 30]) {
      lines.add({ file: 0, line });
    }
    lines.add({ file: 1, line: 1 });
    assert.deepEqual([lines.first?.line, lines.last], [10, { file: 1, line: 1 }]);
    assert.ok(lines.isEnd({ file: 0, line: 10 }));
    assert.ok(lines.isEnd({ file: 1, line: 1 }));
    assert.ok(!lines.isEnd({ file: 0, line: 40 }));
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
