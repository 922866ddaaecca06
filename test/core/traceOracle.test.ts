import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { reportOf, textInput } from './analyzing';
import { figuresIn, listed } from './oracle';
import { readTrace } from './traceOracle';
import { wildTrace } from './wildTrace';

describe('random Extended traces against a second, plain implementation', () => {
  it('agree figure by figure', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const random = new Random(seed);
      const text = wildTrace(random, random.integer(1, 20));
      const truth = readTrace(text);
      const report = await reportOf([textInput(text)]);
      const about = `seed ${seed}`;
      assertAccounted(report, about);
      const [file] = report.files;
      assert.equal(file?.records, truth.records, about);
      assert.equal(file?.leftOut.malformed ?? 0, truth.malformed, about);
      assert.equal(file?.leftOut.futureDay ?? 0, truth.futureDay, about);
      assert.equal(file?.leftOut.noMessageId ?? 0, truth.noMessageId, about);
      assert.ok((file?.used ?? 0) >= truth.hops, about);
      assert.ok(report.internal >= truth.internalLeast && report.internal <= truth.internalMost, about);
      if (truth.isUndecided) {
        continue;
      }
      compared++;
      assert.deepEqual(listed(figuresIn(report)), listed(truth.figures), about);
      for (const { direction, name, type } of report.connectors.filter((connector) => connector.name !== null)) {
        assert.equal(type, truth.types.get(`${direction} ${name?.toLowerCase()}`) ?? 'Unknown', about);
      }
    }
    assert.ok(compared > 200, `${compared} compared`);
  });
});
