import assert from 'node:assert/strict';
import { connectorReport } from '../../src/core/report/connectorReport';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { type ColumnId, columnsFor, isColumnId, sortedBy, sortRows } from '../../webview/components/detailsColumns';
import { rowTexts } from '../../webview/components/detailsTexts';
import { connector, day } from './samples';

const shown = connectorReport(
  [
    connector([day('2026-03-07', [1, 0, 0, 0, 0, 9, 0, 0]), day('2026-03-08', [0, 0, 0, 5, 0, 5, 0, 0])]),
    connector([day('2026-03-08', [0, 0, 0, 0, 0, 0, 0, 40], { forcedTls: true })], {
      name: 'Alpine',
      type: 'OnPremises',
    }),
  ],
  'all',
  { start: '2026-03-01', end: '2026-03-08' },
);
const texts = rowTexts(ENGLISH_PAGE_STRINGS, 'en');
const order = (column: ColumnId, descending: boolean) =>
  sortRows(shown.rows, { column, descending }, texts).map((row) => `${row.connector.name} ${row.date.slice(-1)}`);

describe('the details table', () => {
  it('has columns for the rare TLS states only where they occur, and always for Unknown', () => {
    assert.deepEqual(
      columnsFor([0, 0, 0, 0, 0, 1, 0, 0]).join(' '),
      'date connector type forcedTls none tls1.0 tls1.1 tls1.2 tls1.3 unknown volume',
    );
    assert.deepEqual(columnsFor([0, 1, 1, 0, 0, 1, 0, 0]).slice(4, 8), ['none', 'ssl3.0', 'tls', 'tls1.0']);
  });

  it('sorts by every kind of column', () => {
    assert.deepEqual(order('date', true), ['Alpine 8', 'Contoso 8', 'Contoso 7']);
    assert.deepEqual(order('connector', false), ['Alpine 8', 'Contoso 8', 'Contoso 7']);
    assert.deepEqual(order('tls1.0', true), ['Contoso 8', 'Contoso 7', 'Alpine 8']);
    assert.deepEqual(order('none', false), ['Alpine 8', 'Contoso 8', 'Contoso 7']);
    assert.deepEqual(order('forcedTls', true)[0], 'Alpine 8');
    assert.deepEqual(order('unknown', true)[0], 'Alpine 8');
    assert.deepEqual(order('volume', false), ['Contoso 8', 'Contoso 7', 'Alpine 8']);
  });

  it('turns round on a second click, and begins with what is most', () => {
    assert.deepEqual(sortedBy({ column: 'date', descending: true }, 'date'), { column: 'date', descending: false });
    assert.deepEqual(sortedBy({ column: 'date', descending: true }, 'tls1.0'), { column: 'tls1.0', descending: true });
    assert.deepEqual(sortedBy({ column: 'date', descending: true }, 'connector'), {
      column: 'connector',
      descending: false,
    });
  });

  it('knows its columns', () => {
    assert.ok(isColumnId('volume') && isColumnId('date') && isColumnId('tls1.3'));
    assert.ok(!isColumnId('constructor') && !isColumnId(undefined));
  });
});
