import assert from 'node:assert/strict';
import { MessageLedger } from '../../src/core/aggregate/messageLedger';
import { MOST_PEERS, PeerTable } from '../../src/core/aggregate/peerTable';
import { ProofLines } from '../../src/core/aggregate/proofLines';
import { rankOf, SourceLines } from '../../src/core/aggregate/sourceLines';
import { SequenceSet } from '../../src/core/formats/protocolLog/sequenceSet';
import type { Tls } from '../../src/core/model/tls';
import { derivedKey, textKey } from '../../src/core/reading/textKey';
import { Random } from '../generate/random';

describe('the message ledger', () => {
  it('finds every message again, however many there are', () => {
    const ledger = new MessageLedger();
    const count = 300_000;
    for (let id = 0; id < count; id++) {
      const { high, low } = textKey(`n:${id}`);
      ledger.claim(high, low);
      const { segment, slot } = ledger;
      segment.setPeer(slot, id % 0xfffffe);
      segment.setFlags(slot, id % 64);
      segment.setDay(slot, id % 60_000);
      segment.setBooked(slot, id % 65_536);
      segment.setLine(slot, id);
    }
    assert.equal(ledger.size, count);
    for (let id = 0; id < count; id++) {
      const { high, low } = textKey(`n:${id}`);
      assert.ok(ledger.find(high, low));
      const { segment, slot } = ledger;
      assert.deepEqual(
        [segment.peer(slot), segment.flags(slot), segment.day(slot), segment.booked(slot), segment.line(slot)],
        [id % 0xfffffe, id % 64, id % 60_000, id % 65_536, id],
      );
    }
    let entries = 0;
    ledger.forEach(() => {
      entries++;
    });
    assert.equal(entries, count);
    const { high, low } = textKey('n:none');
    assert.ok(!ledger.find(high, low));
  });

  it('takes few bytes for each of many messages', () => {
    const ledger = new MessageLedger();
    const bytes = new Set<ArrayBufferLike>();
    for (let id = 0; id < 2_000_000; id++) {
      const { high, low } = derivedKey(id, id, 3, 4);
      ledger.claim(high, low);
    }
    ledger.forEach(({ words }) => {
      bytes.add(words.buffer);
    });
    const total = [...bytes].reduce((sum, buffer) => sum + buffer.byteLength, 0);
    assert.ok(total / ledger.size < 30, `${total / ledger.size} bytes a message`);
  });
});

describe('the peer table', () => {
  it('folds the rarer peers and keeps all sums, also under new numbers', () => {
    const table = new PeerTable();
    const random = new Random(3);
    const sums = new Map<string, number>();
    let counted: [id: number, key: string][] = [];
    for (let index = 0; index < 3 * MOST_PEERS; index++) {
      const flow = random.integer(0, 2);
      const tls = random.integer(3, 5) as Tls;
      const id = table.count(flow, tls, table.name(`192.0.2.${index}`), 0, 0);
      counted.push([id, `${flow} ${tls}`]);
      if (random.chance(0.2)) {
        const [back, key] = counted.splice(random.integer(0, counted.length - 1), 1)[0] as [number, string];
        table.uncount(back);
        sums.set(key, (sums.get(key) ?? 0) - 1);
      }
      sums.set(`${flow} ${tls}`, (sums.get(`${flow} ${tls}`) ?? 0) + 1);
      table.foldIfCrowded();
      if (index % 1000 === 0) {
        table.forgetNames();
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
    const lines = new SourceLines();
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
