import assert from 'node:assert/strict';
import { DEFAULT_CHOICES } from '../../src/protocol/choices';
import { parsePageMessage } from '../../src/protocol/validate';

describe('a message of a page', () => {
  it('is taken where it is one of the contract', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'cancel' },
      { type: 'reload' },
      { type: 'openFile' },
      { type: 'openReport', flyout: true, direction: null },
      { type: 'openReport', flyout: false, direction: 'inbound' },
      { type: 'openLine', file: 0, line: 12 },
      { type: 'copy', text: 'a\tb' },
      { type: 'remember', choices: DEFAULT_CHOICES },
    ]) {
      assert.deepEqual(parsePageMessage(message), message);
    }
  });

  it('loses what is not of the contract', () => {
    assert.deepEqual(parsePageMessage({ type: 'ready', command: 'x' }), { type: 'ready' });
    assert.deepEqual(parsePageMessage({ type: 'remember', choices: { search: 'a', command: 'x' } }), {
      type: 'remember',
      choices: { ...DEFAULT_CHOICES, search: 'a' },
    });
  });

  it('is refused where a field is of another kind', () => {
    for (const message of [
      undefined,
      null,
      'ready',
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
    ]) {
      assert.equal(parsePageMessage(message), undefined, JSON.stringify(message)?.slice(0, 80));
    }
  });
});
