import { Random } from '../../generate/random';
import { TRACKING_HEAD, type TrackingRow, trackingLine } from '../../generate/trackingRow';
import { pickHost, type RemoteHost, remoteHosts } from './remoteHosts';
import { writtenMilliseconds } from './writtenTime';

export interface TrackingLogOptions {
  readonly seed: number;
  readonly bytes: number;
  /** The messages in the whole log; undefined: as many as there is room for. Those that are told again are shorter of id. */
  readonly messages: number | undefined;
}

const FIRST_TIME = Date.UTC(2026, 2, 1);
/** Between two rows: 100 MB are about three days. */
const STEP = 2600;
const MESSAGES_AT_A_TIME = 30;
const HOSTS = remoteHosts(0, 2000);
const KINDS: readonly (readonly ['inbound' | 'outbound' | 'internal', number])[] = [
  ['inbound', 55],
  ['outbound', 30],
  ['internal', 15],
];
const SEND_CONNECTORS: readonly (readonly [string, number])[] = [
  ['To Internet', 70],
  ['Outbound to Office 365 - 0f4c5a8e-2c2f-4d07-9d0a-5a2f7c1b9e11', 25],
  ['Partner Fabrikam, Inc. (TLS forced)', 5],
];
const LATENCY =
  'SRV=MBX01.contoso.example:TOTAL-FE=0.074|SMR=0.072(SMRPI=0.002(SMRPI-FrontendProxyAgent=0.002))|SMS=0.002;SRV=MBX01.contoso.example:TOTAL-HUB=1.439|SMR=0.279(SMRDE=0.174|SMRC=0.105(SMRCL=0.105|X-SMRCR=0.016))|CAT=0.046(CATOS=0.018(CATSM=0.018(CATSM-Malware Agent=0.017))|CATRESL=0.003|CATORES=0.021(CATRS=0.021(CATRS-Index Routing Agent=0.017)))|QDE=1.018|SMS=0.291';
const SERVER = { 'server-ip': '10.0.0.1', 'server-hostname': 'MBX01' } as const;
const MAILBOX =
  'MDB:7d7d2f3c-52f6-4f37-8a5e-4a7d5d6f0c11, Mailbox:1b1f4d0e-7a51-4c9b-9d52-0d3c7a9f1e22, Event:63779422, MessageClass:IPM.Note, CreationTime:2026-03-01T00:00:00.211Z, ClientType:MOMT, SubmissionAssistant:MailboxTransportSubmissionEmailAssistant';

/** A message with the events that are still to be told of it. */
interface OpenMessage {
  readonly events: readonly TrackingRow[];
  readonly shared: TrackingRow;
  next: number;
}

/** A message tracking log of one server, line by line; events of messages are interleaved. */
export class TrackingLog {
  messages = 0;
  readonly #options: TrackingLogOptions;
  readonly #random: Random;
  readonly #open: OpenMessage[] = [];

  constructor(options: TrackingLogOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
  }

  /** `bytes`: how many have been written so far. */
  *lines(bytes: () => number): Generator<string> {
    yield TRACKING_HEAD;
    for (let time = FIRST_TIME; ; time += STEP) {
      while (this.#open.length < MESSAGES_AT_A_TIME && bytes() < this.#options.bytes) {
        this.#open.push(this.#message());
      }
      const index = Math.floor(this.#random.next() * this.#open.length);
      const message = this.#open[index];
      if (message === undefined) {
        return;
      }
      yield trackingLine({
        'date-time': `${writtenMilliseconds(time)}Z`,
        ...message.shared,
        ...message.events[message.next++],
      });
      if (message.next === message.events.length) {
        this.#open[index] = this.#open.at(-1) as OpenMessage;
        this.#open.pop();
      }
    }
  }

  #message(): OpenMessage {
    const random = this.#random;
    const { messages = Number.POSITIVE_INFINITY } = this.#options;
    const number = this.messages < messages ? this.messages++ : random.integer(0, messages - 1);
    const own = new Random(number);
    const kind = own.weighted(KINDS);
    const host = pickHost(HOSTS, own);
    const [sender, recipient] = [host.domain, 'contoso.example'].map(
      (domain) => `user${own.integer(1, 5000)}@${domain}`,
    );
    const isIn = kind === 'inbound';
    return {
      events: eventsOf(kind, host, random),
      shared: sharedBy(number, own, isIn ? sender : recipient, isIn),
      next: 0,
    };
  }
}

