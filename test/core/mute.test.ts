import assert from 'node:assert/strict';
import { RULE_IDS } from '../../src/core/model/ruleTable';
import { reportText } from '../../src/core/report/text';
import { TLS10, traceOf } from '../generate/traceMail';
import { analyze, textInput } from './analyzing';

describe('what the user no longer wants to be warned about', () => {
  const trace = textInput(traceOf([{ count: 20, version: TLS10 }]));

  it('is listed apart, and not as a warning', async () => {
    const [all] = (await analyze([trace])).insights;
    assert.ok(all !== undefined);
    const { rule, direction, connector } = all;
    const others = RULE_IDS.filter((one) => one !== rule);
    const other = direction === 'inbound' ? 'outbound' : 'inbound';
    for (const [mute, isMuted] of [
      [{ connector }, true],
      [{ connector: connector?.toUpperCase() ?? null }, true],
      [{ rule, direction, connector }, true],
      [{ rule: others[0] as typeof rule, connector }, false],
      [{ direction: other, connector }, false],
      [{ connector: 'another' }, false],
    ] as const) {
      const report = await analyze([trace], { muted: [mute] });
      assert.deepEqual(isMuted ? report.mutedInsights : report.insights, [all], JSON.stringify(mute));
      assert.deepEqual(isMuted ? report.insights : report.mutedInsights, [], JSON.stringify(mute));
      const text = reportText(report);
      assert.equal(text.includes('\nMuted insights\n'), isMuted);
      assert.equal(/:\d+:1: warning /.test(text), !isMuted);
    }
  });
});
