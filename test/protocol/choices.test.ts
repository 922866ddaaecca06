import assert from 'node:assert/strict';
import { DEFAULT_CHOICES, restoreChoices } from '../../src/protocol/choices';

const chosen = {
  viewBy: 'tlsUsage',
  asTable: true,
  showDataFor: 'inbound:named:contoso',
  period: { start: '2026-01-01', end: '2026-01-31' },
  direction: 'inbound',
  types: ['Partner', 'Unknown'],
  tls: ['none', 'tls1.0'],
  search: 'contoso 03-08',
  sort: [
    { column: 'tls1.0', descending: true },
    { column: 'date', descending: false },
  ],
  grouped: true,
  columns: { hidden: ['type'], pinned: ['connector'], widths: { connector: 300 } },
  flyoutOpen: true,
  drill: {
    connector: 'inbound:named:contoso',
    tls: 'tls1.0',
    period: { start: '2026-01-01', end: '2026-01-31' },
    host: '192.0.2.1',
    sender: '',
  },
  whatIf: { kind: 'force', connector: 'inbound:named:contoso' },
} as const;

describe('remembered choices', () => {
  it('are restored', () => {
    assert.deepEqual(restoreChoices(JSON.parse(JSON.stringify(chosen))), chosen);
    assert.deepEqual(restoreChoices(DEFAULT_CHOICES), DEFAULT_CHOICES);
  });

  it('become the usual ones where they are nonsense', () => {
    for (const saved of [
      undefined,
      null,
      7,
      'x',
      [],
      { period: 3, sort: 'date', viewBy: 'pie', showDataFor: {}, direction: 'up', types: 'Partner', tls: {} },
      { period: { start: '2026-01-01' }, sort: [{ column: 'constructor', descending: true }, null, 3], grouped: 1 },
      { search: 3, showDataFor: 'x'.repeat(1001), types: ['partner', null], tls: ['tls9'] },
      { drill: 'inbound', whatIf: 'tls1.0' },
      { whatIf: { kind: 'refuse', upTo: 'tls1.2' } },
      { whatIf: { kind: 'force', connector: 'x'.repeat(1001) } },
      { drill: { connector: 'inbound:none:', tls: null } },
      { search: 'x'.repeat(201), columns: { hidden: 'date', widths: [1] }, asTable: 'yes' },
    ]) {
      assert.deepEqual(restoreChoices(saved), DEFAULT_CHOICES, JSON.stringify(saved)?.slice(0, 80));
    }
  });

  it('lead to no host, sender or state that is none, and to the days only where they are told', () => {
    const period = { start: '2026-01-01', end: '2026-01-31' };
    const drill = { connector: 5, tls: 'tls9', period, host: ['a'], sender: 'x'.repeat(1001) };
    const nowhere = { connector: null, tls: null, period, host: null, sender: null };
    assert.deepEqual(restoreChoices({ drill }).drill, nowhere);
  });

  it('keep widths within what can be used, and of columns only', () => {
    const widths = { date: 3, connector: 99_999, volume: 80.4, type: Number.NaN, constructor: 90, unknown: '90' };
    assert.deepEqual(restoreChoices({ columns: { widths } }).columns.widths, { date: 48, connector: 1200, volume: 80 });
  });

  it('take each column once into the order, four at most', () => {
    const sort = ['date', 'date', 'volume', 'type', 'none', 'tls1.2'].map((column) => ({ column, descending: false }));
    assert.deepEqual(
      restoreChoices({ sort }).sort.map(({ column }) => column),
      ['date', 'volume', 'type', 'none'],
    );
  });

  it('are small, however much was saved', () => {
    const many = Array.from({ length: 100_000 }, () => 'Partner');
    const saved = { ...chosen, types: many, tls: many, sort: many, columns: { hidden: many, pinned: many } };
    assert.ok(JSON.stringify(restoreChoices(saved)).length < 3000);
  });
});