function sharedBy(number: number, own: Random, sender = '', isIn = false): TrackingRow {
  return {
    'internal-message-id': String(70_000_000_000 + number),
    'message-id': `<${own.hex(8).toUpperCase()}@mail.example>`,
    'network-message-id': own.guid(),
    'recipient-address': `user${own.integer(1, 5000)}@contoso.example`,
    'total-bytes': String(own.integer(2100, 900_000)),
    'recipient-count': '1',
    'message-subject': own.pick([
      'Invoice 4711',
      'Re: offer, once more',
      'AW: "quoted" words',
      'Überweisung',
      'Scan from MFP',
    ]),
    'sender-address': sender,
    'return-path': sender,
    directionality: isIn ? 'Incoming' : 'Originating',
    'transport-traffic-type': 'Email',
    'log-id': own.guid(),
    'schema-version': '15.01.2507.039',
  };
}

function eventsOf(kind: 'inbound' | 'outbound' | 'internal', host: RemoteHost, random: Random): TrackingRow[] {
  const agents: TrackingRow = {
    ...SERVER,
    source: 'AGENT',
    'event-id': 'AGENTINFO',
    'custom-data': `S:AMA=SUM|v=0|action=|error=|atch=0;S:TRA=ETR|ruleId=${random.hex(8)}|st=2026-01-07;S:CompCost=|AMA=0|ETR=0;S:DeliveryPriority=Normal;S:AccountForest=contoso.example`,
  };
  const inside: TrackingRow = {
    'client-ip': '10.0.0.1',
    'client-hostname': 'MBX01',
    'server-ip': '10.0.0.1',
    'server-hostname': 'MBX01.contoso.example',
    'source-context': ';250 2.0.0 OK;ClientSubmitTime:2026-03-01T00:00:00.000Z',
    'connector-id': 'Intra-Organization SMTP Send Connector',
    source: 'SMTP',
    'event-id': 'SEND',
    'recipient-status': '250 2.1.5 Recipient OK',
    'message-info': LATENCY,
    'custom-data': 'S:E2ELatency=1.928;S:MsgRecipCount=1;S:IncludeInSla=True;S:IsSmtpResponseFromExternalServer=False',
  };
  const first = kind === 'inbound' ? received(host, random) : submitted();
  return [first, agents, kind === 'outbound' ? sent(host, random) : inside];
}

function received({ address, name }: RemoteHost, random: Random): TrackingRow {
  return {
    'client-ip': '10.0.0.1',
    'client-hostname': 'MBX01.contoso.example',
    ...SERVER,
    'source-context': `08DE${random.hex(3).toUpperCase()};2026-03-01T00:00:00.544Z;0`,
    'connector-id': 'MBX01\\Default MBX01',
    source: 'SMTP',
    'event-id': 'RECEIVE',
    'message-info': '0cA: ',
    'original-client-ip': address,
    'original-server-ip': '10.0.0.1',
    'custom-data': `S:ProxyHop1=MBX01.contoso.example(10.0.0.1);S:MessageValue=MediumHigh;S:Replication=MBX02;S:FirstForestHop=MBX01.contoso.example;S:FromEntity=Internet;S:ProxiedClientIPAddress=${address};S:ProxiedClientHostname=${name};S:DeliveryPriority=Normal;S:AccountForest=contoso.example`,
  };
}

function submitted(): TrackingRow {
  return {
    'client-ip': 'fe80::1:2:3%3',
    'client-hostname': 'MBX01.contoso.example',
    ...SERVER,
    'source-context': MAILBOX,
    source: 'STOREDRIVER',
    'event-id': 'RECEIVE',
    'message-info': '04I: ',
    'custom-data':
      'S:MailboxDatabaseGuid=7d7d2f3c-52f6-4f37-8a5e-4a7d5d6f0c11;S:ItemEntryId=00-00;S:DeliveryPriority=Normal',
  };
}

function sent({ address, name }: RemoteHost, random: Random): TrackingRow {
  return {
    'client-ip': '10.0.0.1',
    'client-hostname': 'MBX01',
    'server-ip': address,
    'server-hostname': name,
    'source-context': `;250 2.6.0 <${random.hex(8)}@mail.example> [InternalId=5450313518243, Hostname=${name}] 141301 bytes in 0.101, 1361.827 KB/sec Queued mail for delivery;ClientSubmitTime:`,
    'connector-id': random.weighted(SEND_CONNECTORS),
    source: 'SMTP',
    'event-id': 'SENDEXTERNAL',
    'recipient-status': '250 2.1.5 Recipient OK',
    'message-info': LATENCY,
    'custom-data':
      'S:E2ELatency=14.513;S:ExternalSendLatency=0.402;S:ToEntity=Internet;S:FromEntity=Hosted;S:MsgRecipCount=1;S:IncludeInSla=True;S:Microsoft.Exchange.Transport.MailRecipient.RequiredTlsAuthLevel=Opportunistic;S:Microsoft.Exchange.Transport.MailRecipient.EffectiveTlsAuthLevel=EncryptionOnly;S:IsSmtpResponseFromExternalServer=True;S:DeliveryPriority=Normal;S:AccountForest=contoso.example',
  };
}
