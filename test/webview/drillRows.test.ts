import assert from 'node:assert/strict';
import { connectorReport } from '../../src/core/report/connectorReport';
import type { HostRow, PeerReport, PeerRow } from '../../src/core/report/drillDown';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import type { DrillColumn } from '../../webview/drillDown/drillCells';
import { type DrillRow, DrillTables } from '../../webview/drillDown/drillRows';
import { drillSortedBy, MOST_MESSAGES, matchingDrillRows, sortDrillRows } from '../../webview/drillDown/sortDrillRows';
import { connector, day, report } from './samples';

const DAY = Date.UTC(2026, 2, 2);
const first = { file: 'a.csv', line: 3 };
const tables = new DrillTables(ENGLISH_PAGE_STRINGS, 'en');
const period = { start: '2026-03-02', end: '2026-03-08' };
const place: DrillPlace = { connector: 'inbound:named:contoso', tls: 'tls1.0', period, host: null, sender: null };

const peer = (sender: string, messages: number, more: Partial<PeerRow> = {}): PeerRow => ({
  sender,
  cipher: '',
  tls: 'tls1.0',
  messages,
  firstSeen: DAY,
  lastSeen: DAY,
  first,
  ...more,
});

function host(name: string, peers: readonly PeerRow[], more: Partial<HostRow> = {}): HostRow {
  const messages = peers.reduce((sum, one) => sum + one.messages, 0);
  const tls = [0, 0, 0, messages, 0, 0, 0, 0];
  return {
    host: name,
    names: [],
    messages,
    tls,
    firstSeen: DAY,
    lastSeen: DAY,
    first,
    isFolded: false,
    peers,
    notListed: 0,
    ...more,
  };
}

function peersOf(hosts: readonly HostRow[], more: Partial<PeerReport> = {}): PeerReport {
  const messages = hosts.reduce((sum, one) => sum + one.messages, 0);
  const none = [0, 0, 0, 0, 0, 0, 0, 0];
  return {
    connector: 'inbound:named:contoso',
    tls: 'tls1.0',
    period,
    messages,
    counts: none,
    aggregated: none,
    hosts,
    notListed: { hosts: 0, messages: 0 },
    isFolded: false,
    ...more,
  };
}

const textsOf = (rows: readonly DrillRow[], column: DrillColumn) => rows.map(({ cells }) => cells[column]?.text);

