import assert from 'node:assert/strict';
import italian from '../../l10n/bundle.l10n.it.json';
import { connectorReport } from '../../src/core/report/connectorReport';
import { ENGLISH_PAGE_STRINGS, type PageStrings } from '../../src/protocol/strings';
import { rowTexts } from '../../webview/details/cellTexts';
import { matchingRows, searchWords } from '../../webview/details/searchRows';
import { connector, day } from './samples';

const ONE = [0, 0, 0, 0, 0, 1, 0, 0];
const { rows } = connectorReport(
  [
    connector([day('2026-03-07', ONE, { forcedTls: true }), day('2026-03-08', ONE, { forcedTls: false })]),
    connector([day('2026-03-08', ONE)], { direction: 'outbound', name: 'Société Générale', type: 'OnPremises' }),
    connector([day('2026-03-06', ONE)], { name: 'Łódź GROẞHANDEL İzmir', type: 'Unknown' }),
    connector([day('2026-03-05', ONE)], { name: null, type: 'NoConnector' }),
  ],
  'all',
  { start: '2026-03-01', end: '2026-03-08' },
);
const texts = rowTexts(ENGLISH_PAGE_STRINGS, 'en');
const found = (search: string) =>
  matchingRows(rows, search, texts).map((row) => `${row.connector.name} ${row.date.slice(-1)}`);

describe('the search through the details table', () => {
  it('looks at the date, the connector’s label, its type and forced TLS, as they are shown', () => {
    assert.deepEqual(found('03-07'), ['Contoso 7']);
    assert.deepEqual(found('from your partner'), ['Contoso 8', 'Contoso 7']);
    assert.deepEqual(found('without a connector'), ['null 5']);
    assert.deepEqual(found('OnPremises'), ['Société Générale 8']);
    assert.deepEqual(found('yes'), ['Contoso 7']);
    assert.deepEqual(found('not told'), ['Société Générale 8', 'Łódź GROẞHANDEL İzmir 6', 'null 5']);
  });

  it('finds every word, wherever it stands, and no phrase', () => {
    assert.deepEqual(found('  2026-03-08\tCONTOSO\u00a0no '), ['Contoso 8']);
    assert.deepEqual(found('contoso société'), []);
    assert.deepEqual(found('partnercontoso'), []);
  });

  it('takes no notice of case and accents', () => {
    for (const search of ['societe', 'SOCIÉTÉ', 'socie\u0301te\u0301', 'ｓｏｃｉéｔé']) {
      assert.deepEqual(found(search), ['Société Générale 8'], search);
    }
    for (const search of ['lodz', 'ŁÓDŹ', 'grosshandel', 'großhandel', 'izmir', 'ızmır']) {
      assert.deepEqual(found(search), ['Łódź GROẞHANDEL İzmir 6'], search);
    }
  });

  it('looks at what the reader reads, in the reader’s language', () => {
    const bundle: Readonly<Record<string, string>> = italian;
    const strings = Object.fromEntries(
      Object.entries(ENGLISH_PAGE_STRINGS).map(([key, text]) => [key, bundle[text] ?? text]),
    ) as PageStrings;
    const dates = (search: string) => matchingRows(rows, search, rowTexts(strings, 'it')).map((row) => row.date);
    assert.deepEqual(dates('contoso sì'), ['2026-03-07']);
    assert.deepEqual(dates('contoso yes'), []);
  });

  it('keeps the order, and all rows as they are where nothing is searched for', () => {
    assert.equal(matchingRows(rows, '', texts), rows);
    assert.equal(matchingRows(rows, ' \t ', texts), rows);
    assert.equal(matchingRows(rows, '\u0301', texts), rows);
    const turned = [...rows].reverse();
    assert.deepEqual(
      matchingRows(turned, '2026', texts).map((row) => row.date),
      turned.map((row) => row.date),
    );
    assert.deepEqual(searchWords('.* [a'), ['.*', '[A'], 'it is no pattern');
  });

  it('stays quick with 20,000 rows: a connector is put into words once', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      connector(
        Array.from({ length: 100 }, (_, position) => day(`2026-01-${position}`, ONE)),
        { name: `Partner ${index}` },
      ),
    ).flatMap((one) => one.days.map((each) => ({ ...each, connector: one, volume: 1 })));
    let asked = 0;
    const counting = {
      ...texts,
      connector: (row: Parameters<typeof texts.connector>[0]) => {
        asked++;
        return texts.connector(row);
      },
    };
    assert.equal(matchingRows(many, 'partner 199 2026', counting).length, 100);
    assert.equal(asked, 200);
  });
});
