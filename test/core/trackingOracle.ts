import Papa from 'papaparse';
import { TODAY } from './analyzing';
import { count, type Figures } from './oracle';

/** What a message tracking log holds, by the counting rules. */
export interface TrackingTruth {
  readonly figures: Figures;
  readonly records: number;
  readonly malformed: number;
  readonly futureDay: number;
  readonly noMessageId: number;
  readonly directionNotTold: number;
  /** Rows that tell of mail over the border that protocol logs tell, too. */
  readonly twins: number;
  /** Messages without a hop over the border that surely, and that possibly, are internal. */
  readonly internalLeast: number;
  readonly internalMost: number;
  /** A row does not tell its connector and its message has several in that direction: no rule says which it joins. */
  readonly isUndecided: boolean;
}

type Row = Readonly<Record<string, string>>;
type Kind = 'inbound' | 'outbound' | 'inside' | 'untold';

interface Hop {
  readonly direction: 'inbound' | 'outbound';
  readonly connector: string;
  readonly scope: string;
  readonly day: string;
}

interface Message {
  readonly hops: Hop[];
  readonly others: Row[];
}

/** Reads a small log in the plainest way. `told`: `direction scope day` of which protocol logs tell mail. */
export function readTracking(text: string, told: ReadonlySet<string>): TrackingTruth {
  const lines = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' }).data;
  const fields = (lines[4] ?? []).map((field) => field.replace('#Fields: ', ''));
  const messages = new Map<string, Message>();
  const counts = { malformed: 0, futureDay: 0, noMessageId: 0, directionNotTold: 0, twins: 0 };
  const records = lines.slice(5);
  for (const record of records) {
    const row: Row = Object.fromEntries(fields.map((field, index) => [field, record[index] ?? '']));
    const day = (row['date-time'] ?? '').slice(0, 10);
    const id = row['network-message-id'] === '' ? `m ${row['message-id']}` : `n ${row['network-message-id']}`;
    if (record.length !== fields.length || !day.startsWith('2026')) {
      counts.malformed++;
    } else if (day > TODAY) {
      counts.futureDay++;
    } else if (id === 'm ') {
      counts.noMessageId += isTransfer(row) ? 1 : 0;
    } else {
      const message = messages.get(id) ?? { hops: [], others: [] };
      messages.set(id, message);
      const kind = kindOf(row);
      if (kind === 'inbound' || kind === 'outbound') {
        const hop = { direction: kind, connector: connectorOf(row), scope: scopeOf(row, kind), day };
        message.hops.push(hop);
        counts.twins += told.has(`${kind} ${hop.scope} ${day}`) ? 1 : 0;
      } else if (kind === 'untold') {
        counts.directionNotTold++;
      } else {
        message.others.push(row);
      }
    }
  }
  return { ...counts, records: records.length, ...summed([...messages.values()], told) };
}

function eventOf(row: Row): string {
  return `${row.source} ${row['event-id']}`.toUpperCase();
}

function isTransfer(row: Row): boolean {
  return ['SMTP RECEIVE', 'SMTP SEND', 'SMTP SENDEXTERNAL'].includes(eventOf(row));
}

function kindOf(row: Row): Kind {
  const connector = row['connector-id'] ?? '';
  const isImplicit = connector.startsWith('Intra-Organization') || connector.startsWith('EdgeSync - Inbound');
  switch (eventOf(row)) {
    case 'SMTP SENDEXTERNAL':
      return isImplicit ? 'inside' : 'outbound';
    case 'SMTP SEND':
      return isImplicit || connector === '' || itemOf(row, 'IsSmtpResponseFromExternalServer') === 'False'
        ? 'inside'
        : 'outbound';
    case 'SMTP RECEIVE':
      return receivedKind(row);
    default:
      return 'inside';
  }
}

function receivedKind(row: Row): Kind {
  const from = itemOf(row, 'FromEntity');
  if (row.directionality === 'Originating' || from === 'Hosted' || isFromInside(row)) {
    return 'inside';
  }
  return row.directionality === 'Incoming' || from === 'Internet' ? 'inbound' : 'untold';
}

