import { type Route, Seen } from '../facts/facts';
import { type Direction, UNTOLD_CONNECTOR } from '../model/connector';
import { Tls } from '../model/tls';
import { ColumnPlan } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';
import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';
import { MessageRow } from './messageRow';
import { RouteTable } from './routeTable';
import { senderDomain } from './senderDomain';
import { type TableRows, tableFormat } from './tableFormat';
import { WordColumn } from './wordColumn';

/** Windows PowerShell may wrap a time in an object, which has a member DateTime as well; Graph has a name of its own. */
const TIME = ['Received', 'Received.value', 'receivedDateTime'] as const;

const IDS = ['messageId', 'id'] as const;

/** A message that has one of these has not been handed on to anyone, and may never be. */
const NOT_DELIVERED = /^(?:Failed|Pending|GettingStatus|None|Quarantined|FilteredAsSpam)$/i;

/**
 * What Get-MessageTrace, Get-MessageTraceV2, Graph's `messageTraces` and the reporting web service tell (docs/formats.md):
 * a row per message and recipient, times in UTC. The direction follows from who is told to have sent and received it.
 * No TLS, no connector.
 */
export const messageTrace = tableFormat({
  id: 'message-trace',
  has: (columns) =>
    columns.find(...TIME) >= 0 &&
    !columns.has('detail') &&
    !columns.has('event') &&
    (columns.has('messageTraceId') ||
      (columns.has('fromIP') && columns.has('toIP') && columns.has('senderAddress') && columns.find(...IDS) >= 0)),
  expected: ['FromIP', 'ToIP'],
  rows: (context, columns) => new MessageTraceRows(context, columns),
});

class MessageTraceRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #row: MessageRow;
  readonly #isUndelivered: WordColumn<boolean>;
  readonly #at: Readonly<Record<'from' | 'to' | 'sender', number>>;
  readonly #routes: Readonly<Record<Direction, Route>>;

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    this.#at = {
      from: columns.find('fromIP'),
      to: columns.find('toIP'),
      sender: columns.find('senderAddress'),
    };
    this.#row = new MessageRow(context, this.plan, {
      time: columns.find(...TIME),
      networkMessageId: columns.find('messageTraceId', 'id'),
      messageId: columns.find('messageId'),
    });
    this.#isUndelivered = new WordColumn(this.plan, columns.find('status'), (status) => NOT_DELIVERED.test(status));
    const table = new RouteTable();
    this.#routes = {
      inbound: table.of('inbound', UNTOLD_CONNECTOR),
      outbound: table.of('outbound', UNTOLD_CONNECTOR),
    };
  }

  read(record: RecordCursor): void {
    if (!this.#row.read(record)) {
      return;
    }
    const { account } = this.#context.facts;
    const [hasSource, hasTarget] = [record.hasText(this.#at.from), record.hasText(this.#at.to)];
    const isUndelivered = this.#isUndelivered.of(record);
    // What came in has come in, whatever became of it.
    if (hasSource) {
      this.#cross(record, 'inbound', this.#at.from);
    }
    if (hasTarget && !isUndelivered) {
      this.#cross(record, 'outbound', this.#at.to);
    }
    if (hasSource || (hasTarget && !isUndelivered)) {
      return;
    }
    if (isUndelivered) {
      account.leaveOut('notDelivered');
    } else if (this.#at.from < 0 || this.#at.to < 0) {
      account.leaveOut('directionNotTold');
    } else {
      this.#row.passes(record, Seen.internalHop);
    }
  }

  #cross(record: RecordCursor, direction: Direction, address: number): void {
    const host = record.nameOf(address);
    this.#row.crosses(record, this.#routes[direction], Tls.unknown, host, senderDomain(record, this.#at.sender));
  }
}
