import { addCounts, noCounts, type TlsCounts } from '../model/tls';
import type { DetailsRow } from './connectorReport';
import type { ConnectorFlow } from './report';

/** What rows of the details table add up to. */
export interface RowSum {
  readonly tls: TlsCounts;
  readonly volume: number;
  readonly approximate: boolean;
}

/** The rows of one connector under a line of their own. */
export interface ConnectorGroup extends RowSum {
  readonly connector: ConnectorFlow;
  /** In the order in which they came. */
  readonly rows: readonly DetailsRow[];
  /** First and last of their days. */
  readonly first: string;
  readonly last: string;
  /** That of the newest of the rows that tells; null where none does. */
  readonly forcedTls: boolean | null;
}

/** Adds rows up. */
export function sumRows(rows: readonly DetailsRow[]): RowSum {
  const tls = noCounts();
  let volume = 0;
  let approximate = false;
  for (const row of rows) {
    addCounts(tls, row.tls);
    volume += row.volume;
    approximate ||= row.approximate;
  }
  return { tls, volume, approximate };
}

/** Puts the rows of each connector together; the connectors come in the order of their first rows. */
export function groupByConnector(rows: readonly DetailsRow[]): ConnectorGroup[] {
  const byConnector = new Map<ConnectorFlow, DetailsRow[]>();
  for (const row of rows) {
    const own = byConnector.get(row.connector);
    if (own === undefined) {
      byConnector.set(row.connector, [row]);
    } else {
      own.push(row);
    }
  }
  return [...byConnector].map(([connector, own]) => ({ connector, rows: own, ...sumRows(own), ...spanOf(own) }));
}

function spanOf(rows: readonly DetailsRow[]): Pick<ConnectorGroup, 'first' | 'last' | 'forcedTls'> {
  let first = rows[0]?.date ?? '';
  let last = first;
  let told = '';
  let forcedTls: boolean | null = null;
  for (const { date, forcedTls: answer } of rows) {
    first = date < first ? date : first;
    last = date > last ? date : last;
    if (answer !== null && date >= told) {
      told = date;
      forcedTls = answer;
    }
  }
  return { first, last, forcedTls };
}
