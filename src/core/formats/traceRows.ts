import { type Route, Seen } from '../facts/facts';
import { type ConnectorRef, type Direction, NO_CONNECTOR, UNTOLD_CONNECTOR } from '../model/connector';
import { formatDay } from '../model/day';
import { parseTlsVersion, Tls } from '../model/tls';
import { ColumnPlan } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';
import type { RecordCursor } from '../reading/recordCursor';
import { textKey } from '../reading/textKey';
import { CustomDataFacts, type ToldConnector } from './customDataFacts';
import type { FormatContext } from './format';
import { TraceEvents } from './traceEvents';

/** The connectors that Exchange Online names when no customer connector was used (docs/formats.md). */
const DEFAULT_RECEIVE = /^(.+)\\Default \1$/i;
const OPPORTUNISTIC_SEND = /^To_DefaultOpportunisticTLS$/i;
const MENTIONED_TLS = /TLS\s?1[._][0-3]/i;

/** Titles of an Extended trace's columns that are looked at. */
export const TRACE_COLUMNS = {
  time: 'date_time_utc',
  clientIp: 'client_ip',
  clientName: 'client_hostname',
  serverIp: 'server_ip',
  serverName: 'server_hostname',
  sourceContext: 'source_context',
  connector: 'connector_id',
  source: 'source',
  event: 'event_id',
  messageId: 'message_id',
  networkMessageId: 'network_message_id',
  recipientStatus: 'recipient_status',
  sender: 'sender_address',
  returnPath: 'return_path',
  messageInfo: 'message_info',
  directionality: 'directionality',
  originalClientIp: 'original_client_ip',
  customData: 'custom_data',
} as const;

type ColumnName = keyof typeof TRACE_COLUMNS;
const NAMES = Object.keys(TRACE_COLUMNS) as ColumnName[];

