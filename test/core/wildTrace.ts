import type { Random } from '../generate/random';
import { customData, TRACE_HEADER, type TraceRow, traceLine } from '../generate/traceRow';

const IDS = ['1', '2', '3', '4', '5', '6', '7', '8'];
const CONNECTORS = [
  'Fabrikam',
  'FABRIKAM',
  'Contoso HQ',
  '',
  'To_DefaultOpportunisticTLS',
  'MX1\\Default MX1',
  'A\\Default B',
];
const EVENTS = [
  'RECEIVE',
  'RECEIVE',
  'RECEIVE',
  'SENDEXTERNAL',
  'SendExternal',
  'DELIVER',
  'SUBMIT',
  'AGENTINFO',
  'SEND',
];
const TIMES = ['08:00:00Z', '23:59:59.9999999Z', '00:00:00.0000000Z', '12:34:56.7Z'];
const VERSIONS = [
  'SP_PROT_SSL3_SERVER',
  'SP_PROT_TLS1_0_SERVER',
  'SP_PROT_TLS1_1_SERVER',
  'TLS1_2',
  'SP_PROT_TLS1_3_SERVER',
  '',
];
const TEXTS = ['', 'Ok', 'using TLS1.2', 'TLS 1.0;', 'SP_PROT_TLS1_3_CLIENT'];

/** A small Extended trace in which anything may meet anything: few ids and connectors, every kind of row, also bad ones. */
export function wildTrace(random: Random, rows: number): string {
  return TRACE_HEADER + Array.from({ length: rows }, () => wildLine(random)).join('');
}

function wildLine(random: Random): string {
  const kind = random.next();
  return kind < 0.02 ? 'one,two\r\n' : traceLine(wildRow(random, kind));
}

function wildRow(random: Random, kind: number): TraceRow {
  const id = random.pick(IDS);
  const event = random.pick(EVENTS);
  const isSent = event.toUpperCase() === 'SENDEXTERNAL';
  return {
    date_time_utc:
      kind < 0.04
        ? '03/02/2026'
        : kind < 0.06
          ? '2026-04-01T00:00:00Z'
          : `2026-03-0${random.integer(1, 4)}T${random.pick(TIMES)}`,
    source: isSent ? 'SMTP' : random.pick(['SMTP', 'SMTP', 'SMTP', 'smtp', 'STOREDRIVER', 'AGENT']),
    event_id: event,
    connector_id: random.pick(CONNECTORS),
    network_message_id: random.chance(0.8) ? id : '',
    message_id: random.chance(0.9) ? `<${id}@mail.example>` : '',
    source_context: random.pick(TEXTS),
    recipient_status: random.pick(TEXTS),
    message_info: random.pick(TEXTS),
    message_subject: random.pick(['', 'two\r\nlines', 'a "quoted" word', "it's; fine"]),
    directionality: random.pick(['Incoming', 'Originating', 'Undefined', '1', '2', '']),
    custom_data: wildData(random, isSent),
  };
}

function wildData(random: Random, isSent: boolean): string {
  const items: [string, string][] = [];
  if (random.chance(0.4)) {
    items.push(['FromEntity', random.pick(['Internet', 'Hosted', 'HybridOnPrem', 'Partner', 'internet'])]);
  }
  if (random.chance(0.3)) {
    items.push(['ToEntity', random.pick(['Internet', 'Hosted'])]);
  }
  if (!isSent && random.chance(0.6)) {
    items.push(['tlsversion', random.pick(VERSIONS)]);
  }
  if (random.chance(0.3)) {
    items.push([
      'InboundConnectorData',
      random.pick(['Name=Fabrikam;ConnectorType=Partner', 'Name=Contoso HQ;ConnectorType=OnPremises', 'Name=Fabrikam']),
    ]);
  }
  if (random.chance(0.2)) {
    items.push([
      'Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData',
      random.pick(['Name=Out;X=1', 'Name=fabrikam']),
    ]);
  }
  return customData(random.shuffled(items));
}
