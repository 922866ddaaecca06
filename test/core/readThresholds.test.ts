import assert from 'node:assert/strict';
import { readConnectorThresholds, readRuleThresholds } from '../../src/core/insights/readThresholds';

describe('thresholds that somebody wrote', () => {
  it('are read by rule and by connector, shares from per cent', () => {
    const rules = readRuleThresholds({
      'weak-cipher': { share: 1.1, messages: 5 },
      'could-force-tls': { messages: 0 },
    });
    assert.deepEqual(
      [...rules.thresholds],
      [
        ['weak-cipher', { share: 0.011, messages: 5 }],
        ['could-force-tls', { messages: 0 }],
      ],
    );
    assert.deepEqual(rules.faults, []);
    const connectors = readConnectorThresholds({ Fabrikam: { messages: 50 }, FABRIKAM: { share: 2 } });
    assert.deepEqual([...connectors.thresholds], [['fabrikam', { messages: 50, share: 0.02 }]]);
  });

  it('are told apart from what is none', () => {
    const { thresholds, faults } = readRuleThresholds({
      'weak-ciphers': { messages: 5 },
      'weak-cipher': { share: 101, messages: 1.5, days: 3 },
      'inbound-tls11': 4,
    });
    assert.deepEqual([...thresholds.values()], [{}, {}]);
    assert.deepEqual(faults, [
      'weak-ciphers: no such rule',
      'weak-cipher: days is neither share nor messages',
      'weak-cipher: share is a number from 0 to 100 (per cent)',
      'weak-cipher: messages is a whole number from 0 up',
      'inbound-tls11: not an object',
    ]);
    for (const value of [[], 'weak-cipher', 7]) {
      assert.deepEqual(readConnectorThresholds(value).faults, ['not an object']);
    }
    assert.deepEqual(readConnectorThresholds(undefined).faults, []);
  });
});
