import assert from 'node:assert/strict';
import { parsePageMessage } from '../../src/protocol/validate';

const QUERY = {
  connector: 'inbound:named:contoso',
  tls: 'tls1.0',
  period: { start: '2026-03-02', end: '2026-03-08' },
  host: '192.0.2.1',
  sender: '',
};

describe('what a page asks of the host', () => {
  it('is taken where every field is of its kind', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'openReport', flyout: true, direction: null },
      { type: 'openLine', file: 0, line: 12 },
      { type: 'peers', request: 1, query: { connector: 'inbound:none:' } },
      { type: 'peers', request: 1, query: QUERY },
      { type: 'proofLines', request: 2, query: QUERY, skip: 0 },
      { type: 'lineTexts', request: 3, file: 0, lines: [] },
      { type: 'lineTexts', request: 3, file: 1, lines: Array.from({ length: 200 }, (_, index) => index + 1) },
    ]) {
      assert.deepEqual(parsePageMessage(message), message);
    }
  });

  it('loses fields that nobody knows', () => {
    const query = { connector: 'x', most: 5 };
    assert.deepEqual(parsePageMessage({ type: 'peers', request: 1, query, more: 1 }), {
      type: 'peers',
      request: 1,
      query: { connector: 'x' },
    });
  });

  it('is refused where a field is wrong', () => {
    for (const message of [
      null,
      'ready',
      {},
      { type: 'delete' },
      { type: 'openLine', file: -1, line: 2 },
      { type: 'openLine', file: 0.5, line: 2 },
      { type: 'peers', query: QUERY },
      { type: 'peers', request: -1, query: QUERY },
      { type: 'peers', request: 1 },
      { type: 'peers', request: 1, query: null },
      { type: 'peers', request: 1, query: { ...QUERY, connector: 5 } },
      { type: 'peers', request: 1, query: { ...QUERY, tls: 'tls2.0' } },
      { type: 'peers', request: 1, query: { ...QUERY, tls: 3 } },
      { type: 'peers', request: 1, query: { ...QUERY, period: { start: '2026-03-02' } } },
      { type: 'peers', request: 1, query: { ...QUERY, period: { start: '2026-02-30', end: '2026-03-08' } } },
      { type: 'peers', request: 1, query: { ...QUERY, host: ['192.0.2.1'] } },
      { type: 'peers', request: 1, query: { ...QUERY, sender: null } },
      { type: 'proofLines', request: 2, query: QUERY },
      { type: 'proofLines', request: 2, query: QUERY, skip: '0' },
      { type: 'lineTexts', request: 3, file: 0 },
      { type: 'lineTexts', request: 3, lines: [1] },
      { type: 'lineTexts', request: 3, file: 0, lines: [0] },
      { type: 'lineTexts', request: 3, file: 0, lines: [2, 2] },
      { type: 'lineTexts', request: 3, file: 0, lines: [1.5] },
      { type: 'lineTexts', request: 3, file: 0, lines: ['1'] },
      { type: 'lineTexts', request: 3, file: 0, lines: Array.from({ length: 201 }, (_, index) => index + 1) },
    ]) {
      assert.equal(parsePageMessage(message), undefined, JSON.stringify(message));
    }
  });
});
