import type { Route } from '../../facts/facts';
import { type ConnectorRef, type Direction, UNTOLD_CONNECTOR } from '../../model/connector';
import { Tls } from '../../model/tls';
import { ColumnPlan, type Slot } from '../../reading/columnPlan';
import type { RecordCursor } from '../../reading/recordCursor';
import { filledColumn, filledName } from '../filledColumn';
import type { FormatContext } from '../format';
import { MessageIdentity } from '../messageIdentity';
import { RouteTable } from '../routeTable';
import { senderDomain } from '../senderDomain';
import { TimeColumn } from '../timeColumn';
import { TrackedHops } from './trackedHops';
import { type TrackingColumns, trackingColumns } from './trackingColumns';

/** More numbers of names than one half of a combined number holds are never given to so few different connectors. */
const HALF = 0x4000000;

/** The rows of a tracking log whose columns are known. */
export class TrackingRows {
  readonly #context: FormatContext;
  readonly #at: TrackingColumns;
  /** Columns of which the first one that is not empty tells the remote host, or the sender. */
  readonly #hosts: Readonly<Record<Direction, readonly number[]>>;
  readonly #senders: readonly number[];
  readonly #time: TimeColumn;
  readonly #identity: MessageIdentity;
  readonly #connector: Slot;
  readonly #hops: TrackedHops;
  readonly #routes = new RouteTable();
  /** By the connector's number and what else tells the route. */
  readonly #recent = { inbound: new Map<number, Route>(), outbound: new Map<number, Route>() };
  #lastDay = Number.NaN;

  /** `plan`: one that other rows make wishes to as well, where it is open which ones the file has. */
  constructor(
    context: FormatContext,
    titles: readonly string[],
    readonly plan = new ColumnPlan(),
  ) {
    this.#context = context;
    this.#at = trackingColumns(titles);
    const { clientIp, clientName, serverIp, serverName, originalClientIp, sender, returnPath } = this.#at;
    this.#hosts = { inbound: [originalClientIp, clientIp, clientName], outbound: [serverName, serverIp] };
    this.#senders = [sender, returnPath];
    this.#time = new TimeColumn(context, plan, this.#at.time, this.#at.isLocalTime);
    this.#identity = new MessageIdentity(plan, this.#at.networkMessageId, this.#at.messageId);
    this.#connector = plan.name(this.#at.connector);
    this.#hops = new TrackedHops(plan, this.#at, this.#connector);
  }

  /** Reads a row that has all fields. */
  read(record: RecordCursor): void {
    const { account, trackedDays } = this.#context.facts;
    if (!this.#time.read(record)) {
      return;
    }
    if (!this.#identity.read(record)) {
      this.#nameless(record);
      return;
    }
    if (this.#time.day !== this.#lastDay) {
      this.#lastDay = this.#time.day;
      trackedDays.add(this.#lastDay);
    }
    const hop = this.#hops.of(record);
    if (hop === 'inside') {
      const { high, low } = this.#identity;
      this.#context.facts.passing(high, low, this.#hops.seen(record), record.line, this.#time.day);
    } else if (hop === 'untold') {
      account.leaveOut('directionNotTold');
    } else {
      account.used++;
      this.#cross(record, hop);
    }
  }

  /** Events that are about no message yet (NOTIFYMAPI) name none. */
  #nameless(record: RecordCursor): void {
    const { account } = this.#context.facts;
    if (this.#hops.isTransfer(record)) {
      account.reject(record.line, 'noMessageId');
    } else {
      account.leaveOut('otherEvent');
    }
  }

  #cross(record: RecordCursor, direction: Direction): void {
    this.#context.facts.crossing(
      this.#identity.high,
      this.#identity.low,
      this.#routeOf(record, direction),
      Tls.unknown,
      filledName(record, this.#hosts[direction]),
      senderDomain(record, filledColumn(record, this.#senders)),
      -1,
      record.line,
      this.#time.day,
      this.#time.millisecond,
    );
  }

  #routeOf(record: RecordCursor, direction: Direction): Route {
    const connector = record.name(this.#connector);
    const frontEnd = direction === 'inbound' ? this.#hops.frontEnd(record) + 2 : 0;
    const recent = this.#recent[direction];
    const key = connector * HALF + frontEnd;
    let route = recent.get(key);
    if (route === undefined) {
      const name = record.names.text(connector);
      const ref: ConnectorRef = name === '' ? UNTOLD_CONNECTOR : { kind: 'named', name, type: 'Unknown' };
      const trackedBy = direction === 'inbound' ? this.#hops.borderServer(record) : name.toLowerCase();
      route = this.#routes.of(direction, ref, trackedBy);
      // Without a connector's name the server is told by another column.
      if (name !== '' || direction === 'outbound') {
        recent.set(key, route);
      }
    }
    return route;
  }
}
