import type { Direction } from '../model/connector';
import { CROSSED_NUMBERS } from '../model/passedRow';
import { Tls } from '../model/tls';
import { ColumnPlan, type CrossingNumbers, type CrossingWay } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';
import type { Names } from '../reading/names';
import type { RecordCursor } from '../reading/recordCursor';
import { CustomDataFacts } from './customDataFacts';
import { filledColumn, filledName } from './filledColumn';
import type { FormatContext } from './format';
import { MessageIdentity } from './messageIdentity';
import { senderDomain } from './senderDomain';
import type { TableRows } from './tableFormat';
import { TimeColumn } from './timeColumn';
import { areFirst, borderColumns, positionsIn } from './traceColumns';
import { TraceEvents } from './traceEvents';
import { TraceRoutes } from './traceRoutes';

/** As `CrossingWay.mentioned` tells them, too. */
const MENTIONED_TLS = /TLS\s?1[._]([0-3])/i;

/** TLS 1.0 to 1.3 by the last digit; -1 for none. */
const MENTIONED: readonly Tls[] = [Tls.tls10, Tls.tls11, Tls.tls12, Tls.tls13];
const mentionedTls = (digit: number): Tls => MENTIONED[digit] ?? Tls.unknown;

/** The rows below an Extended trace's header. */
export class TraceRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #at: ReturnType<typeof borderColumns>;
  readonly #data: CustomDataFacts;
  readonly #events: TraceEvents;
  readonly #time: TimeColumn;
  readonly #identity: MessageIdentity;
  readonly #routes = new TraceRoutes();

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    const at = positionsIn(columns);
    this.#at = borderColumns(at);
    this.#time = new TimeColumn(context, this.plan, at.time);
    this.#identity = new MessageIdentity(this.plan, at.networkMessageId, at.messageId);
    this.#events = new TraceEvents(this.plan, at.source, at.event, at.directionality);
    this.#data = new CustomDataFacts(this.plan, at.customData);
    this.plan.noted = {
      format: 'extended-message-trace',
      names: [...this.#events.names, ...this.#data.wayNames],
      key: this.#identity.networkKey,
      messageId: at.messageId,
      time: this.#time.slot,
      today: context.options.today,
      titles: columns.titles,
      crossings: areFirst(this.#at)
        ? undefined
        : { ...this.#at, items: this.#data.crossingItems, numbers: this.#crossingNumbers },
    };
  }

  read(record: RecordCursor): void {
    if (!this.#time.read(record)) {
      return;
    }
    if (!this.#identity.read(record)) {
      this.#context.facts.account.reject(record.line, 'noMessageId');
      return;
    }
    const { high, low } = this.#identity;
    // Which of the two it is, and what is seen, follows from the names that the plan tells.
    const direction = this.#borderHop(record);
    if (direction === undefined) {
      const seen = this.#seenOn(record);
      this.#context.facts.passing(high, low, seen, record.line, this.#time.day);
      record.passes?.(seen);
      return;
    }
    this.#context.facts.account.used++;
    record.crosses?.(direction === 'inbound');
    this.#count(record, direction);
  }

  crossed(rows: Int32Array): void {
    const { facts } = this.#context;
    facts.crossed(rows);
    facts.account.used += rows.length / CROSSED_NUMBERS;
  }

  get #crossingNumbers(): CrossingNumbers {
    const { facts } = this.#context;
    return {
      get nextPosition() {
        return facts.nextPosition;
      },
      takeNames: (names) => facts.takeNames(names),
      meaningOf: (way) => this.#meaningOf(way),
    };
  }

  /** Route and TLS state of rows that are written down as facts have them. */
  #meaningOf({ isInbound, told, connector, version, mentioned, line }: CrossingWay): { route: number; state: Tls } {
    const { facts } = this.#context;
    const { names } = facts;
    const route = this.#routes.of(isInbound, this.#data.connectorOf(told, names), connector, names);
    const untold = isInbound ? this.#untoldTls : mentionedTls(mentioned);
    return { route: facts.route(route, line), state: this.#data.tlsOf(version, names) ?? untold };
  }

  #count(record: RecordCursor, direction: Direction): void {
    const isInbound = direction === 'inbound';
    const { names } = record;
    const { version, told, cipher, proxyName, proxyAddress } = this.#data.crossing(record, isInbound);
    const proxy = isInbound ? -1 : this.#proxyOf(proxyName, proxyAddress, names);
    this.#context.facts.crossing(
      this.#identity.high,
      this.#identity.low,
      this.#routes.of(isInbound, this.#data.connectorOf(told, names), record.nameOf(this.#at.connector), names),
      this.#data.tlsOf(version, names) ?? (isInbound ? this.#untoldTls : this.#mentionedTls(record)),
      proxy >= 0 ? proxy : filledName(record, isInbound ? this.#at.client : this.#at.server),
      senderDomain(record, filledColumn(record, this.#at.sender)),
      this.#data.textOf(cipher, names),
      record.line,
      this.#time.day,
      this.#time.millisecond,
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
    const isOutside = this.#data.to(record) === 'outside' || this.#data.inboundConnector(record) !== undefined;
    return this.#events.seen(record, this.#data.from(record), isOutside);
  }

  get #untoldTls(): Tls {
    return this.#context.options.missingTlsMeansNone ? Tls.none : Tls.unknown;
  }

  /** No column is known to hold the version of an outbound session; some texts mention it (docs/formats.md). */
  #mentionedTls(record: RecordCursor): Tls {
    for (const column of this.#at.mentions) {
      const mentioned = MENTIONED_TLS.exec(record.cell(column));
      if (mentioned !== null) {
        return mentionedTls(Number(mentioned[1]));
      }
    }
    return Tls.unknown;
  }

  /** The proxy's target: its name, else its address; -1 for none. */
  #proxyOf(nameItem: number, addressItem: number, names: Names): number {
    const name = this.#data.textOf(nameItem, names);
    return name >= 0 ? name : this.#data.textOf(addressItem, names);
  }
}
