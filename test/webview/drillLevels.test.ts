import assert from 'node:assert/strict';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { crumbsOf, isIn, levelOf, queryOf, rowBetween } from '../../webview/drillDown/drillLevels';
import { connector, day, report } from './samples';

const period = { start: '2026-03-02', end: '2026-03-08' };
const place = (more: Partial<DrillPlace>): DrillPlace => ({
  connector: 'inbound:named:contoso',
  tls: 'tls1.0',
  period,
  host: null,
  sender: null,
  ...more,
});
const names = {
  allConnectors: 'All connectors',
  connector: (key: string) => key,
  tls: (state: string) => state,
  host: (host: string) => host || 'Host not told',
  sender: (sender: string) => sender || 'Sender not told',
};

describe('the way from figures to lines', () => {
  it('goes by connector, TLS state, host and sender; each step leads back', () => {
    const crumbs = crumbsOf(place({ host: '192.0.2.1', sender: '' }), names);
    assert.deepEqual(
      crumbs.map(({ text }) => text),
      ['All connectors', 'inbound:named:contoso', 'tls1.0', '192.0.2.1', 'Sender not told'],
    );
    assert.deepEqual(
      crumbs.map((crumb) => crumb.place),
      [
        place({ connector: null }),
        place({ tls: null }),
        place({}),
        place({ host: '192.0.2.1' }),
        place({ host: '192.0.2.1', sender: '' }),
      ],
    );
    assert.deepEqual(
      crumbs.map((crumb) => levelOf(crumb.place)),
      ['connectors', 'hosts', 'hosts', 'host', 'sender'],
    );
  });

  it('leaves out steps that were not taken', () => {
    const all = crumbsOf(place({ connector: null }), names);
    assert.deepEqual(
      all.map(({ text }) => text),
      ['All connectors'],
    );
    const host = crumbsOf(place({ tls: null, host: '' }), names);
    assert.deepEqual(
      host.map(({ text }) => text),
      ['All connectors', 'inbound:named:contoso', 'Host not told'],
    );
  });

  it('asks the host about what was chosen, also about hosts that are not told', () => {
    assert.equal(queryOf(place({ connector: null })), null);
    assert.deepEqual(queryOf(place({ tls: null })), { connector: 'inbound:named:contoso', period });
    assert.deepEqual(queryOf(place({ host: '', sender: 'a.example' })), {
      connector: 'inbound:named:contoso',
      period,
      tls: 'tls1.0',
      host: '',
      sender: 'a.example',
    });
  });

  it('finds the row that one came from on the way back', () => {
    const sender = place({ host: '192.0.2.1', sender: 'a.example' });
    assert.equal(rowBetween(sender, place({ host: '192.0.2.1' })), 'a.example');
    assert.equal(rowBetween(sender, place({})), '192.0.2.1');
    assert.equal(rowBetween(sender, place({ connector: null })), 'inbound:named:contoso');
    assert.equal(rowBetween(place({}), place({ host: '192.0.2.1' })), null);
  });

  it('begins only at connectors of the report', () => {
    const shown = report(connector([day('2026-03-08', [0, 0, 0, 1, 0, 0, 0, 0])]));
    assert.equal(isIn(place({}), shown), true);
    assert.equal(isIn(place({ connector: null }), shown), true);
    assert.equal(isIn(place({ connector: 'inbound:named:gone' }), shown), false);
  });
});
