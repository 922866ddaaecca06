import { type Route, Seen } from '../../facts/facts';
import type { Direction } from '../../model/connector';
import { Tls } from '../../model/tls';
import { ColumnPlan } from '../../reading/columnPlan';
import type { Columns } from '../../reading/columns';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FormatContext } from '../format';
import { MessageIdentity } from '../messageIdentity';
import { onlineConnector, RouteTable } from '../routeTable';
import { NOBODY, senderDomain } from '../senderDomain';
import type { TableRows } from '../tableFormat';
import { TimeColumn } from '../timeColumn';
import { WordColumn } from '../wordColumn';
import { DetailData } from './detailData';
import { type DetailEvent, detailEventOf } from './detailEvents';
import { HeldReceipts, type Receipt } from './heldReceipts';

/** Longer data is cut: no event has as much. */
const LONGEST_DATA = 1 << 18;

/** The rows of a trace detail below a header. */
export class DetailRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #time: TimeColumn;
  readonly #identity: MessageIdentity;
  readonly #events: WordColumn<DetailEvent>;
  readonly #detail: number;
  readonly #data: number;
  readonly #sender: number;
  readonly #routes: RouteTable;
  readonly #held: HeldReceipts;

  /** `before`: the rows below the header before, whose messages may go on. */
  constructor(context: FormatContext, columns: Columns, before?: DetailRows) {
    this.#context = context;
    this.#time = new TimeColumn(context, this.plan, columns.find('Date', 'dateTime'));
    // Graph calls the trace's id just id.
    const trace = columns.find('MessageTraceId', 'id');
    this.#identity = new MessageIdentity(this.plan, trace, columns.find('MessageId'));
    this.#events = new WordColumn(this.plan, columns.find('Event'), detailEventOf);
    this.#detail = columns.find('Detail', 'description');
    this.#data = columns.find('Data');
    this.#sender = columns.find('SenderAddress');
    this.#routes = before === undefined ? new RouteTable() : before.#routes;
    this.#held = before === undefined ? new HeldReceipts() : before.#held;
  }

  read(record: RecordCursor): void {
    if (!this.#time.read(record)) {
      return;
    }
    if (!this.#identity.read(record)) {
      this.#context.facts.account.reject(record.line, 'noMessageId');
      return;
    }
    const data = new DetailData(record.cell(this.#data).slice(0, LONGEST_DATA), record.cell(this.#detail));
    this.#row(record, this.#events.of(record), data);
  }

  end(): void {
    this.#held.settle(this.#context.facts);
  }

  #row(record: RecordCursor, event: DetailEvent, data: DetailData): void {
    const { high, low } = this.#identity;
    const isReceipt = event === 'receive' || (event === 'unknown' && data.isReceipt);
    if (event === 'sendExternal' || ((event === 'send' || event === 'unknown') && data.isSentOutside)) {
      this.#cross(record, 'outbound', data);
    } else if (isReceipt && data.isFromOutside) {
      this.#held.cameIn(high, low);
      this.#cross(record, 'inbound', data);
    } else if (isReceipt && data.from !== 'hosted') {
      this.#held.hold(high, low, this.#receipt(record, 'inbound', data));
    } else {
      if (event === 'submit') {
        this.#held.submitted(high, low);
      }
      this.#context.facts.passing(high, low, seenOn(event, data), record.line, this.#time.day);
    }
  }

  #cross(record: RecordCursor, direction: Direction, data: DetailData): void {
    const { facts } = this.#context;
    const { high, low } = this.#identity;
    const { route, tls, host, sender, cipher, line, day, millisecond } = this.#receipt(record, direction, data);
    facts.account.used++;
    facts.crossing(high, low, route, tls, host, sender, cipher, line, day, millisecond);
  }

  #receipt(record: RecordCursor, direction: Direction, data: DetailData): Receipt {
    const isInbound = direction === 'inbound';
    const { day, millisecond } = this.#time;
    const told = isInbound ? data.inboundTls : data.outboundTls;
    const isMissing = isInbound && told === Tls.unknown && this.#context.options.missingTlsMeansNone;
    return {
      route: this.#routeOf(direction, data),
      tls: isMissing ? Tls.none : told,
      host: nameOf(record, isInbound ? data.client : data.target),
      sender: this.#senderOf(record, data),
      cipher: nameOf(record, isInbound ? data.inboundCipher : data.outboundCipher),
      line: record.line,
      day,
      millisecond,
    };
  }

  #routeOf(direction: Direction, data: DetailData): Route {
    const told = direction === 'inbound' ? data.inboundConnector : data.outboundConnector;
    if (told !== undefined && told.name !== '') {
      return this.#routes.of(direction, { kind: 'named', ...told });
    }
    const connector = onlineConnector(data.connectorId);
    const isTyped = told !== undefined && connector.kind === 'named';
    return this.#routes.of(direction, isTyped ? { ...connector, type: told.type } : connector);
  }

  #senderOf(record: RecordCursor, data: DetailData): number {
    if (record.hasText(this.#sender)) {
      return senderDomain(record, this.#sender);
    }
    const path = data.returnPath;
    return path === NOBODY ? -1 : nameOf(record, path.slice(path.lastIndexOf('@') + 1).toLowerCase());
  }
}

/** What a row that is no hop over the border tells of the message's way. */
function seenOn(event: DetailEvent, data: DetailData): number {
  if (data.from === 'outside' || data.to === 'outside' || data.inboundConnector !== undefined) {
    return Seen.crossing;
  }
  return event === 'submit' || data.from === 'hosted' ? Seen.internalHop : 0;
}

function nameOf(record: RecordCursor, text: string): number {
  return text === '' ? -1 : record.names.of(text);
}
