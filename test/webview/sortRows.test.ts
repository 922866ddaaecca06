import assert from 'node:assert/strict';
import { connectorReport } from '../../src/core/report/connectorReport';
import { columnsFor, type DetailsColumn, isDetailsColumn, NEWEST_FIRST } from '../../src/core/report/detailsColumns';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { isGroup, rowTexts } from '../../webview/details/cellTexts';
import { groupedRows, toggled } from '../../webview/details/shownRows';
import { leadingStep, sortedBy, sortRows } from '../../webview/details/sortRows';
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
const step = (column: DetailsColumn, descending: boolean) => ({ column, descending });
const order = (...sort: readonly ReturnType<typeof step>[]) =>
  sortRows(shown.rows, sort, texts).map((row) => `${row.connector.name} ${row.date.slice(-1)}`);

describe('the details table', () => {
  it('has columns for the rare TLS states only where they occur, and always for Unknown', () => {
    assert.deepEqual(
      columnsFor([0, 0, 0, 0, 0, 1, 0, 0]).join(' '),
      'date connector type forcedTls none tls1.0 tls1.1 tls1.2 tls1.3 unknown volume',
    );
    assert.deepEqual(columnsFor([0, 1, 1, 0, 0, 1, 0, 0]).slice(4, 8), ['none', 'ssl3.0', 'tls', 'tls1.0']);
  });

  it('sorts by every kind of column', () => {
    assert.deepEqual(order(), ['Alpine 8', 'Contoso 8', 'Contoso 7']);
    assert.deepEqual(order(step('date', true)), ['Alpine 8', 'Contoso 8', 'Contoso 7']);
    assert.deepEqual(order(step('date', false)), ['Contoso 7', 'Alpine 8', 'Contoso 8']);
    assert.deepEqual(order(step('connector', false)), ['Alpine 8', 'Contoso 8', 'Contoso 7']);
    assert.deepEqual(order(step('type', true)), ['Contoso 8', 'Contoso 7', 'Alpine 8']);
    assert.deepEqual(order(step('tls1.0', true)), ['Contoso 8', 'Contoso 7', 'Alpine 8']);
    assert.deepEqual(order(step('none', false)), ['Alpine 8', 'Contoso 8', 'Contoso 7']);
    assert.deepEqual(order(step('forcedTls', true))[0], 'Alpine 8');
    assert.deepEqual(order(step('unknown', true))[0], 'Alpine 8');
    assert.deepEqual(order(step('volume', false)), ['Contoso 8', 'Contoso 7', 'Alpine 8']);
  });

  it('sorts equal shares by their numbers', () => {
    const { rows } = connectorReport(
      [10, 30, 20].map((count) =>
        connector([day('2026-03-08', [0, 0, 0, count, 0, count, 0, 0])], { name: `C${count}` }),
      ),
      'all',
      { start: '2026-03-08', end: '2026-03-08' },
    );
    const names = sortRows(rows, [step('tls1.0', false)], texts).map((row) => row.connector.name);
    assert.deepEqual(names, ['C10', 'C20', 'C30']);
  });

  it('decides among equals by what was chosen before', () => {
    assert.deepEqual(order(step('connector', true), step('date', false)), ['Contoso 7', 'Contoso 8', 'Alpine 8']);
    assert.deepEqual(order(step('connector', true), step('tls1.0', true)), ['Contoso 8', 'Contoso 7', 'Alpine 8']);
    assert.deepEqual(order(step('forcedTls', false), step('volume', true), step('date', false)), [
      'Contoso 7',
      'Contoso 8',
      'Alpine 8',
    ]);
  });

  it('turns round on a second click, begins with what is most, and remembers earlier clicks', () => {
    assert.deepEqual(leadingStep([]), NEWEST_FIRST);
    assert.deepEqual(sortedBy([], 'date'), [step('date', false)]);
    assert.deepEqual(sortedBy([], 'connector'), [step('connector', false)]);
    const twice = sortedBy(sortedBy([], 'tls1.0'), 'volume');
    assert.deepEqual(twice, [step('volume', true), step('tls1.0', true)]);
    assert.deepEqual(sortedBy(twice, 'tls1.0'), [step('tls1.0', true), step('volume', true)]);
    const all = (['date', 'type', 'none', 'tls1.2', 'volume'] as const).reduce(sortedBy, []);
    assert.deepEqual(
      all.map(({ column }) => column),
      ['volume', 'tls1.2', 'none', 'type'],
    );
  });

  it('knows its columns', () => {
    assert.ok(isDetailsColumn('volume') && isDetailsColumn('date') && isDetailsColumn('tls1.3'));
    assert.ok(!isDetailsColumn('constructor') && !isDetailsColumn(undefined));
  });
});

describe('the details table by connector', () => {
  const lines = (sort: readonly ReturnType<typeof step>[], unfolded: readonly string[] = []) =>
    groupedRows(sortRows(shown.rows, sort, texts), sort, new Set(unfolded), texts).map((row) =>
      isGroup(row) ? `+ ${texts.cell(row, 'connector')} ${row.volume}` : `  ${row.date.slice(-1)} ${row.volume}`,
    );

  it('has a line for each connector, in the order of their sums, which unfolds to its days', () => {
    assert.deepEqual(lines([]), ['+ From your org - Alpine 40', '+ From your partner - Contoso 20']);
    assert.deepEqual(lines([step('volume', false)], ['inbound:named:contoso']), [
      '+ From your partner - Contoso 20',
      '  8 10',
      '  7 10',
      '+ From your org - Alpine 40',
    ]);
    // By their newest day, which both have; then in the order of their rows.
    assert.deepEqual(lines([step('date', false)], ['inbound:named:contoso', 'inbound:named:gone']), [
      '+ From your partner - Contoso 20',
      '  7 10',
      '  8 10',
      '+ From your org - Alpine 40',
    ]);
  });

  it('folds what was unfolded', () => {
    const one = toggled(new Set(), 'a');
    assert.deepEqual([...one], ['a']);
    assert.deepEqual([...toggled(one, 'a')], []);
  });

  it('says in its cells what the rows add up to', () => {
    const [alpine, contoso] = groupedRows(shown.rows, [], new Set(), texts);
    assert.ok(alpine !== undefined && contoso !== undefined);
    assert.equal(texts.cell(contoso, 'date'), '2 days');
    assert.equal(texts.cell(alpine, 'date'), '1 day');
    assert.equal(texts.cell(contoso, 'tls1.0'), '25.0% (5)');
    assert.equal(texts.cell(alpine, 'tls1.0'), 'Not told');
    assert.equal(texts.cell(alpine, 'unknown'), '100% (40)');
    assert.equal(texts.cell(alpine, 'forcedTls'), 'Yes');
  });
});