describe('the tables of the drill-down', () => {
  const many = ['a.example', 'b.example', 'c.example', 'd.example'].map((sender, index) => peer(sender, 40 - index));
  const hosts = peersOf(
    [host('192.0.2.10', many), host('192.0.2.9', [peer('', 20)]), host('', [peer('x.example', 1)], { isFolded: true })],
    { aggregated: [0, 0, 0, 25, 0, 0, 0, 0] },
  );

  it('list hosts with their senders, share of all, first and last day', () => {
    const { columns, rows } = tables.hosts(hosts, place);
    assert.deepEqual(columns, ['host', 'sender', 'cipher', 'messages', 'share', 'firstSeen', 'lastSeen']);
    assert.deepEqual(textsOf(rows, 'host'), ['192.0.2.10', '192.0.2.9', 'Less frequent hosts, not told apart']);
    assert.deepEqual(textsOf(rows, 'sender'), ['a.example, b.example and 2 more', 'Not told', 'x.example']);
    assert.deepEqual(textsOf(rows, 'messages'), ['154', '20', '1']);
    assert.deepEqual(textsOf(rows, 'share'), ['77.0%', '10.0%', '0.5%']);
    assert.deepEqual(textsOf(rows, 'firstSeen'), ['2026-03-02', '2026-03-02', '2026-03-02']);
    assert.deepEqual(rows[1]?.target, { ...place, host: '192.0.2.9' });
  });

  it('say what hosts call themselves where a log tells it, the last name first', () => {
    const called = peersOf([
      host('192.0.2.10', many, { names: ['mx3.example', 'mx2.example', 'mx1.example'] }),
      host('192.0.2.9', many, { names: ['a.example'] }),
      host('', many),
    ]);
    const { columns, rows } = tables.hosts(called, place);
    assert.deepEqual(columns.slice(0, 3), ['host', 'names', 'sender']);
    assert.deepEqual(textsOf(rows, 'names'), ['mx3.example, mx2.example and 1 more', 'a.example', '']);
    assert.deepEqual(textsOf(matchingDrillRows(rows, 'mx1'), 'host'), ['192.0.2.10'], 'also a name without room');
    const byName = sortDrillRows(rows, { column: 'names', descending: false }, 'en');
    assert.deepEqual(textsOf(byName, 'names').slice(1), ['a.example', 'mx3.example, mx2.example and 1 more']);
  });

  it('say the TLS state where all of them are looked at', () => {
    const { columns, rows } = tables.hosts(hosts, { ...place, tls: null });
    assert.ok(columns.includes('tls'));
    assert.deepEqual(textsOf(rows, 'tls')[0], 'TLS 1.0');
  });

  it('list senders; those of one sender lead nowhere', () => {
    const one = host('192.0.2.9', [peer('a.example', 3, { cipher: 'AES' }), peer('', 1)]);
    const { rows } = tables.senders(one, 4, { ...place, host: '192.0.2.9' });
    assert.deepEqual(textsOf(rows, 'sender'), ['a.example', 'Sender not told']);
    assert.deepEqual(textsOf(rows, 'cipher'), ['AES', 'Not told']);
    assert.deepEqual(rows[1]?.target, { ...place, host: '192.0.2.9', sender: '' });
    assert.equal(tables.senders(one, 4, { ...place, host: '192.0.2.9', sender: '' }).rows[0]?.target, null);
  });

  it('list the connectors that have such messages, with the figures of the report', () => {
    const shown = report(
      connector([day('2026-03-08', [0, 0, 0, 3, 0, 90, 0, 0]), day('2026-03-07', [0, 0, 0, 6, 0, 1, 0, 0])]),
      connector([day('2026-03-08', [0, 0, 0, 0, 0, 9, 0, 0])], { name: 'Northwind' }),
      connector([day('2026-03-08', [0, 0, 0, 27, 0, 0, 0, 0])], { name: 'Fabrikam' }),
    );
    const { rows } = tables.connectors(connectorReport(shown.connectors, 'all', period), { ...place, connector: null });
    assert.deepEqual(textsOf(rows, 'connector'), ['From your partner - Fabrikam', 'From your partner - Contoso']);
    assert.deepEqual(textsOf(rows, 'messages'), ['27', '9']);
    assert.deepEqual(textsOf(rows, 'share'), ['75.0%', '25.0%']);
    assert.deepEqual(rows[1]?.target, place);
  });

  it('are sorted by numbers, days and names, in which numbers count as such', () => {
    const { rows } = tables.hosts(hosts, place);
    const byHost = sortDrillRows(rows, { column: 'host', descending: false }, 'en');
    assert.deepEqual(textsOf(byHost, 'host').slice(0, 2), ['192.0.2.9', '192.0.2.10']);
    const fewest = sortDrillRows(rows, { column: 'messages', descending: false }, 'en');
    assert.deepEqual(textsOf(fewest, 'messages'), ['1', '20', '154']);
    assert.deepEqual(drillSortedBy(MOST_MESSAGES, 'messages'), { column: 'messages', descending: false });
    assert.deepEqual(drillSortedBy(MOST_MESSAGES, 'host'), { column: 'host', descending: false });
    assert.deepEqual(drillSortedBy(MOST_MESSAGES, 'lastSeen'), { column: 'lastSeen', descending: true });
  });

  it('are searched for every word, also in names that there is no room for', () => {
    const { rows } = tables.hosts(hosts, place);
    assert.deepEqual(textsOf(matchingDrillRows(rows, '192.0 D.EXAMPLE'), 'host'), ['192.0.2.10']);
    assert.equal(matchingDrillRows(rows, '').length, 3);
    assert.equal(matchingDrillRows(rows, 'nobody').length, 0);
  });
});
