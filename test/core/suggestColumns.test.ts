import assert from 'node:assert/strict';
import { suggestColumns } from '../../src/core/formats/suggestColumns';
import type { ColumnMapping } from '../../src/core/model/columnMapping';

const columns = (...titles: readonly string[]) => titles.map((title) => ({ title, values: [] }));
const OLD = ['When', 'Which way', 'Host', 'TLS', 'Note'];
const mapping: ColumnMapping = {
  header: OLD,
  columns: { time: 'When', remoteHost: 'Host', tls: 'TLS', sender: 'Note' },
  direction: 'inbound',
};

describe('what a form suggests for columns', () => {
  it('is the mapping in force, spelled as the file spells its titles', () => {
    assert.deepEqual(suggestColumns(columns('WHEN', 'which-way', 'Host', 'tls', 'Note'), mapping, [mapping]), {
      columns: { time: 'WHEN', remoteHost: 'Host', tls: 'tls', sender: 'Note' },
      direction: 'inbound',
      missing: [],
    });
  });

  it('is a mapping for an older version of the export; what has gone is said, and guessed anew', () => {
    assert.deepEqual(suggestColumns(columns('When', 'Host', 'TLS version', 'Note'), undefined, [mapping]), {
      columns: { time: 'When', remoteHost: 'Host', tls: 'TLS version', sender: 'Note' },
      direction: 'inbound',
      missing: ['TLS'],
    });
  });

  it('is what titles say where no mapping is like it, or a format was chosen', () => {
    const guessed = { columns: { time: 'When', tls: 'TLS' }, direction: null, missing: [] };
    assert.deepEqual(suggestColumns(columns('When', 'TLS', 'Size'), undefined, [mapping]), guessed);
    const forced: ColumnMapping = { header: ['When', 'TLS', 'Size'], format: 'summary-trace', columns: {} };
    assert.deepEqual(suggestColumns(columns('When', 'TLS', 'Size'), forced, [forced, mapping]), guessed);
  });
});
