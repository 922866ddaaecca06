import { messageKey } from '../aggregate/messageKey';
import { Seen } from '../aggregate/messageLedger';
import {
  type ConnectorRef,
  type ConnectorType,
  type Direction,
  NO_CONNECTOR,
  UNTOLD_CONNECTOR,
} from '../model/connector';
import { dayOf, formatDay } from '../model/day';
import type { MessageKey } from '../model/messageFlow';
import { parseTlsVersion, Tls } from '../model/tls';
import { Columns, cellsOf } from '../reading/columns';
import { parseIsoTime } from '../reading/isoTime';
import type { RecordCursor } from '../reading/recordReader';
import { CustomDataFacts } from './customDataFacts';
import type { Format, FormatContext, FormatReader } from './format';
import { isMarker } from './marker';
import { PassingRows } from './passingRows';

/**
 * Extended message trace of Exchange Online (`MTDetail_*.csv`, docs/formats.md): a row per event, unsorted, the same
 * message in many rows. Tells TLS version and cipher of inbound SMTP sessions, connector and type; outbound TLS only
 * where a text mentions it.
 */
export const extendedTrace: Format = {
  id: 'extended-message-trace',
  recognizes: ({ columns }) => columns.has('date_time_utc') && columns.has('custom_data') && columns.has('event_id'),
  open: (context) => new ExtendedTraceReader(context),
};

/** The connectors that Exchange Online names when no customer connector was used (docs/formats.md). */
const DEFAULT_RECEIVE = /^(.+)\\Default \1$/i;
const OPPORTUNISTIC_SEND = /^To_DefaultOpportunisticTLS$/i;
/** `S:FromEntity` of mail that came from outside. */
const OUTSIDE = new Set(['internet', 'hybridonprem', 'partner']);
const MENTIONED_TLS = /TLS\s?1[._][0-3]/i;

