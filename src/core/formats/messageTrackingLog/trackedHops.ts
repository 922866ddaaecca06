import type { Direction } from '../../model/connector';
import type { ColumnPlan, Slot } from '../../reading/columnPlan';
import { NO_ITEM, type RecordCursor } from '../../reading/recordCursor';
import { type Entity, entityOf } from '../customDataFacts';
import { isImplicitConnector } from '../implicitConnectors';
import { TraceEvents } from '../traceEvents';
import { TrackedHosts } from './trackedHosts';
import type { TrackingColumns } from './trackingColumns';

const KEYS = ['fromentity', 'toentity', 'firstforesthop', 'proxyhop1', 'issmtpresponsefromexternalserver'] as const;
const [FROM, TO, FIRST_HOP, PROXY, IS_EXTERNAL] = [0, 1, 2, 3, 4] as const;

/** Over the border; `inside`: no such hop; `untold`: the row does not tell whether it is one. */
export type TrackedHop = Direction | 'inside' | 'untold';

/** Tells which rows of a tracking log are hops over the border (docs/counting.md). */
export class TrackedHops {
  readonly #events: TraceEvents;
  readonly #hosts: TrackedHosts;
  readonly #connector: Slot;
  /** Undefined where the log has no custom-data. */
  readonly #items: Slot | undefined;
  /** A client with another one behind it is an Exchange server, unless it may be a FrontEnd that no column would tell. */
  readonly #tellsRelays: boolean;
  readonly #entities = new Map<number, Entity>();
  readonly #insideConnectors = new Map<number, boolean>();

  /** `connector`: the slot of connector-id. */
  constructor(plan: ColumnPlan, columns: TrackingColumns, connector: Slot) {
    this.#events = new TraceEvents(plan, columns.source, columns.event, columns.directionality);
    this.#hosts = new TrackedHosts(columns);
    this.#connector = connector;
    this.#items = columns.customData < 0 ? undefined : plan.items(columns.customData, KEYS);
    this.#tellsRelays = columns.customData >= 0 || columns.networkMessageId < 0;
  }

  /** True where the row must name a message: it says that one was received or sent. */
  isTransfer(record: RecordCursor): boolean {
    const event = this.#events.of(record);
    return event !== 'hop' && event !== 'other';
  }

  of(record: RecordCursor): TrackedHop {
    switch (this.#events.of(record)) {
      case 'receive':
        return this.#received(record);
      case 'sendExternal':
        return this.#staysInside(record) ? 'inside' : 'outbound';
      case 'send':
        return this.#staysInside(record) || this.#isAnsweredInside(record) ? 'inside' : 'outbound';
      default:
        return 'inside';
    }
  }

  /** What a row that is no hop over the border tells of the message's way: bits of `Seen`. */
  seen(record: RecordCursor): number {
    return this.#events.seen(record, this.#entity(record, FROM), this.#entity(record, TO) === 'outside');
  }

  /** The server whose protocol logs tell the same mail, of a row that came from outside: FrontEnd's where it was a proxy. */
  borderServer(record: RecordCursor): string {
    const frontEnd = this.frontEnd(record);
    return (
      (frontEnd < 0 ? '' : this.#hosts.labelOf(record, frontEnd)) ||
      this.#hosts.server(record, record.name(this.#connector))
    );
  }

  /** The number of the FrontEnd proxy's name, less than 0 for none: with the connector's, it tells the border server. */
  frontEnd(record: RecordCursor): number {
    const proxy = this.#item(record, PROXY);
    if (proxy >= 0 || this.#tellsRelays) {
      return proxy;
    }
    const server = this.#hosts.server(record, record.name(this.#connector));
    return this.#hosts.isRelaying(record, server) ? this.#hosts.client(record) : NO_ITEM;
  }

  #received(record: RecordCursor): TrackedHop {
    const directionality = this.#events.directionality(record);
    const from = this.#entity(record, FROM);
    if (directionality === 'originating' || from === 'hosted' || this.#isFromInside(record)) {
      return 'inside';
    }
    return directionality === 'incoming' || from === 'outside' ? 'inbound' : 'untold';
  }

  /** From this server or another Exchange server. FrontEnd hands on what a client outside sent it. */
  #isFromInside(record: RecordCursor): boolean {
    const server = this.#hosts.server(record, record.name(this.#connector));
    const first = this.#label(record, FIRST_HOP);
    const proxy = this.#label(record, PROXY);
    if (first !== '' && first !== server && first !== proxy) {
      return server !== '' || proxy !== '';
    }
    if (proxy !== '') {
      return false;
    }
    const isRelayed = first === '' && this.#tellsRelays && this.#hosts.isRelaying(record, server);
    return isRelayed || this.#hosts.isOwn(record, server);
  }

  #staysInside(record: RecordCursor): boolean {
    const connector = record.name(this.#connector);
    let isInside = this.#insideConnectors.get(connector);
    if (isInside === undefined) {
      isInside = isImplicitConnector(record.names.text(connector));
      this.#insideConnectors.set(connector, isInside);
    }
    return isInside;
  }

  /** A send that no connector is told of, or that Exchange knows an inside server to have answered. */
  #isAnsweredInside(record: RecordCursor): boolean {
    const answered = this.#item(record, IS_EXTERNAL);
    return (
      record.names.text(record.name(this.#connector)) === '' ||
      (answered !== NO_ITEM && /^false$/i.test(record.names.text(answered)))
    );
  }

  #entity(record: RecordCursor, key: number): Entity {
    const item = this.#item(record, key);
    if (item === NO_ITEM) {
      return 'other';
    }
    let entity = this.#entities.get(item);
    if (entity === undefined) {
      entity = entityOf(record.names.text(item));
      this.#entities.set(item, entity);
    }
    return entity;
  }

  #label(record: RecordCursor, key: number): string {
    const item = this.#item(record, key);
    return item === NO_ITEM ? '' : this.#hosts.labelOf(record, item);
  }

  #item(record: RecordCursor, key: number): number {
    return this.#items === undefined ? NO_ITEM : record.item(this.#items, key);
  }
}
