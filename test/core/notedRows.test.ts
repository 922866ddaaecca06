import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { customData, TRACE_COLUMNS, type TraceColumn, type TraceRow } from '../generate/traceRow';
import { type EncodingName, encode } from './encodings';
import { somePlaces, stretchedReport, TELLING, wholeReport } from './inStretches';

const HOSTS = ['', '203.0.113.5', 'mail.fabrikam.example', 'a "quoted" host', 'poste.é.example', ' spaced '];
const SENDERS = [
  '',
  'ann@contoso.example',
  'Bob@Fabrikam.Example',
  '"a@b"@contoso.example',
  'nobody',
  'zoë@é.example',
  'x@',
  '<>',
  `${'bounce+'.repeat(12)}x@Fabrikam.example`,
  `a@${'Long.'.repeat(60)}example`,
];
const CONNECTORS = [
  'Fabrikam',
  '',
  'To_DefaultOpportunisticTLS',
  'MX1\\Default MX1',
  'MX22\\Default MX22',
  'mx1\\Default MX1',
  'MX1\\Default MX2',
  'M 1\\Default M 1',
  'É\\Default É',
  '\\Default ',
];
const TEXTS = [
  '',
  '250 2.1.5 Ok',
  'using TLS1.2',
  'TLS 1.0;',
  'tls_1',
  'TLS\u00a01.1',
  'TLS\t1.3',
  'TLSTLS1_2, tls1.0',
  'TLS 1.4',
  'ends with TLS1.',
  'TLS1',
  'é tls1.1',
];
const VERSIONS = ['', ' ', 'TLS1_2', 'SP_PROT_TLS1_0_SERVER', 'none'];

/** A row of which there are many alike, as far as what they are goes. */
function row(random: Random): TraceRow {
  const isSent = random.chance(0.4);
  const items: [string, string][] = [];
  const put = (key: string, values: readonly string[]): void => {
    if (random.chance(0.5)) {
      items.push([key, random.pick(values)]);
    }
  };
  put('tlsversion', VERSIONS);
  put('tlscipher', ['', 'CALG_AES_256', ' spaced ', 'é']);
  put('FromEntity', ['Internet', 'Hosted']);
  put('InboundConnectorData', ['Name=Fabrikam;ConnectorType=Partner', 'Name=;ConnectorType=OnPremises']);
  put('Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData', ['Name=Out;X=1']);
  put('OutboundProxyTargetHostName', ['', 'mx.fabrikam.example', ' ']);
  put('OutboundProxyTargetIPAddress', ['192.0.2.9']);
  put('Mailboxes', ['1;2;3']);
  return {
    date_time_utc: random.chance(0.05) ? '2031-01-01T00:00:00Z' : `2026-03-0${random.integer(1, 9)}T08:15:00.123Z`,
    source: random.pick(['SMTP', 'SMTP', 'SMTP', 'AGENT']),
    event_id: isSent ? 'SENDEXTERNAL' : random.pick(['RECEIVE', 'RECEIVE', 'AGENTINFO', 'DELIVER']),
    directionality: random.pick(['Incoming', 'Originating']),
    connector_id: random.pick(CONNECTORS),
    network_message_id: random.chance(0.05) ? '' : `{${random.integer(1, 60)}}`,
    message_id: random.chance(0.5) ? '' : `<${random.integer(1, 60)}@mail.example>`,
    message_subject: random.pick(['', 'two\r\nlines', 'one\rreturn', 'grün']),
    original_client_ip: random.pick(HOSTS),
    client_ip: random.pick(HOSTS),
    client_hostname: random.pick(HOSTS),
    server_hostname: random.pick(HOSTS),
    server_ip: random.pick(HOSTS),
    sender_address: random.pick(SENDERS),
    return_path: random.pick(SENDERS),
    source_context: random.pick(TEXTS),
    recipient_status: random.pick(TEXTS),
    message_info: random.pick(TEXTS),
    custom_data: customData(items),
  };
}

function line(cells: readonly string[], random: Random): string {
  const written = (cell: string): string =>
    /[",\r\n]/.test(cell) || random.chance(0.5) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `${cells.map(written).join(',')}\r\n`;
}

/** Traces glued together, each with its columns in an order of its own; some rows are too short, some have a mark misplaced. */
function gluedTraces(random: Random): string {
  let text = '';
  for (let part = random.integer(1, 3); part > 0; part--) {
    const columns = random.chance(0.5) ? [...TRACE_COLUMNS] : random.shuffled([...TRACE_COLUMNS]);
    text += line(columns, random);
    for (let rows = random.integer(1, 250); rows > 0; rows--) {
      const cells = row(random);
      const damage = random.next();
      text +=
        damage < 0.01
          ? 'one,two\r\n'
          : damage < 0.015
            ? '"a"b\r\n'
            : line(
                columns.map((column: TraceColumn) => cells[column] ?? ''),
                random,
              );
    }
  }
  return text;
}

describe('rows of a trace that the kernel notes by itself', () => {
  const encodings: readonly EncodingName[] = ['UTF-8', 'UTF-16LE', 'Windows-1252'];
  for (const [index, encoding] of encodings.entries()) {
    it(`say what they say to the universal reader: ${encoding}`, async () => {
      for (let seed = 1; seed <= 25; seed++) {
        const random = new Random(100 * index + seed);
        const files = [{ path: 'a.csv', bytes: encode(gluedTraces(random), encoding) }];
        const options = { ...TELLING, missingTlsMeansNone: random.chance(0.5) };
        const { report } = await stretchedReport(files, options, ({ length }) => somePlaces(length, 20_000, random));
        assert.deepEqual(report, await wholeReport(files, options), `seed ${seed}`);
      }
    });
  }
});
