import assert from 'node:assert/strict';
import { DEFAULT_CHOICES } from '../../src/protocol/choices';
import { parsePageMessage } from '../../src/protocol/validate';

describe('messages of a page', () => {
  it('are taken as the contract has them, without what else they hold', () => {
    const choices = { columns: { time: 'When', direction: 'Way' }, direction: null };
    for (const message of [
      { type: 'ready' },
      { type: 'cancel' },
      { type: 'reload' },
      { type: 'openFile' },
      { type: 'removeMapping' },
      { type: 'openReport', flyout: true, direction: null },
      { type: 'openReport', flyout: false, direction: 'inbound' },
      { type: 'openLine', file: 0, line: 17 },
      { type: 'copy', text: 'a\tb' },
      { type: 'remember', choices: DEFAULT_CHOICES },
      { type: 'chooseFormat', file: 0 },
      { type: 'mapColumns', file: 2 },
      { type: 'applyMapping', choices },
      { type: 'applyMapping', choices: { columns: { time: 'When' }, direction: 'outbound' } },
    ]) {
      assert.deepEqual(parsePageMessage({ ...message, more: 1 }), message);
    }
    assert.deepEqual(parsePageMessage({ type: 'remember', choices: { search: 'a', command: 'x' } }), {
      type: 'remember',
      choices: { ...DEFAULT_CHOICES, search: 'a' },
    });
  });

  it('are refused where they are none', () => {
    const apply = (choices: unknown) => ({ type: 'applyMapping', choices });
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'toString' },
      { type: 'openReport', flyout: 1, direction: null },
      { type: 'openReport', flyout: true },
      { type: 'openReport', flyout: true, direction: 'sideways' },
      { type: 'openLine', file: -1, line: 1 },
      { type: 'openLine', file: 0, line: 1.5 },
      { type: 'copy', text: 3 },
      { type: 'copy', text: 'x'.repeat(16_000_001) },
      { type: 'remember' },
      { type: 'remember', choices: null },
      { type: 'mapColumns' },
      { type: 'chooseFormat', file: 0.5 },
      apply(undefined),
      apply({ columns: { time: 'When' } }),
      apply({ columns: { time: 'When' }, direction: 'sideways' }),
      apply({ columns: { time: '' }, direction: null }),
      apply({ columns: { time: 7 }, direction: null }),
      apply({ columns: { colour: 'When' }, direction: null }),
      apply({ columns: { __proto__: null, constructor: 'When' }, direction: null }),
      apply({ columns: ['When'], direction: null }),
      apply({ columns: { time: 'x'.repeat(10_001) }, direction: null }),
    ]) {
      assert.equal(parsePageMessage(message), undefined, JSON.stringify(message)?.slice(0, 80));
    }
  });
});
