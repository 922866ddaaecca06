import assert from 'node:assert/strict';
import { reportText } from '../../src/core/report/text';
import { customData, TRACE_HEADER, traceLine } from '../generate/traceRow';
import { analyze, textInput } from './analyzing';

const HOSTILE = 'A\u001b[31m\nforged.csv:1:1: warning x: y\u202e{1}';

describe('the report as text', () => {
  it('lets no name move the cursor or forge a line', async () => {
    const row = (id: number): string =>
      traceLine({
        date_time_utc: '2026-03-02T08:00:00Z',
        source: 'SMTP',
        event_id: 'RECEIVE',
        network_message_id: String(id),
        custom_data: customData([
          ['InboundConnectorData', `Name=${HOSTILE};ConnectorType=Partner`],
          ['tlsversion', 'TLS1_0'],
        ]),
      });
    const rows = Array.from({ length: 20 }, (_, id) => row(id)).join('');
    const text = reportText(await analyze([textInput(TRACE_HEADER + rows, `odd\n${HOSTILE}.csv`)]));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    assert.equal(text.split('\n').filter((line) => line.startsWith('forged')).length, 0);
    assert.match(text, /\{1\}/);
  });

  it('says about how many where counts come from percentages', async () => {
    const rows =
      'Date,Connector direction and name,Connector type,Forced TLS?,No TLS,TLS 1.2,Volume\n2026-03-02,From your org - HQ,OnPremises,True,0,100,"1,234"\n';
    const text = reportText(await analyze([textInput(rows)]));
    assert.match(text, /From your org - HQ: about 1,234 messages, Forced TLS: yes – TLS 1\.2 100% \(1,234\)/);
  });

  it('says that nothing tells the TLS state', async () => {
    const row = traceLine({
      date_time_utc: '2026-03-02T08:00:00Z',
      source: 'SMTP',
      event_id: 'SENDEXTERNAL',
      network_message_id: '1',
      connector_id: 'To_DefaultOpportunisticTLS',
    });
    const text = reportText(await analyze([textInput(TRACE_HEADER + row)]));
    assert.match(text, /Outbound: 1 message, TLS not told – Unknown 100% of all \(1\)/);
  });

  it('has its parts painted where a terminal shows colours', async () => {
    const rows = Array.from({ length: 20 }, (_, id) =>
      traceLine({
        date_time_utc: '2026-03-02T08:00:00Z',
        source: 'SMTP',
        event_id: 'RECEIVE',
        network_message_id: String(id),
        custom_data: customData([
          ['InboundConnectorData', 'Name=Fabrikam;ConnectorType=Partner'],
          ['tlsversion', 'TLS1_0'],
        ]),
      }),
    );
    const report = await analyze([textInput(TRACE_HEADER + rows.join(''))]);
    const painted = reportText(report, { paint: (part, text) => `<${part}>${text}</>`, notes: ['Said first.'] });
    assert.match(painted, /^<heading>Mail Flow Insights<\/>\nSaid first\.\n\n/);
    assert.match(painted, /\n<heading>Connectors<\/>\n/);
    assert.match(painted, /:2:1: <warning>warning<\/> inbound-partner-tls10: /);
    assert.equal(painted.replace(/<\/?\w*>/g, '').replace('Said first.\n', ''), reportText(report));
  });
});