function isFromInside(row: Row): boolean {
  const server = serverOf(row);
  const [first, proxy] = [labelOf(itemOf(row, 'FirstForestHop')), labelOf(itemOf(row, 'ProxyHop1'))];
  if (first !== '' && first !== server && first !== proxy) {
    return server !== '' || proxy !== '';
  }
  if (proxy !== '') {
    return false;
  }
  const [client, original, own] = ['client-ip', 'original-client-ip', 'server-ip'].map((field) =>
    (row[field] ?? '').split('%')[0]?.toLowerCase(),
  ) as [string, string, string];
  const isServer =
    (client !== '' && client === own) || (server !== '' && labelOf(row['client-hostname'] ?? '') === server);
  if (original === '127.0.0.1') {
    return true;
  }
  if (original === '' || original === client) {
    return client === '127.0.0.1' || isServer;
  }
  return first === '' && client !== '' && !isServer;
}

function serverOf(row: Row): string {
  const [server = '', ...rest] = (row['connector-id'] ?? '').split('\\');
  return rest.length > 0 ? server.toLowerCase() : labelOf(row['server-hostname'] ?? '');
}

function scopeOf(row: Row, direction: 'inbound' | 'outbound'): string {
  return direction === 'outbound'
    ? (row['connector-id'] ?? '').toLowerCase()
    : labelOf(itemOf(row, 'ProxyHop1')) || serverOf(row);
}

function connectorOf(row: Row): string {
  return (row['connector-id'] ?? '').toLowerCase() || '(untold)';
}

function labelOf(host: string): string {
  return (host.split('(')[0]?.split('.')[0] ?? '').toLowerCase();
}

function itemOf(row: Row, key: string): string {
  const found = (row['custom-data'] ?? '').split(';').find((item) => item.startsWith(`S:${key}=`));
  return found?.slice(key.length + 3) ?? '';
}

function summed(messages: readonly Message[], told: ReadonlySet<string>) {
  const figures: Figures = new Map();
  let isUndecided = false;
  for (const { hops } of messages) {
    for (const direction of ['inbound', 'outbound'] as const) {
      const here = hops.filter((hop) => hop.direction === direction);
      const named = new Set(here.map(({ connector }) => connector).filter((connector) => connector !== '(untold)'));
      const hasUntold = here.some(({ connector }) => connector === '(untold)');
      // Which server or connector the message is told by is a matter of its rows that tell the connector.
      isUndecided ||= hasUntold && (named.size > 1 || new Set(here.map(({ scope }) => scope)).size > 1);
      for (const connector of named.size === 0 && hasUntold ? ['(untold)'] : named) {
        const rows = here.filter((hop) => hop.connector === connector || hop.connector === '(untold)');
        const [day = ''] = rows.map((hop) => hop.day).sort();
        const [scope = ''] = rows.map((hop) => hop.scope).sort();
        if (!told.has(`${direction} ${scope} ${day}`)) {
          count(figures, direction, connector, day, 'unknown');
        }
      }
    }
  }
  const hopless = messages.filter((message) => message.hops.length === 0);
  const internalLeast = hopless.filter(({ others }) => others.length > 0 && others.every(isInternalHop)).length;
  const internalMost = hopless.filter(({ others }) => !others.some(tellsOutside)).length;
  return { figures, isUndecided, internalLeast, internalMost };
}

function isInternalHop(row: Row): boolean {
  const isHop = /^(SMTP|STOREDRIVER) /.test(eventOf(row));
  return isHop && itemOf(row, 'FromEntity') === 'Hosted' && !tellsOutside(row);
}

function tellsOutside(row: Row): boolean {
  const from = itemOf(row, 'FromEntity');
  return (
    from === 'Internet' ||
    itemOf(row, 'ToEntity') === 'Internet' ||
    (row.directionality === 'Incoming' && from !== 'Hosted')
  );
}
