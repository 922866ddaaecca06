import type { Random } from '../generate/random';
import { TRACKING_HEAD, type TrackingRow, trackingLine } from '../generate/trackingRow';

const IDS = ['1', '2', '3', '4', '5', '6', '7', '8'];
const RECEIVE_CONNECTORS = ['EX1\\Default EX1', 'ex1\\default ex1', 'EX2\\Default EX2', 'EX1\\Relay', ''];
const SEND_CONNECTORS = [
  'To Internet',
  'TO INTERNET',
  'To partners',
  'Intra-Organization SMTP Send Connector',
  'EdgeSync - Inbound to Site',
  '',
];
const EVENTS: readonly (readonly [source: string, event: string])[] = [
  ['SMTP', 'RECEIVE'],
  ['SMTP', 'RECEIVE'],
  ['SMTP', 'RECEIVE'],
  ['smtp', 'receive'],
  ['SMTP', 'SENDEXTERNAL'],
  ['SMTP', 'SEND'],
  ['SMTP', 'HAREDIRECT'],
  ['STOREDRIVER', 'DELIVER'],
  ['STOREDRIVER', 'SUBMIT'],
  ['AGENT', 'AGENTINFO'],
];
const ADDRESSES = ['10.0.0.1', '10.0.0.2', '203.0.113.5', '203.0.113.6', '127.0.0.1', 'fe80::1%3', 'FE80::1', ''];
const HOSTS = ['EX1', 'EX1.contoso.example', 'ex2.contoso.example', 'mx.fabrikam.example', ''];

/** A small message tracking log in which anything may meet anything, also bad rows. */
export function wildTracking(random: Random, rows: number): string {
  return TRACKING_HEAD + Array.from({ length: rows }, () => wildLine(random)).join('');
}

function wildLine(random: Random): string {
  const kind = random.next();
  return kind < 0.02 ? 'one,two\r\n' : trackingLine(wildRow(random, kind));
}

function wildRow(random: Random, kind: number): TrackingRow {
  const id = random.pick(IDS);
  const [source, event] = random.pick(EVENTS);
  return {
    'date-time':
      kind < 0.04
        ? 'soon'
        : kind < 0.06
          ? '2026-04-01T00:00:00.000Z'
          : `2026-03-0${random.integer(1, 3)}T08:00:00.000Z`,
    'client-ip': random.pick(ADDRESSES),
    'client-hostname': random.pick(HOSTS),
    'server-ip': random.pick(ADDRESSES),
    'server-hostname': random.pick(HOSTS),
    'source-context': random.pick(['', '08DE;2026-03-02T08:00:00Z;0', ';250 2.6.0 <1@mail.example> [a=1, b=2]']),
    'connector-id': random.pick(event.startsWith('SEND') ? SEND_CONNECTORS : RECEIVE_CONNECTORS),
    source,
    'event-id': event,
    'message-id': random.chance(0.9) ? `<${id}@mail.example>` : '',
    'network-message-id': random.chance(0.8) ? id : '',
    'message-subject': random.pick(['', 'two\r\nlines', 'a "quoted" word']),
    'sender-address': 'ada@contoso.example',
    directionality: random.pick(['Incoming', 'Incoming', 'Originating', 'Undefined', '']),
    'original-client-ip': random.pick(ADDRESSES),
    'custom-data': wildData(random),
  };
}

function wildData(random: Random): string {
  const items = [
    random.pick(['', '', 'FromEntity=Internet', 'FromEntity=Hosted']),
    random.pick(['', '', '', 'ToEntity=Internet', 'ToEntity=Hosted']),
    random.pick(['', '', 'FirstForestHop=ex1.contoso.example', 'FirstForestHop=EX2', 'FirstForestHop=']),
    random.pick(['', '', 'ProxyHop1=EX1.contoso.example(10.0.0.1)', 'ProxyHop1=ex2(10.0.0.2)']),
    random.pick(['', '', 'IsSmtpResponseFromExternalServer=False', 'IsSmtpResponseFromExternalServer=True']),
    'DeliveryPriority=Normal',
  ];
  return random
    .shuffled(items.filter((item) => item !== ''))
    .map((item) => `S:${item}`)
    .join(';');
}
