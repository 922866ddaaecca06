import type { Random } from '../generate/random';

/** A row of a message trace, as Get-MessageTrace tells it. `received`: ISO, UTC; anything else cannot be read. */
export interface TracedRow {
  readonly traceId: string;
  readonly messageId: string;
  readonly received: string;
  readonly fromIp: string;
  readonly toIp: string;
  readonly status: string;
}

const STATUSES = [
  'Delivered',
  'Delivered',
  'Delivered',
  'Delivered',
  'Expanded',
  'Resolved',
  'Failed',
  'Pending',
  'GettingStatus',
  'None',
  'Quarantined',
  'FilteredAsSpam',
  '',
];

/** Rows in which anything may meet anything: few ids, so that messages have many rows. The first one's day is above 12. */
export function wildRows(random: Random, count: number): TracedRow[] {
  return Array.from({ length: count }, (_, index) => {
    const id = random.integer(1, 9);
    const kind = index === 0 ? 1 : random.next();
    const day = index === 0 ? 13 : random.integer(1, 16);
    return {
      traceId: random.chance(0.85) ? `00000000-0000-4000-8000-00000000000${id}` : '',
      messageId: random.chance(0.9) ? `<${id}@mail.example>` : '',
      received:
        kind < 0.03
          ? 'yesterday'
          : kind < 0.06
            ? '2026-04-01T00:00:00Z'
            : `2026-03-${String(day).padStart(2, '0')}T${random.pick(['00:00:00', '08:15:30', '23:59:59'])}Z`,
      fromIp: random.pick(['', '', '192.0.2.10', '2001:db8::10']),
      toIp: random.pick(['', '', '198.51.100.7']),
      status: random.pick(STATUSES),
    };
  });
}

const TITLES = ['MessageTraceId', 'Received', 'SenderAddress', 'FromIP', 'ToIP', 'Status', 'MessageId'] as const;

/** The ways in which the rows may be written down. */
export const SHAPES: Readonly<Record<string, (rows: readonly TracedRow[]) => string>> = {
  'CSV of PowerShell 7': (rows) => table(rows, (time) => time.replace('Z', '.0000000Z'), ','),
  'CSV of Windows PowerShell, American': (rows) => `#TYPE Selected.System.Object\r\n${table(rows, american, ',')}`,
  'CSV of a German Excel': (rows) => table(rows, german, ';'),
  'JSON, an array': (rows) =>
    JSON.stringify(
      rows.map((row) => objectOf(row, (time) => time)),
      null,
      2,
    ),
  'JSON of Windows PowerShell': (rows) =>
    JSON.stringify(rows.map((row) => objectOf(row, serialized))).replaceAll('/', '\\/'),
  'JSON, line by line, without a zone': (rows) =>
    rows.map((row) => `${JSON.stringify(objectOf(row, (time) => time.replace('Z', '')))}\n`).join(''),
  'Graph’s answer': (rows) =>
    JSON.stringify({ '@odata.context': 'x', value: rows.map(graphObject), '@odata.nextLink': 'y' }),
  'the reporting service’s answer': (rows) =>
    JSON.stringify({
      d: { results: rows.map((row) => ({ __metadata: { type: 'x' }, ...objectOf(row, serialized) })) },
    }),
};

function table(rows: readonly TracedRow[], written: (time: string) => string, delimiter: string): string {
  const quoted = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(delimiter)}\r\n`;
  const lines = rows.map((row) => {
    const cells = objectOf(row, written);
    return quoted(TITLES.map((title) => cells[title] ?? ''));
  });
  return quoted(TITLES) + lines.join('');
}

function objectOf(row: TracedRow, written: (time: string) => string): Record<string, string | null> {
  return {
    MessageTraceId: row.traceId,
    Received: row.received.endsWith('Z') ? written(row.received) : row.received,
    SenderAddress: 'kim@fabrikam.example',
    FromIP: row.fromIp === '' ? null : row.fromIp,
    ToIP: row.toIp === '' ? null : row.toIp,
    Status: row.status,
    MessageId: row.messageId,
  };
}

function graphObject(row: TracedRow): object {
  const { traceId: id, messageId, received: receivedDateTime, fromIp: fromIP, toIp: toIP } = row;
  const status = row.status.slice(0, 1).toLowerCase() + row.status.slice(1);
  return { id, senderAddress: 'kim@fabrikam.example', messageId, receivedDateTime, fromIP, toIP, status };
}

function parts(time: string): readonly [year: string, month: string, day: string, clock: string] {
  return [time.slice(0, 4), time.slice(5, 7), time.slice(8, 10), time.slice(11, 19)];
}

function american(time: string): string {
  const [year, month, day, clock] = parts(time);
  const hour = Number(clock.slice(0, 2));
  const half = hour < 12 ? 'AM' : 'PM';
  return `${Number(month)}/${Number(day)}/${year} ${hour % 12 === 0 ? 12 : hour % 12}${clock.slice(2)} ${half}`;
}

function german(time: string): string {
  const [year, month, day, clock] = parts(time);
  return `${day}.${month}.${year} ${clock}`;
}

function serialized(time: string): string {
  return `/Date(${Date.parse(time)})/`;
}
