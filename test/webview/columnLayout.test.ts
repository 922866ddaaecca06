import assert from 'node:assert/strict';
import { connectorReport } from '../../src/core/report/connectorReport';
import { columnsFor, type DetailsColumn } from '../../src/core/report/detailsColumns';
import { DEFAULT_COLUMNS } from '../../src/protocol/choices';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { rowTexts } from '../../webview/details/cellTexts';
import { withHidden, withPinned, withWidth } from '../../webview/details/columnChoices';
import { layOutColumns } from '../../webview/details/columnLayout';
import { usualWidth } from '../../webview/details/usualWidths';
import { connector, day } from './samples';

const columns = columnsFor([0, 0, 0, 0, 0, 1, 0, 0]);
const usual = (column: DetailsColumn) => (column === 'connector' ? 200 : 80);
const laidOut = (choices: Partial<typeof DEFAULT_COLUMNS>, view: number) =>
  layOutColumns(columns, { ...DEFAULT_COLUMNS, ...choices }, usual, view);

describe('the columns of the details table', () => {
  it('fill the view: names get what is left', () => {
    const placed = laidOut({}, 1400);
    assert.equal(
      placed.reduce((sum, { width }) => sum + width, 0),
      1400,
    );
    assert.equal(placed.find(({ column }) => column === 'connector')?.width, 1400 - 10 * 80);
  });

  it('are as wide as they want to be where the view is too narrow for all', () => {
    assert.deepEqual(
      laidOut({}, 500).map(({ width }) => width),
      [80, 200, 80, 80, 80, 80, 80, 80, 80, 80, 80],
    );
  });

  it('are all seen where names can give up what the others lack', () => {
    const widthOfNames = (view: number) =>
      layOutColumns(columns, DEFAULT_COLUMNS, (column) => (column === 'connector' ? 380 : 80), view)[1]?.width;
    assert.equal(widthOfNames(1180), 380);
    assert.equal(widthOfNames(1100), 300);
    assert.equal(widthOfNames(1030), 230);
    assert.equal(widthOfNames(1029), 380, 'what would not be enough is not given up');
  });

  it('keep the width they were given', () => {
    const placed = laidOut({ widths: { connector: 300, volume: 120 } }, 1400);
    assert.equal(placed.find(({ column }) => column === 'connector')?.width, 300);
    assert.equal(placed.find(({ column }) => column === 'volume')?.width, 120);
  });

  it('stand first where they are pinned, and only as many stick as leave room for the rest', () => {
    const pinned = (view: number, ...which: readonly DetailsColumn[]) =>
      laidOut({ pinned: which }, view).map(({ column, isPinned }) => `${isPinned ? '!' : ''}${column}`);
    assert.deepEqual(pinned(700, 'volume', 'date').slice(0, 3), ['!date', '!volume', 'connector']);
    assert.deepEqual(pinned(700, 'date', 'connector').slice(0, 3), ['!date', '!connector', 'type']);
    assert.deepEqual(pinned(370, 'date', 'connector').slice(0, 3), ['!date', 'connector', 'type']);
    assert.deepEqual(pinned(370, 'date', 'connector', 'type')[2], 'type', 'none sticks behind one that scrolls');
  });

  it('can be hidden, but not all of them', () => {
    assert.deepEqual(
      laidOut({ hidden: ['type', 'unknown'] }, 700).some(({ column }) => column === 'type' || column === 'unknown'),
      false,
    );
    assert.equal(laidOut({ hidden: columns }, 700).length, columns.length);
  });

  it('are chosen, pinned and resized one at a time', () => {
    const hidden = withHidden(DEFAULT_COLUMNS, 'type', true);
    assert.deepEqual(hidden.hidden, ['type']);
    assert.deepEqual(withHidden(hidden, 'type', false), DEFAULT_COLUMNS);
    assert.deepEqual(withPinned(DEFAULT_COLUMNS, 'date', false).pinned, ['connector']);
    assert.deepEqual(withPinned(DEFAULT_COLUMNS, 'volume', true).pinned, ['date', 'connector', 'volume']);
    const wide = withWidth(DEFAULT_COLUMNS, 'type', 123.4);
    assert.deepEqual(wide.widths, { type: 123 });
    assert.deepEqual(withWidth(wide, 'type', null).widths, {});
    assert.deepEqual(withWidth(wide, 'type', 1).widths, { type: 48 });
  });
});

describe('the usual width of a column', () => {
  const report = connectorReport(
    [connector([day('2026-03-08', [0, 0, 0, 5, 0, 123_456, 0, 0], { approximate: true })])],
    'all',
    { start: '2026-03-08', end: '2026-03-08' },
  );
  const texts = rowTexts(ENGLISH_PAGE_STRINGS, 'en');
  const asked: string[] = [];
  const measures = {
    report,
    texts,
    strings: ENGLISH_PAGE_STRINGS,
    count: (messages: number) => messages.toLocaleString('en'),
    percent: () => '99.9%',
    isGrouped: false,
    widest: (all: readonly string[]) => {
      asked.push(...all);
      return Math.max(...all.map((text) => text.length * 7));
    },
  };

  it('is that of its longest cell, drawn or not', () => {
    assert.ok(usualWidth('tls1.2', 900, measures) > usualWidth('tls1.0', 900, measures));
    assert.ok(asked.includes('≈\u200999.9% (123,456)'), asked.join());
    assert.ok(usualWidth('type', 900, measures) >= 'NoConnector'.length * 7);
    assert.ok(usualWidth('date', 900, { ...measures, isGrouped: true }) > usualWidth('date', 900, measures));
  });

  it('is for names what they ask for, as far as there is room', () => {
    const long = { ...report, series: [{ connector: connector([], { name: 'x'.repeat(40) }), volumes: [] }] };
    const wide = usualWidth('connector', 4000, { ...measures, report: long });
    assert.ok(wide > 'From your partner - '.length * 7 + 40 * 7, String(wide));
    assert.equal(usualWidth('connector', 1000, { ...measures, report: long }), 280);
    assert.equal(usualWidth('connector', 600, { ...measures, report: long }), 230);
  });

  it('is smaller for names where the view is narrow', () => {
    assert.ok(usualWidth('connector', 370, measures) < usualWidth('connector', 900, measures));
  });
});
