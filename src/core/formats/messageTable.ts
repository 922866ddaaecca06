import { type Route, Seen } from '../facts/facts';
import { type ConnectorRef, type ConnectorType, type Direction, NO_CONNECTOR } from '../model/connector';
import type { Tls } from '../model/tls';
import { ColumnPlan, type Slot } from '../reading/columnPlan';
import type { RecordCursor } from '../reading/recordCursor';
import { readConnectorType } from './connectorTypeCell';
import { readDirectionCell, type ToldDirection } from './directionCell';
import type { ColumnRole, FormatContext } from './format';
import { MessageRow } from './messageRow';
import { RouteTable } from './routeTable';
import { senderDomain } from './senderDomain';
import type { TableRows } from './tableFormat';
import { readTlsCell } from './tlsCell';
import { ToldZone } from './toldZone';
import { WordColumn } from './wordColumn';

/** A table of messages: what its columns hold. */
export interface MessageTable {
  readonly titles: readonly string[];
  /** Positions by role; -1 where there is no such column. */
  readonly at: Readonly<Record<ColumnRole, number>>;
  /** Of all rows, where no column tells it. */
  readonly direction: Direction | undefined;
  /** True where the remote host is that of inbound mail only: of other mail it is the sender's own. */
  readonly hostIsClient: boolean;
  /** True where times are UTC even if they do not say so. */
  readonly isUtc: boolean;
  /** The connector that a name stands for. */
  connectorOf(name: string): ConnectorRef;
  /** True where a table without a column of ids has a message in each row. */
  readonly mayBeUnnamed: boolean;
}

/** The rows of a table whose columns are known by what they hold: a message in each, which may come again. */
export class MessageTableRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #table: MessageTable;
  readonly #row: MessageRow;
  readonly #zone: ToldZone | undefined;
  readonly #direction: WordColumn<ToldDirection> | undefined;
  readonly #tls: WordColumn<Tls>;
  readonly #type: WordColumn<ConnectorType>;
  readonly #connector: Slot;
  readonly #routes = new RouteTable();
  /** By direction and type, and the number of the connector's name. */
  readonly #recent = {
    inbound: new Map<ConnectorType, Map<number, Route>>(),
    outbound: new Map<ConnectorType, Map<number, Route>>(),
  };

  constructor(context: FormatContext, table: MessageTable) {
    const { at, titles } = table;
    this.#context = context;
    this.#table = table;
    this.#row = new MessageRow(context, this.plan, at, table.mayBeUnnamed ? titles : undefined);
    this.#zone = table.isUtc ? undefined : new ToldZone(context, at.time, titles[at.time] ?? '');
    this.#direction = at.direction < 0 ? undefined : new WordColumn(this.plan, at.direction, readDirectionCell);
    this.#tls = new WordColumn(this.plan, at.tls, readTlsCell);
    this.#type = new WordColumn(this.plan, at.connectorType, readConnectorType);
    this.#connector = this.plan.name(at.connector);
  }

  read(record: RecordCursor): void {
    if (!this.#row.read(record)) {
      return;
    }
    const direction = this.#direction === undefined ? this.#table.direction : this.#direction.of(record);
    this.#zone?.check(record);
    switch (direction) {
      case 'inbound':
      case 'outbound':
        this.#cross(record, direction);
        break;
      case 'internal':
        this.#row.passes(record, Seen.internalHop);
        break;
      default:
        this.#context.facts.account.leaveOut('directionNotTold');
    }
  }

  #cross(record: RecordCursor, direction: Direction): void {
    const { at, hostIsClient } = this.#table;
    const hasHost = (direction === 'inbound' || !hostIsClient) && record.hasText(at.remoteHost);
    this.#row.crosses(
      record,
      this.#routeOf(record, direction),
      this.#tls.of(record),
      hasHost ? record.nameOf(at.remoteHost) : -1,
      senderDomain(record, at.sender),
      record.hasText(at.cipher) ? record.nameOf(at.cipher) : -1,
    );
  }

  #routeOf(record: RecordCursor, direction: Direction): Route {
    const type = this.#type.of(record);
    const recent = this.#recent[direction];
    const routes = recent.get(type) ?? new Map<number, Route>();
    recent.set(type, routes);
    const name = record.name(this.#connector);
    let route = routes.get(name);
    if (route === undefined) {
      route = this.#routes.of(direction, this.#connectorOf(record.names.text(name).trim(), type));
      routes.set(name, route);
    }
    return route;
  }

  /** The type's word that there was no connector outweighs a name. */
  #connectorOf(name: string, type: ConnectorType): ConnectorRef {
    if (type === 'NoConnector') {
      return NO_CONNECTOR;
    }
    const connector = this.#table.connectorOf(name);
    return connector.kind === 'named' ? { ...connector, type } : connector;
  }
}
