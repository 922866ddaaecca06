import assert from 'node:assert/strict';
import { readMutes } from '../../src/core/insights/mute';
import { TLS10, TLS12, traceOf } from '../generate/traceMail';
import { analysisOf, analyze, OPTIONS, textInput } from './analyzing';

const TRACE = textInput(
  traceOf([
    { count: 12, version: TLS10, type: '' },
    { count: 100, version: TLS12, type: '' },
    { count: 7, version: 'TLS1.1', out: true },
  ]),
);

describe('an analysis that is judged in another way', () => {
  it('gives the report that reading anew with these options gives', async () => {
    const analysis = await analysisOf([TRACE]);
    for (const changed of [
      { thresholds: { share: 0.5, messages: 1 } },
      { muted: [{ connector: 'fabrikam' }] },
      { typeOf: () => 'Partner' as const },
      { ruleThresholds: new Map([['outbound-old-tls' as const, { messages: 1 }]]) },
      {},
    ]) {
      const options = { ...OPTIONS, ...changed };
      analysis.judge(options);
      assert.deepEqual(analysis.report(), await analyze([TRACE], options), JSON.stringify(changed));
    }
  });

  it('says of each connector where its TLS states are first told', async () => {
    const analysis = await analysisOf([TRACE]);
    assert.deepEqual(
      analysis.connectorLines().map(({ direction, name, states }) => ({
        direction,
        name,
        states: states.map(({ tls, messages, file, line }) => [tls, messages, file, line]),
      })),
      [
        {
          direction: 'inbound',
          name: 'Fabrikam',
          states: [
            ['tls1.0', 12, 'export.csv', 2],
            ['tls1.2', 100, 'export.csv', 14],
          ],
        },
        { direction: 'outbound', name: null, states: [['tls1.1', 7, 'export.csv', 114]] },
      ],
    );
  });
});

describe('mutes in the settings', () => {
  it('are read as they are written', () => {
    const mutes = [
      { connector: 'A' },
      { connector: null, direction: 'inbound' },
      { connector: 'B', rule: 'weak-cipher' },
    ];
    assert.deepEqual(readMutes(mutes), mutes);
  });

  it('mute nothing where somebody wrote something else', () => {
    for (const wrong of [
      undefined,
      null,
      'A',
      {},
      [null],
      ['A'],
      [{}],
      [{ connector: 3 }],
      [{ connector: 'A', rule: 'x' }],
      [{ connector: 'A', direction: 'up' }],
    ]) {
      assert.deepEqual(readMutes(wrong), [], JSON.stringify(wrong));
    }
  });
});
