import type { Random } from '../../generate/random';
import { customData } from '../../generate/traceRow';
import type { Hop, TraceMessage } from './traceMessage';
import { NOISE, SERVER_ADDRESSES, SERVERS, TENANT } from './traceTexts';
import { writtenTime } from './writtenTime';

type Items = readonly (readonly [key: string, value: string])[];

/** What makes one event of a message different from the others. */
interface TraceEvent {
  readonly source: string;
  readonly event: string;
  /** Milliseconds after the message's first event. */
  readonly after: number;
  readonly connector: string;
  readonly context: string;
  readonly directionality: 'Incoming' | 'Originating';
  /** The items of `custom_data` that tell the message's way. */
  readonly items: Items;
}

/** Events of a message. The first one is at the border, where it has such a one. */
export const EVENTS = 4;

const CONTEXT = '08DE7A1B2C3D4E5F;2026-03-01T00:00:00.000Z;0';
const FROM_INSIDE = ['FromEntity', 'Hosted'] as const;
const TO_INSIDE = ['ToEntity', 'Hosted'] as const;

/** A row's 27 cells. `event`: from 0 on; past the last one they begin again, a little later, for more recipients. */
export function traceRow(message: TraceMessage, event: number, random: Random): string[] {
  const { source, event: name, after, connector, context, directionality, items } = eventOf(message, event % EVENTS);
  const { host } = message;
  const server = random.pick(SERVERS);
  const isOutgoing = name === 'SENDEXTERNAL';
  return [
    writtenTime(message.time + after + Math.floor(event / EVENTS) * 500),
    isOutgoing ? random.pick(SERVER_ADDRESSES) : host.address,
    isOutgoing ? server : host.name,
    isOutgoing ? host.address : random.pick(SERVER_ADDRESSES),
    isOutgoing ? host.name : server,
    context,
    connector,
    source,
    name,
    String(40_000_000_000_000 + random.integer(0, 999_999_999)),
    message.messageId,
    message.networkMessageId,
    message.recipient,
    source === 'SMTP' ? '250 2.1.5 Recipient OK' : '',
    String(message.bytes),
    '1',
    '',
    '',
    message.subject,
    message.sender,
    message.sender,
    writtenTime(message.time),
    directionality,
    TENANT,
    host.address,
    random.pick(SERVER_ADDRESSES),
    `${random.pick(NOISE)};${customData(items)};${random.pick(NOISE)}`,
  ];
}

function eventOf(message: TraceMessage, event: number): TraceEvent {
  const { kind, hop, secondHop } = message;
  const second = event === 3 ? secondHop : undefined;
  if (kind === 'inbound' && (event === 0 || second !== undefined)) {
    return inboundHop(second ?? hop, event * 20_000);
  }
  if (kind === 'outbound' && (event === 0 || second !== undefined)) {
    return outboundHop(second ?? hop, 500 + event * 20_000);
  }
  return kind === 'inbound' || kind === 'hopless' ? insideEvent(event, 'Incoming') : insideEvent(event, 'Originating');
}

/** What happens between the border and a mailbox, or between two mailboxes. */
function insideEvent(event: number, directionality: TraceEvent['directionality']): TraceEvent {
  const isIncoming = directionality === 'Incoming';
  const items: Items = isIncoming ? [['FromEntity', 'Internet'], TO_INSIDE] : [FROM_INSIDE, TO_INSIDE];
  const inside = { connector: '', context: '', directionality, items };
  switch (event) {
    case 1:
      return { ...inside, source: 'AGENT', event: 'AGENTINFO', after: 900, items: [['AMA', 'SUM|v=0|action=|error=']] };
    case 2:
      return isIncoming
        ? { ...inside, source: 'SMTP', event: 'SEND', after: 1200 }
        : { ...inside, source: 'SMTP', event: 'RECEIVE', after: 200, context: CONTEXT };
    default:
      return isIncoming || event === 3
        ? { ...inside, source: 'STOREDRIVER', event: 'DELIVER', after: 2400 }
        : { ...inside, source: 'STOREDRIVER', event: 'SUBMIT', after: 0 };
  }
}

function inboundHop({ route, tls }: Hop, after: number): TraceEvent {
  const items: [string, string][] = [['FromEntity', route?.type === 'OnPremises' ? 'HybridOnPrem' : 'Internet']];
  if (tls !== undefined) {
    items.push(['tlsversion', `SP_PROT_TLS1_${tls}_SERVER`], ['tlscipher', tls === 0 ? 'CALG_3DES' : 'CALG_AES_256']);
  }
  if (route !== null && route.type !== null) {
    items.push(['InboundConnectorData', `Name=${route.name};ConnectorType=${route.type};TenantId=${TENANT}`]);
  }
  return {
    source: 'SMTP',
    event: 'RECEIVE',
    after,
    connector: route?.name ?? '',
    context: CONTEXT,
    directionality: 'Incoming',
    items: [...items, TO_INSIDE],
  };
}

/** The version of an outbound session stands in a text, if anywhere. */
function outboundHop({ route, tls }: Hop, after: number): TraceEvent {
  const items: [string, string][] = [[...FROM_INSIDE], ['ToEntity', 'Internet']];
  if (route !== null && route.type !== null) {
    const data = `Name=${route.name};ConnectorType=${route.type}`;
    items.push(['Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData', data]);
  }
  return {
    source: 'SMTP',
    event: 'SENDEXTERNAL',
    after,
    connector: route?.name ?? '',
    context: `250 2.0.0 OK queued as 4F3A21${tls === undefined ? '' : ` using TLS1.${tls}`}`,
    directionality: 'Originating',
    items,
  };
}
