import { type Route, Seen } from '../facts/facts';
import type { Direction } from '../model/connector';
import { Tls } from '../model/tls';
import { ColumnPlan } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';
import type { RecordCursor } from '../reading/recordCursor';
import { readDirectionCell, type ToldDirection } from './directionCell';
import { filledColumn, filledName } from './filledColumn';
import type { FormatContext } from './format';
import { MessageRow } from './messageRow';
import { onlineConnector, RouteTable } from './routeTable';
import { senderDomain } from './senderDomain';
import { type TableRows, tableFormat } from './tableFormat';
import { ToldZone } from './toldZone';
import { WordColumn } from './wordColumn';

/** What never reached anyone. */
const BLOCKED = /^blocked$/i;
const NOWHERE = /^(?:quarantine|failed|dropped)$/i;

/**
 * Defender's EmailEvents (docs/formats.md): rows of a hunting query as CSV or JSON, or records as they are streamed, with the
 * row under `properties`. A row per message and recipient, with its direction; a connector where a custom one was used. No TLS.
 */
export const emailEvents = tableFormat({
  id: 'email-events',
  has: (columns) =>
    positionOf(columns, 'NetworkMessageId') >= 0 &&
    positionOf(columns, 'EmailDirection') >= 0 &&
    // EmailPostDeliveryEvents tell of mail that had been delivered long before.
    positionOf(columns, 'ActionTrigger') < 0 &&
    positionOf(columns, 'ActionResult') < 0,
  expected: [['Timestamp', 'Timestamp [UTC]', 'TimeGenerated', 'TimeGenerated [UTC]'], 'Connectors'],
  rows: (context, columns) => new EmailEventRows(context, columns),
});

/** The column, alone or in a streamed record; with its zone, as Log Analytics writes titles of times. */
function positionOf(columns: Columns, title: string): number {
  return columns.find(title, `properties.${title}`, `${title} [UTC]`);
}

class EmailEventRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #row: MessageRow;
  readonly #zone: ToldZone;
  readonly #direction: WordColumn<ToldDirection>;
  readonly #isBlocked: WordColumn<boolean>;
  readonly #isNowhere: WordColumn<boolean>;
  readonly #routes: Readonly<Record<Direction, WordColumn<readonly Route[]>>>;
  readonly #hosts: readonly number[];
  readonly #senders: readonly number[];

  constructor(context: FormatContext, columns: Columns) {
    const at = (title: string): number => positionOf(columns, title);
    this.#context = context;
    const told = at('Timestamp');
    const time = told < 0 ? at('TimeGenerated') : told;
    this.#row = new MessageRow(context, this.plan, {
      time,
      networkMessageId: at('NetworkMessageId'),
      messageId: at('InternetMessageId'),
    });
    this.#zone = new ToldZone(context, time, columns.titles[time] ?? '');
    this.#direction = new WordColumn(this.plan, at('EmailDirection'), readDirectionCell);
    this.#isBlocked = new WordColumn(this.plan, at('DeliveryAction'), (action) => BLOCKED.test(action));
    this.#isNowhere = new WordColumn(this.plan, at('DeliveryLocation'), (location) => NOWHERE.test(location));
    const table = new RouteTable();
    const routes = (direction: Direction): WordColumn<readonly Route[]> =>
      new WordColumn(this.plan, at('Connectors'), (text) =>
        namesIn(text).map((name) => table.of(direction, onlineConnector(name))),
      );
    this.#routes = { inbound: routes('inbound'), outbound: routes('outbound') };
    this.#hosts = ['SenderIPv4', 'SenderIPv6'].map(at);
    this.#senders = ['SenderMailFromDomain', 'SenderMailFromAddress', 'SenderFromDomain', 'SenderFromAddress'].map(at);
  }

  read(record: RecordCursor): void {
    if (!this.#row.read(record)) {
      return;
    }
    this.#zone.check(record);
    const { account } = this.#context.facts;
    const direction = this.#direction.of(record);
    if (direction === 'other') {
      account.leaveOut('directionNotTold');
    } else if (direction === 'inbound') {
      // What came in has come in, whatever became of it.
      this.#cross(record, direction);
    } else if (this.#isBlocked.of(record) || this.#isNowhere.of(record)) {
      account.leaveOut('notDelivered');
    } else if (direction === 'outbound') {
      this.#cross(record, direction);
    } else {
      this.#row.passes(record, Seen.internalHop);
    }
  }

  #cross(record: RecordCursor, direction: Direction): void {
    const host = direction === 'inbound' ? filledName(record, this.#hosts) : -1;
    const sender = senderDomain(record, filledColumn(record, this.#senders));
    for (const route of this.#routes[direction].of(record)) {
      this.#row.crosses(record, route, Tls.unknown, host, sender);
    }
  }
}

/** Names in a cell: one, unless it is a list in JSON. */
function namesIn(text: string): readonly string[] {
  if (!text.startsWith('[')) {
    return [text.trim()];
  }
  try {
    const list: unknown = JSON.parse(text);
    const names = Array.isArray(list) ? list.filter((name) => typeof name === 'string' && name !== '') : [text];
    return names.length === 0 ? [''] : (names as string[]);
  } catch {
    return [text];
  }
}
