import assert from 'node:assert/strict';
import type { Session } from '../../src/core/formats/protocolLog/session';
import { SessionTable } from '../../src/core/formats/protocolLog/sessionTable';
import { NameTable, OWN } from '../../src/core/reading/nameTable';
import { Random } from '../generate/random';

describe('the table of open sessions', () => {
  it('finds what a plain map finds, whatever ids crowd in it and whichever session ends', () => {
    const random = new Random(20_261_122);
    const table = new SessionTable();
    const open = new Map<string, Session>();
    let most = 0;
    for (let step = 0; step < 20_000; step++) {
      // Few low bits: most ids belong to the same places.
      const [high, low] = [random.integer(0, 200), random.integer(0, 3) * 64 - 64];
      const key = `${high} ${low}`;
      const session = table.of('inbound', 'mbx01', high, low);
      assert.ok(open.get(key) === session || !open.has(key), `another session at step ${step}`);
      assert.deepEqual([session.idHigh, session.idLow], [high, low]);
      open.set(key, session);
      most = Math.max(most, open.size);
      if (random.chance(0.6)) {
        const [ending, ended] = random.pick([...open]);
        table.close(ended);
        open.delete(ending);
      }
      assert.equal(table.size, open.size);
    }
    assert.ok(most > 100, `no more than ${most} were open`);
    assert.deepEqual(new Set(table.all()), new Set(open.values()));
  });
});

describe('a table of names', () => {
  it('keeps what was set for the kernel’s numbers and for a reader’s own, and nothing else', () => {
    const table = new NameTable();
    const set = [0, 255, 256, 32_767, OWN, OWN + 1, OWN + 70_000];
    for (const name of set) {
      assert.equal(table.get(name), undefined);
      table.set(name, name % 7);
    }
    assert.deepEqual(
      set.map((name) => table.get(name)),
      set.map((name) => name % 7),
    );
    assert.deepEqual([table.get(1), table.get(OWN + 2), table.get(OWN + 70_001)], [undefined, undefined, undefined]);
  });
});
