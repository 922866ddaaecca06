import assert from 'node:assert/strict';
import italian from '../../l10n/bundle.l10n.it.json';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { formatBytes, percentRead } from '../../webview/components/byteCount';
import { baseName, filePosition, folderOf } from '../../webview/components/fileNames';
import { connectorEntries } from '../../webview/filters/connectorEntries';
import { connector, report } from './samples';

const placeholders = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort().join();

describe('texts of the pages', () => {
  it('are all there in Italian, with the same values in them', () => {
    const translated: Readonly<Record<string, string>> = italian;
    for (const english of Object.values(ENGLISH_PAGE_STRINGS)) {
      const text = translated[english];
      assert.ok(text, `no Italian for "${english}"`);
      assert.equal(placeholders(text), placeholders(english), `other values in "${text}"`);
    }
  });

  it('name bytes in a unit that suits them', () => {
    assert.equal(formatBytes(123_456_789, 'en'), '123.5 MB');
    assert.equal(formatBytes(0, 'en'), '0 bytes');
    assert.equal(percentRead(1, 3), 33);
    assert.equal(percentRead(5, 0), 100);
    assert.equal(percentRead(9, 3), 100);
  });

  it('name files of either platform', () => {
    assert.deepEqual([folderOf('C:\\logs\\a.log'), baseName('C:\\logs\\a.log')], ['C:\\logs\\', 'a.log']);
    assert.deepEqual([folderOf('a.log'), baseName('/x/a.log')], ['', 'a.log']);
    assert.equal(filePosition(report(), 'a.log'), -1);
  });

  it('offer all mail flow, then mail without a connector, then connectors by direction, type and name', () => {
    const entries = connectorEntries(
      [
        connector([], { direction: 'outbound', name: 'Zeta' }),
        connector([], { name: 'Relay', type: 'Unknown' }),
        connector([], { name: 'Datacenter', type: 'OnPremises' }),
        connector([], { name: 'Northwind' }),
        connector([], { name: 'contoso' }),
        connector([], { direction: 'outbound', name: null, type: 'NoConnector' }),
        connector([], { name: null, type: 'Unknown' }),
        connector([], { name: null, type: 'NoConnector' }),
      ],
      ENGLISH_PAGE_STRINGS,
      'en',
    );
    assert.deepEqual(
      entries.map((entry) => entry.text),
      [
        'All mail flow',
        'From the internet without a connector',
        'To the internet without a connector',
        'From your partner - contoso',
        'From your partner - Northwind',
        'From your org - Datacenter',
        'From connector - Relay',
        'From, connector not told',
        'To your partner - Zeta',
      ],
    );
    assert.equal(new Set(entries.map((entry) => entry.value)).size, entries.length);
  });
});