const COLUMNS = {
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

type ColumnName = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as ColumnName[];

class ExtendedTraceReader implements FormatReader {
  readonly #context: FormatContext;
  readonly #passing: PassingRows;
  #width = 0;
  #positions: Record<ColumnName, number> | undefined;
  readonly #facts = new CustomDataFacts();

  constructor(context: FormatContext) {
    this.#context = context;
    this.#passing = new PassingRows(context);
  }

  record(record: RecordCursor): boolean {
    if (this.#positions === undefined) {
      this.#readHeader(record);
      return false;
    }
    this.#readRow(record, this.#positions);
    return true;
  }

  end(): Iterable<void> {
    return this.#passing.end();
  }

  #readRow(record: RecordCursor, positions: Record<ColumnName, number>): void {
    const { account, options } = this.#context;
    if (!account.hasAllFields(record, this.#width)) {
      return;
    }
    const cell = (name: ColumnName): string => record.cell(positions[name]);
    const time = parseIsoTime(cell('time'));
    if (time === undefined) {
      account.reject(record.line, 'badTime', cell('time').slice(0, 60));
      return;
    }
    if (dayOf(time) > options.today) {
      account.reject(record.line, 'futureDay', formatDay(dayOf(time)));
      return;
    }
    const key = keyOf(cell('networkMessageId'), cell('messageId'));
    if (key === undefined) {
      account.reject(record.line, 'noMessageId');
      return;
    }
    this.#facts.read(cell('customData'));
    this.#count(record, cell, time, key);
  }

  #readHeader(record: RecordCursor): void {
    if (isMarker(record)) {
      return;
    }
    const columns = new Columns(cellsOf(record));
    this.#width = record.length;
    this.#positions = Object.fromEntries(NAMES.map((name) => [name, columns.find(COLUMNS[name])])) as Record<
      ColumnName,
      number
    >;
    for (const name of ['source', 'directionality', 'connector', 'networkMessageId'] as const) {
      if (this.#positions[name] < 0) {
        this.#context.account.problem(record.line, 'missingColumn', COLUMNS[name]);
      }
    }
  }

  #count(record: RecordCursor, cell: (name: ColumnName) => string, time: number, key: MessageKey): void {
    const { account, flow } = this.#context;
    const event = `${cell('source')} ${cell('event')}`.toUpperCase();
    const direction = this.#borderHop(event, cell('directionality'));
    if (direction === undefined) {
      this.#passing.add(key, this.#seenOn(event, cell('directionality')));
      return;
    }
    account.used++;
    this.#passing.crossed(key);
    const inbound = direction === 'inbound';
    const facts = this.#facts;
    flow.add({
      key,
      direction,
      connector: this.#connector(direction, cell('connector')),
      tls: inbound ? this.#inboundTls() : this.#outboundTls(cell),
      time,
      host: inbound
        ? cell('originalClientIp') || cell('clientIp') || cell('clientName')
        : facts.proxyTarget || cell('serverName') || cell('serverIp'),
      sender: domainOf(cell('sender') || cell('returnPath')),
      cipher: facts.cipher,
      proof: { file: account.index, line: record.line },
      hubServer: null,
    });
  }

  /** Direction by docs/counting.md; undefined where the row is no hop over the border. */
  #borderHop(event: string, directionality: string): Direction | undefined {
    if (event === 'SMTP SENDEXTERNAL') {
      return 'outbound';
    }
    if (event !== 'SMTP RECEIVE') {
      return undefined;
    }
    const { inboundConnector, fromEntity } = this.#facts;
    if (inboundConnector !== undefined || OUTSIDE.has(fromEntity)) {
      return 'inbound';
    }
    return fromEntity !== 'hosted' && isIncoming(directionality) ? 'inbound' : undefined;
  }

  /** What a row that is no hop over the border tells of the message's way. */
  #seenOn(event: string, directionality: string): number {
    const { fromEntity, toEntity, inboundConnector } = this.#facts;
    if (inboundConnector !== undefined || OUTSIDE.has(fromEntity) || OUTSIDE.has(toEntity)) {
      return Seen.crossing;
    }
    if (isIncoming(directionality) && fromEntity !== 'hosted') {
      return Seen.crossing;
    }
    return /^(SMTP|STOREDRIVER) /.test(event) && (fromEntity === 'hosted' || isOriginating(directionality))
      ? Seen.internalHop
      : 0;
  }

  #connector(direction: Direction, connectorId: string): ConnectorRef {
    const told = direction === 'inbound' ? this.#facts.inboundConnector : this.#facts.outboundConnector;
    const name = told?.get('name') ?? '';
    if (name !== '') {
      return { kind: 'named', name, type: typeOf(told?.get('connectortype') ?? '') };
    }
    if (connectorId === '') {
      return UNTOLD_CONNECTOR;
    }
    return DEFAULT_RECEIVE.test(connectorId) || OPPORTUNISTIC_SEND.test(connectorId)
      ? NO_CONNECTOR
      : { kind: 'named', name: connectorId, type: typeOf(told?.get('connectortype') ?? '') };
  }

  #inboundTls(): Tls {
    const { tlsVersion } = this.#facts;
    if (tlsVersion !== '') {
      return parseTlsVersion(tlsVersion);
    }
    return this.#context.options.missingTlsMeansNone ? Tls.none : Tls.unknown;
  }

  /** No column is known to hold the version of an outbound session; some texts mention it (docs/formats.md). */
  #outboundTls(cell: (name: ColumnName) => string): Tls {
    const { tlsVersion } = this.#facts;
    if (tlsVersion !== '') {
      return parseTlsVersion(tlsVersion);
    }
    for (const name of ['sourceContext', 'recipientStatus', 'messageInfo'] as const) {
      const mentioned = MENTIONED_TLS.exec(cell(name));
      if (mentioned !== null) {
        return parseTlsVersion(mentioned[0]);
      }
    }
    return Tls.unknown;
  }
}

function keyOf(networkMessageId: string, messageId: string): MessageKey | undefined {
  if (networkMessageId !== '') {
    return messageKey(`n:${networkMessageId.toLowerCase().replace(/[{}]/g, '')}`);
  }
  return messageId === '' ? undefined : messageKey(`m:${messageId}`);
}

/** Accepts the words of traces and tracking logs and the numbers of the documentation. */
function isIncoming(directionality: string): boolean {
  return /^(incoming|inbound|1)$/i.test(directionality);
}

function isOriginating(directionality: string): boolean {
  return /^(originating|outbound|2)$/i.test(directionality);
}

function typeOf(text: string): ConnectorType {
  return /^partner$/i.test(text) ? 'Partner' : /^on-?premises$/i.test(text) ? 'OnPremises' : 'Unknown';
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
