import type { ConnectorType, Direction } from '../../src/core/model/connector';
import type { TlsState } from '../../src/core/model/tls';
import { Random } from './random';
import type { Totals } from './totals';
import { customData, TRACE_HEADER, type TraceRow, traceLine } from './traceRow';

/** A remote host with what it negotiates. */
export interface TraceHost {
  readonly ip: string;
  readonly name: string;
  readonly weight: number;
  /** The states of its sessions, by weight. */
  readonly tls: readonly (readonly [TlsState, number])[];
  readonly domains: readonly string[];
}

/** Mail over one connector (name null: without one). */
export interface TraceRoute {
  readonly direction: Direction;
  readonly name: string | null;
  readonly type: ConnectorType;
  readonly weight: number;
  readonly hosts: readonly TraceHost[];
}

export interface TraceOptions {
  readonly seed: number;
  readonly messages: number;
  /** UTC midnight of the first day, milliseconds since 1970. */
  readonly start: number;
  readonly days: number;
  readonly routes: readonly TraceRoute[];
  readonly subjects: readonly string[];
  /** Parts of the messages: with a second hop row that tells less, with rows of other events, internal, without their hop. */
  readonly repeated: number;
  readonly otherEvents: number;
  readonly internal: number;
  readonly hopless: number;
  /** How many rows may stand before an earlier one. */
  readonly disorder: number;
}

const DAY = 86_400_000;
const OWN_DOMAIN = 'contoso.example';
const OWN_PEOPLE = ['ada', 'bruno', 'chiara', 'dmitri', 'emre', 'fatima', 'greta', 'helpdesk', 'invoices', 'orders'];
const THEIR_PEOPLE = ['accounts', 'billing', 'j.ortega', 'k.lindqvist', 'logistics', 'm.tanaka', 'news', 'no-reply'];
const CIPHERS = ['CALG_AES_256', 'CALG_AES_128'];
const CONSTANTS: Partial<Record<TlsState, string>> = {
  'ssl3.0': 'SP_PROT_SSL3_SERVER',
  'tls1.0': 'SP_PROT_TLS1_0_SERVER',
  'tls1.1': 'SP_PROT_TLS1_1_SERVER',
  'tls1.2': 'SP_PROT_TLS1_2_SERVER',
  'tls1.3': 'SP_PROT_TLS1_3_SERVER',
};

/** Writes an Extended message trace, line by line, and adds to `totals` what it says. */
export function* extendedTrace(options: TraceOptions, totals: Totals): Generator<string> {
  const writer = new TraceWriter(options, totals);
  yield TRACE_HEADER;
  const waiting: string[] = [];
  for (let message = 0; message < options.messages; message++) {
    waiting.push(...writer.message().map(traceLine));
    while (waiting.length > options.disorder) {
      yield takeOne(waiting, writer.random);
    }
  }
  while (waiting.length > 0) {
    yield takeOne(waiting, writer.random);
  }
}

function takeOne(lines: string[], random: Random): string {
  const index = random.integer(0, lines.length - 1);
  const line = lines[index] as string;
  lines[index] = lines.at(-1) as string;
  lines.pop();
  return line;
}

class TraceWriter {
  readonly random: Random;
  readonly #routes: readonly (readonly [TraceRoute, number])[];
  readonly #hosts: ReadonlyMap<TraceRoute, readonly (readonly [TraceHost, number])[]>;

  constructor(
    readonly options: TraceOptions,
    readonly totals: Totals,
  ) {
    this.random = new Random(options.seed);
    this.#routes = options.routes.map((route) => [route, route.weight]);
    this.#hosts = new Map(options.routes.map((route) => [route, route.hosts.map((host) => [host, host.weight])]));
  }

  message(): TraceRow[] {
    const { random, options } = this;
    const kind = random.next();
    const rows =
      kind < options.internal
        ? this.#internal()
        : kind < options.internal + options.hopless
          ? this.#hopless()
          : this.#crossing();
    this.totals.records += rows.length;
    return rows;
  }

