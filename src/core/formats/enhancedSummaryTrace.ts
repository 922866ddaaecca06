import { type Route, Seen } from '../facts/facts';
import type { Direction } from '../model/connector';
import { Tls } from '../model/tls';
import { ColumnPlan } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';
import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';
import { MessageRow } from './messageRow';
import { onlineConnector, RouteTable } from './routeTable';
import { senderDomain } from './senderDomain';
import { type TableRows, tableFormat } from './tableFormat';
import { type Directionality, directionalityOf } from './traceEvents';
import { WordColumn } from './wordColumn';

const TIME = ['origin_timestamp_utc', 'origin_timestamp'] as const;
/** Columns of exports that tell more. */
const OTHERS = ['event_id', 'custom_data', 'connector_type', 'tls', 'tls_version', 'tls_used', 'tls_type'];

/**
 * Enhanced summary of Exchange Online's message trace (`MTSummary_*.csv`, docs/formats.md): a row per message, with its
 * direction, connector and sending host. No TLS: the name of a connector is a policy, not an outcome.
 */
export const enhancedSummaryTrace = tableFormat({
  id: 'enhanced-summary-trace',
  has: (columns) =>
    columns.find(...TIME) >= 0 &&
    columns.has('directionality') &&
    columns.find('network_message_id', 'message_id') >= 0 &&
    !OTHERS.some((title) => columns.has(title)),
  expected: ['connector_id', 'network_message_id', 'recipient_status'],
  rows: (context, columns) => new SummaryRows(context, columns),
});

class SummaryRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #row: MessageRow;
  readonly #directionality: WordColumn<Directionality>;
  readonly #routes: Readonly<Record<Direction, WordColumn<Route>>>;
  readonly #at: Readonly<Record<'connector' | 'status' | 'client' | 'sender', number>>;

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    this.#at = {
      connector: columns.find('connector_id'),
      status: columns.find('recipient_status'),
      client: columns.find('original_client_ip'),
      sender: columns.find('sender_address'),
    };
    this.#row = new MessageRow(context, this.plan, {
      time: columns.find(...TIME),
      networkMessageId: columns.find('network_message_id'),
      messageId: columns.find('message_id'),
    });
    this.#directionality = new WordColumn(this.plan, columns.find('directionality'), directionalityOf);
    const table = new RouteTable();
    const routes = (direction: Direction): WordColumn<Route> =>
      new WordColumn(this.plan, this.#at.connector, (name) => table.of(direction, onlineConnector(name)));
    this.#routes = { inbound: routes('inbound'), outbound: routes('outbound') };
  }

  read(record: RecordCursor): void {
    if (!this.#row.read(record)) {
      return;
    }
    const directionality = this.#directionality.of(record);
    if (directionality === 'incoming') {
      this.#cross(record, 'inbound');
    } else if (directionality === 'other' || this.#at.connector < 0) {
      this.#context.facts.account.leaveOut('directionNotTold');
    } else if (hasFailed(record.cell(this.#at.status))) {
      this.#context.facts.account.leaveOut('notDelivered');
    } else if (record.hasText(this.#at.connector)) {
      this.#cross(record, 'outbound');
    } else {
      this.#row.passes(record, Seen.internalHop);
    }
  }

  #cross(record: RecordCursor, direction: Direction): void {
    // The client of mail that began inside is the sender's own.
    const hasHost = direction === 'inbound' && record.hasText(this.#at.client);
    const host = hasHost ? record.nameOf(this.#at.client) : -1;
    const route = this.#routes[direction].of(record);
    this.#row.crosses(record, route, Tls.unknown, host, senderDomain(record, this.#at.sender));
  }
}

/** Words behind `address##`, up to the next address. */
const STATUS = /##([a-z, ]*)(?=;|$)/gi;
const REACHED = /\b(?:Deliver|Send|Expand|Resolve)\b/i;
const NOT_REACHED = /\b(?:Fail|Pending)\b/i;

/** True where the message failed, or still waits, for every recipient, and was handed on to none. */
function hasFailed(status: string): boolean {
  const recipients = status.match(STATUS);
  return recipients?.every((words) => NOT_REACHED.test(words) && !REACHED.test(words)) ?? false;
}