/** The rows below an Extended trace's header. */
export class TraceRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #at: Record<ColumnName, number>;
  readonly #width: number;
  readonly #data: CustomDataFacts;
  readonly #events: TraceEvents;
  readonly #time: number;
  readonly #id: number;
  /** By direction, connector's number, and name and type that custom_data tells. */
  readonly #routes = new Map<string, Route>();
  /** By connector as an item of custom_data tells it: each item that is met is one object. */
  readonly #told = { inbound: new Map<ToldConnector, Route>(), outbound: new Map<ToldConnector, Route>() };
  /** By the number of connector_id and the direction. */
  readonly #recent = new Map<number, Route>();

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    this.#width = columns.titles.length;
    this.#at = Object.fromEntries(NAMES.map((name) => [name, columns.find(TRACE_COLUMNS[name])])) as Record<
      ColumnName,
      number
    >;
    this.#time = this.plan.time(this.#at.time);
    this.#id = this.plan.id(this.#at.networkMessageId);
    this.#events = new TraceEvents(this.plan, this.#at.source, this.#at.event, this.#at.directionality);
    this.#data = new CustomDataFacts(this.plan, this.#at.customData);
  }

  read(record: RecordCursor): void {
    const { facts, options } = this.#context;
    if (!facts.account.hasAllFields(record, this.#width)) {
      return;
    }
    const day = record.day(this.#time);
    if (day < 0) {
      facts.account.reject(record.line, 'badTime', record.cell(this.#at.time).slice(0, 60));
      return;
    }
    if (day > options.today) {
      facts.account.reject(record.line, 'futureDay', formatDay(day));
      return;
    }
    let high = record.keyHigh(this.#id);
    let low = record.keyLow(this.#id);
    if ((high | low) === 0) {
      if (!record.hasText(this.#at.messageId)) {
        facts.account.reject(record.line, 'noMessageId');
        return;
      }
      ({ high, low } = textKey(record.cell(this.#at.messageId)));
      // A message id never stands for a network message id.
      high = (high ^ MESSAGE_ID) >>> 0;
    }
    this.#count(record, high, low, day);
  }

  #count(record: RecordCursor, high: number, low: number, day: number): void {
    const { facts } = this.#context;
    const direction = this.#borderHop(record);
    if (direction === undefined) {
      facts.passing(high, low, this.#seenOn(record));
      return;
    }
    facts.account.used++;
    const isInbound = direction === 'inbound';
    facts.crossing(
      high,
      low,
      this.#routeOf(record, direction),
      this.#data.tls(record) ?? (isInbound ? this.#untoldTls : this.#mentionedTls(record)),
      isInbound ? this.#clientOf(record) : this.#serverOf(record),
      this.#senderOf(record),
      this.#data.cipher(record),
      record.line,
      day,
      record.millisecond(this.#time),
    );
  }

  /** Direction by docs/counting.md; undefined where the row is no hop over the border. */
  #borderHop(record: RecordCursor): Direction | undefined {
    const event = this.#events.of(record);
    if (event === 'sendExternal') {
      return 'outbound';
    }
    if (event !== 'receive') {
      return undefined;
    }
    const from = this.#data.from(record);
    if (this.#data.inboundConnector(record) !== undefined || from === 'outside') {
      return 'inbound';
    }
    return from !== 'hosted' && this.#events.directionality(record) === 'incoming' ? 'inbound' : undefined;
  }

  /** What a row that is no hop over the border tells of the message's way. */
  #seenOn(record: RecordCursor): number {
    const from = this.#data.from(record);
    const directionality = this.#events.directionality(record);
    const isOutside =
      from === 'outside' || this.#data.to(record) === 'outside' || this.#data.inboundConnector(record) !== undefined;
    if (isOutside || (directionality === 'incoming' && from !== 'hosted')) {
      return Seen.crossing;
    }
    const isHop = this.#events.of(record) !== 'other';
    return isHop && (from === 'hosted' || directionality === 'originating') ? Seen.internalHop : 0;
  }

  #routeOf(record: RecordCursor, direction: Direction): Route {
    const isInbound = direction === 'inbound';
    const told = isInbound ? this.#data.inboundConnector(record) : this.#data.outboundConnector(record);
    if (told !== undefined && told.name !== '') {
      let route = this.#told[direction].get(told);
      if (route === undefined) {
        route = this.#route(direction, { kind: 'named', ...told });
        this.#told[direction].set(told, route);
      }
      return route;
    }
    const id = record.nameOf(this.#at.connector);
    if (told !== undefined) {
      const connector = connectorOf(record.names.text(id));
      return this.#route(direction, connector.kind === 'named' ? { ...connector, type: told.type } : connector);
    }
    const recent = id * 2 + Number(isInbound);
    let route = this.#recent.get(recent);
    if (route === undefined) {
      route = this.#route(direction, connectorOf(record.names.text(id)));
      this.#recent.set(recent, route);
    }
    return route;
  }

  #route(direction: Direction, connector: ConnectorRef): Route {
    const name = connector.kind === 'named' ? `${connector.type} ${connector.name}` : '';
    const key = `${direction} ${connector.kind} ${name}`;
    let route = this.#routes.get(key);
    if (route === undefined) {
      route = { direction, connector, hubServer: null };
      this.#routes.set(key, route);
    }
    return route;
  }

  get #untoldTls(): Tls {
    return this.#context.options.missingTlsMeansNone ? Tls.none : Tls.unknown;
  }

  /** No column is known to hold the version of an outbound session; some texts mention it (docs/formats.md). */
  #mentionedTls(record: RecordCursor): Tls {
    for (const column of [this.#at.sourceContext, this.#at.recipientStatus, this.#at.messageInfo]) {
      const mentioned = MENTIONED_TLS.exec(record.cell(column));
      if (mentioned !== null) {
        return parseTlsVersion(mentioned[0]);
      }
    }
    return Tls.unknown;
  }

  #clientOf(record: RecordCursor): number {
    return this.#firstOf(record, this.#at.originalClientIp, this.#at.clientIp, this.#at.clientName);
  }

  #serverOf(record: RecordCursor): number {
    const target = this.#data.proxyTarget(record);
    return target >= 0 ? target : this.#firstOf(record, this.#at.serverName, this.#at.serverIp, -1);
  }

  /** The first of three columns that is not empty. */
  #firstOf(record: RecordCursor, first: number, second: number, third: number): number {
    const column = record.hasText(first) ? first : record.hasText(second) ? second : third;
    return record.hasText(column) ? record.nameOf(column) : -1;
  }

  #senderOf(record: RecordCursor): number {
    const column = record.hasText(this.#at.sender) ? this.#at.sender : this.#at.returnPath;
    return record.hasText(column) ? record.names.smallOf(record.domainOf(column, 0, false)) : -1;
  }
}

const MESSAGE_ID = 0x6d696421;

function connectorOf(id: string): ConnectorRef {
  if (id === '') {
    return UNTOLD_CONNECTOR;
  }
  return DEFAULT_RECEIVE.test(id) || OPPORTUNISTIC_SEND.test(id)
    ? NO_CONNECTOR
    : { kind: 'named', name: id, type: 'Unknown' };
}
