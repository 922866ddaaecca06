import assert from 'node:assert/strict';
import { DEFAULT_CHOICES, NO_FILTER_CHOICES, type ReportChoices } from '../../src/protocol/choices';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { selectionOf } from '../../webview/choices';
import { activeFilters } from '../../webview/filters/activeFilters';
import { connector, day, report } from './samples';

const month = report(
  connector([day('2026-02-08', [0, 0, 0, 0, 0, 1, 0, 0]), day('2026-03-08', [0, 0, 0, 0, 0, 1, 0, 0])]),
);
const filtersOf = (choices: ReportChoices) => {
  const selection = selectionOf(choices, month);
  assert.ok(selection !== null);
  return activeFilters(selection, ENGLISH_PAGE_STRINGS, (key) => `label of ${key}`);
};
const chosen: ReportChoices = {
  ...DEFAULT_CHOICES,
  showDataFor: 'inbound:named:contoso',
  period: { start: '2026-02-08', end: '2026-02-20' },
  direction: 'inbound',
  types: ['Partner', 'Unknown'],
  tls: ['none'],
  search: ' fabrikam ',
};

describe('the chips', () => {
  it('name every choice that leaves something out', () => {
    assert.deepEqual(filtersOf(DEFAULT_CHOICES), []);
    assert.deepEqual(
      filtersOf(chosen).map(({ text }) => text),
      [
        'label of inbound:named:contoso',
        '2026-02-08 to 2026-02-20',
        'Direction: Inbound',
        'Type: Partner',
        'Type: Unknown',
        'With messages: No TLS',
        'Rows with: fabrikam',
      ],
    );
    const oneDay = { ...DEFAULT_CHOICES, period: { start: '2026-03-08', end: '2026-03-08' } };
    assert.deepEqual(
      filtersOf(oneDay).map(({ text }) => text),
      ['Day: 2026-03-08'],
    );
  });

  it('take back one choice each, and together all of them', () => {
    let left: ReportChoices = chosen;
    for (let count = 7; count > 0; count--) {
      const filters = filtersOf(left);
      assert.equal(filters.length, count);
      left = { ...left, ...filters[0]?.cleared };
    }
    assert.deepEqual(filtersOf(left), []);
    assert.deepEqual({ ...chosen, ...NO_FILTER_CHOICES }, DEFAULT_CHOICES);
  });

  it('have keys of their own', () => {
    const keys = filtersOf(chosen).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('do not name a connector that is not there any more', () => {
    assert.deepEqual(filtersOf({ ...DEFAULT_CHOICES, showDataFor: 'inbound:named:gone' }), []);
  });
});