  #crossing(): TraceRow[] {
    const { random, options, totals } = this;
    const route = random.weighted(this.#routes);
    const host = random.weighted(this.#hosts.get(route) ?? []);
    const tls = random.weighted(host.tls);
    const time = this.#time();
    const common = this.#common(route, host);
    const hop = route.direction === 'inbound' ? inboundHop(route, host, tls, random) : outboundHop(route, host, tls);
    const rows: TraceRow[] = [{ ...common, ...hop, date_time_utc: written(time) }];
    totals.message(route.direction, route.name ?? '(none)', day(time), tls);
    if (random.chance(options.repeated)) {
      const again =
        route.direction === 'inbound'
          ? inboundHop(route, host, 'unknown', random)
          : outboundHop(route, host, 'unknown');
      rows.push({ ...common, ...again, date_time_utc: written(time + random.integer(0, 2 * DAY)) });
    }
    if (random.chance(options.otherEvents)) {
      rows.push(...this.#otherEvents(common, time));
    }
    return rows;
  }

  #otherEvents(common: TraceRow, time: number): TraceRow[] {
    this.totals.leaveOut('otherEvent', 2);
    const later = written(time + this.random.integer(100, 9000));
    return [
      { ...common, date_time_utc: later, source: 'AGENT', event_id: 'AGENTINFO', custom_data: 'S:AMA=SUM|v=0' },
      { ...common, date_time_utc: later, source: 'STOREDRIVER', event_id: 'DELIVER', custom_data: 'S:ToEntity=Hosted' },
    ];
  }

  #internal(): TraceRow[] {
    this.totals.internal++;
    return [this.#mailbox('Originating', 'S:FromEntity=Hosted;S:ToEntity=Hosted')];
  }

  #hopless(): TraceRow[] {
    this.totals.leaveOut('noBorderHop', 1);
    return [this.#mailbox('Incoming', 'S:FromEntity=Internet;S:ToEntity=Hosted')];
  }

  #mailbox(directionality: string, items: string): TraceRow {
    const { random } = this;
    return {
      ...this.#ids(),
      date_time_utc: written(this.#time()),
      server_hostname: `mbx${random.integer(1, 4)}.${OWN_DOMAIN}`,
      source: 'STOREDRIVER',
      event_id: 'DELIVER',
      recipient_address: `${random.pick(OWN_PEOPLE)}@${OWN_DOMAIN}`,
      sender_address: `${random.pick(OWN_PEOPLE)}@${OWN_DOMAIN}`,
      directionality,
      custom_data: items,
    };
  }

  #common(route: TraceRoute, host: TraceHost): TraceRow {
    const { random } = this;
    const own = `${random.pick(OWN_PEOPLE)}@${OWN_DOMAIN}`;
    const other = `${random.pick(THEIR_PEOPLE)}@${random.pick(host.domains)}`;
    const inbound = route.direction === 'inbound';
    return {
      ...this.#ids(),
      recipient_address: inbound ? own : other,
      total_bytes: String(random.integer(2100, 380_000)),
      recipient_count: '1',
      sender_address: inbound ? other : own,
      directionality: inbound ? 'Incoming' : 'Originating',
    };
  }

  #ids(): TraceRow {
    const { random } = this;
    return {
      message_id: `<${random.hex(3)}@mail.example>`,
      network_message_id: random.guid(),
      message_subject: random.pick(this.options.subjects),
    };
  }

  /** Working hours see more mail. */
  #time(): number {
    const { random, options } = this;
    const hour = random.chance(0.8) ? random.integer(7, 18) : random.integer(0, 23);
    return options.start + random.integer(0, options.days - 1) * DAY + hour * 3_600_000 + random.integer(0, 3_599_999);
  }
}

function inboundHop(route: TraceRoute, host: TraceHost, tls: TlsState, random: Random): TraceRow {
  const items: [string, string][] = [['FromEntity', route.type === 'OnPremises' ? 'HybridOnPrem' : 'Internet']];
  if (route.name !== null) {
    items.push(['InboundConnectorData', `Name=${route.name};ConnectorType=${route.type}`]);
  }
  const constant = CONSTANTS[tls];
  if (constant !== undefined) {
    items.push(['tlsversion', constant], ['tlscipher', tls === 'tls1.0' ? 'CALG_3DES' : random.pick(CIPHERS)]);
  }
  return {
    client_ip: host.ip,
    client_hostname: host.name,
    server_hostname: `mx1.${OWN_DOMAIN}`,
    connector_id: route.name ?? 'MX1\\Default MX1',
    source: 'SMTP',
    event_id: 'RECEIVE',
    original_client_ip: host.ip,
    custom_data: customData(items),
  };
}

/** The version of an outbound session stands in a text, if anywhere. */
function outboundHop(route: TraceRoute, host: TraceHost, tls: TlsState): TraceRow {
  const told = tls === 'unknown' ? '' : ` using ${tls.toUpperCase()}`;
  const items: [string, string][] = [['ToEntity', 'Internet']];
  if (route.name !== null) {
    const type = route.type === 'Unknown' ? '' : `;ConnectorType=${route.type}`;
    items.push([
      'Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData',
      `Name=${route.name}${type};Validated=1`,
    ]);
  }
  return {
    server_ip: host.ip,
    server_hostname: host.name,
    source_context: `250 2.0.0 Ok: queued${told}`,
    connector_id: route.name ?? 'To_DefaultOpportunisticTLS',
    source: 'SMTP',
    event_id: 'SENDEXTERNAL',
    custom_data: customData(items),
  };
}

/** ISO with seven decimals, as the export writes times. */
function written(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z');
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
