import Papa from 'papaparse';
import { TODAY } from './analyzing';
import { count, type Figures, versionIn, weakest } from './oracle';

/** What an Extended trace holds, by the counting rules. */
export interface TraceTruth {
  readonly figures: Figures;
  readonly records: number;
  readonly hops: number;
  readonly malformed: number;
  readonly futureDay: number;
  readonly noMessageId: number;
  /** Messages without a hop that surely, and that possibly, are internal. */
  readonly internalLeast: number;
  readonly internalMost: number;
  readonly types: ReadonlyMap<string, string>;
  /** A row does not tell its connector and its message has several in that direction: no rule says which it joins. */
  readonly isUndecided: boolean;
}

interface Hop {
  readonly direction: 'inbound' | 'outbound';
  readonly connector: string;
  readonly state: string;
  readonly day: string;
}

interface Message {
  readonly hops: Hop[];
  readonly others: Row[];
}

type Row = Readonly<Record<string, string>>;
const OUTSIDE = ['internet', 'hybridonprem', 'partner'];

/** Reads a small trace in the plainest way: everything in memory, rules in the order of the documents. */
export function readTrace(text: string): TraceTruth {
  const [header = [], ...records] = Papa.parse<string[]>(text.trimEnd()).data;
  const messages = new Map<string, Message>();
  const types = new Map<string, string>();
  const counts = { malformed: 0, futureDay: 0, noMessageId: 0, hops: 0 };
  for (const record of records) {
    const told: Row = Object.fromEntries(header.map((title, index) => [title, record[index] ?? '']));
    // No date of these traces tells that the month comes first: the setting does.
    const row = told.date_time_utc === '03/02/2026' ? { ...told, date_time_utc: '2026-03-02T00:00:00.000Z' } : told;
    const time = row.date_time_utc ?? '';
    if (record.length !== header.length || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time)) {
      counts.malformed++;
    } else if (time.slice(0, 10) > TODAY) {
      counts.futureDay++;
    } else if (row.network_message_id === '' && row.message_id === '') {
      counts.noMessageId++;
    } else {
      const id = row.network_message_id === '' ? `m ${row.message_id}` : `n ${row.network_message_id}`;
      const message = messages.get(id) ?? { hops: [], others: [] };
      messages.set(id, message);
      const hop = hopOf(row, types);
      counts.hops += hop === undefined ? 0 : 1;
      (hop === undefined ? message.others : message.hops).push((hop ?? row) as Hop & Row);
    }
  }
  return { ...counts, records: records.length, types, ...summed([...messages.values()]) };
}

function hopOf(row: Row, types: Map<string, string>): Hop | undefined {
  const data = itemsOf(row.custom_data ?? '');
  const event = `${row.source} ${row.event_id}`.toUpperCase();
  const direction =
    event === 'SMTP SENDEXTERNAL'
      ? 'outbound'
      : event === 'SMTP RECEIVE' && isFromOutside(row, data)
        ? 'inbound'
        : undefined;
  if (direction === undefined) {
    return undefined;
  }
  const inside = data.get(
    direction === 'inbound' ? 'inboundconnectordata' : 'microsoft.exchange.hygiene.tenantoutboundconnectorcustomdata',
  );
  const name = /Name=([^;]*)/.exec(inside ?? '')?.[1] ?? row.connector_id ?? '';
  const connector = name === '' ? '(untold)' : isDefault(name) ? '(none)' : name.toLowerCase();
  const type = /ConnectorType=([^;]*)/.exec(inside ?? '')?.[1];
  if (type !== undefined) {
    types.set(`${direction} ${connector}`, type);
  }
  const texts = [row.source_context ?? '', row.recipient_status ?? '', row.message_info ?? ''];
  const state =
    direction === 'inbound'
      ? versionIn(data.get('tlsversion') ?? '')
      : (texts.map(versionIn).find((version) => version !== 'unknown') ?? 'unknown');
  return { direction, connector, state, day: (row.date_time_utc ?? '').slice(0, 10) };
}

function isFromOutside(row: Row, data: ReadonlyMap<string, string>): boolean {
  const from = data.get('fromentity')?.toLowerCase() ?? '';
  return data.has('inboundconnectordata') || OUTSIDE.includes(from) || (from !== 'hosted' && isIncoming(row));
}

function isIncoming(row: Row): boolean {
  return ['Incoming', '1'].includes(row.directionality ?? '');
}

function isDefault(name: string): boolean {
  const [server = '', rest] = name.split('\\');
  return name === 'To_DefaultOpportunisticTLS' || rest === `Default ${server}`;
}

/** Quoted items do not hold quotes here. */
function itemsOf(text: string): Map<string, string> {
  const items = text.match(/'[^']*'|[^;]+/g) ?? [];
  return new Map(
    items.map((item) => {
      const [key = '', ...value] = item.replace(/^'|'$/g, '').replace('S:', '').split('=');
      return [key.toLowerCase(), value.join('=')];
    }),
  );
}

function summed(messages: readonly Message[]) {
  const figures: Figures = new Map();
  let isUndecided = false;
  for (const { hops } of messages) {
    for (const direction of ['inbound', 'outbound'] as const) {
      const here = hops.filter((hop) => hop.direction === direction);
      const told = new Set(here.map((hop) => hop.connector).filter((connector) => connector !== '(untold)'));
      const hasUntold = here.some((hop) => hop.connector === '(untold)');
      isUndecided ||= hasUntold && told.size > 1;
      const joined = told.size === 1 ? [...told][0] : '(untold)';
      for (const connector of told.size === 0 && hasUntold ? ['(untold)'] : told) {
        const rows = here.filter((hop) => (hop.connector === '(untold)' ? joined : hop.connector) === connector);
        const [day = ''] = rows.map((hop) => hop.day).sort();
        count(figures, direction, connector, day, weakest(rows.map((hop) => hop.state)));
      }
    }
  }
  const hopless = messages.filter((message) => message.hops.length === 0);
  const internalLeast = hopless.filter(({ others }) => others.every(isInternalHop)).length;
  const internalMost = hopless.filter(({ others }) => !others.some(tellsOutside)).length;
  return { figures, isUndecided, internalLeast, internalMost };
}

function isInternalHop(row: Row): boolean {
  const data = itemsOf(row.custom_data ?? '');
  return /^(SMTP|STOREDRIVER)$/i.test(row.source ?? '') && data.get('fromentity') === 'Hosted' && !tellsOutside(row);
}

function tellsOutside(row: Row): boolean {
  const data = itemsOf(row.custom_data ?? '');
  const [from = '', to = ''] = [data.get('fromentity')?.toLowerCase(), data.get('toentity')?.toLowerCase()];
  return (
    OUTSIDE.includes(from) ||
    OUTSIDE.includes(to) ||
    data.has('inboundconnectordata') ||
    (isIncoming(row) && from !== 'hosted')
  );
}
