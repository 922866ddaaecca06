import { apportion } from '../aggregate/apportion';
import { type ConnectorRef, type ConnectorType, NO_CONNECTOR } from '../model/connector';
import { noCounts, Tls } from '../model/tls';
import { ColumnPlan } from '../reading/columnPlan';
import { type Columns, normalizeTitle } from '../reading/columns';
import { parseFlag } from '../reading/localFlag';
import { parseCount, parsePercent } from '../reading/localNumber';
import type { RecordCursor } from '../reading/recordCursor';
import { readConnectorType } from './connectorTypeCell';
import type { FormatContext } from './format';
import { RouteTable } from './routeTable';
import { type TableRows, tableFormat } from './tableFormat';
import { TimeColumn } from './timeColumn';

/**
 * The details table of the Connector report, today the admin centre's Inbound / Outbound messages report (docs/formats.md):
 * a row per day and connector, with a percentage per TLS version and the volume. Counts are worked out from rounded
 * percentages and marked approximate; no hosts, no single messages.
 */
export const connectorDetails = tableFormat({
  id: 'connector-report-details',
  has: (columns) => columns.has('connector direction and name') && columns.has('volume'),
  rows: (context, columns) => new DetailsRows(context, columns),
});

const NAME = /^(from|to) (?:the internet without (?:a )?connector|(your partner|your org|connector) - (.*))$/is;
const TLS_TITLE = /^(?:mostsecure)?(notls|tls1([0-3]))$/;
const TLS_1: readonly Tls[] = [Tls.tls10, Tls.tls11, Tls.tls12, Tls.tls13];

interface Positions {
  readonly name: number;
  readonly type: number;
  readonly forced: number;
  readonly volume: number;
  readonly tls: readonly { readonly column: number; readonly state: Tls }[];
}

class DetailsRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #at: Positions;
  readonly #time: TimeColumn;
  readonly #routes = new RouteTable();

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    this.#at = positionsOf(columns);
    this.#time = new TimeColumn(context, this.plan, columns.find('date'));
  }

  read(record: RecordCursor): void {
    const { account } = this.#context.facts;
    if (!this.#time.read(record)) {
      return;
    }
    const name = record.cell(this.#at.name);
    const found = NAME.exec(name.trim());
    if (found === null) {
      account.reject(record.line, 'unknownDirection', name.slice(0, 60));
      return;
    }
    const counts = this.#countsOf(record);
    if (counts !== undefined) {
      account.used++;
      this.#add(record, found, counts);
    }
  }

  #add(record: RecordCursor, found: RegExpExecArray, counts: readonly number[]): void {
    const { facts } = this.#context;
    const direction = found[1]?.toLowerCase() === 'from' ? 'inbound' : 'outbound';
    const [connector = NO_CONNECTOR, ...others] = connectorsOf(found, record, this.#at);
    for (const other of others) {
      facts.route(this.#routes.of(direction, other), record.line);
    }
    const forcedTls = parseFlag(record.cell(this.#at.forced)) ?? null;
    const proof = { file: 0, line: record.line };
    facts.aggregated.push({ direction, connector, day: this.#time.day, counts, forcedTls, proof });
  }

  /** Messages per TLS state; undefined where the row is left out. */
  #countsOf(record: RecordCursor): readonly number[] | undefined {
    const { account } = this.#context.facts;
    const volume = parseCount(record.cell(this.#at.volume));
    if (volume === undefined) {
      account.reject(record.line, 'badNumber', record.cell(this.#at.volume).slice(0, 60));
      return undefined;
    }
    const percents = noCounts();
    for (const { column, state } of this.#at.tls) {
      const percent = parsePercent(record.cell(column));
      if (percent === undefined) {
        account.reject(record.line, 'badNumber', record.cell(column).slice(0, 60));
        return undefined;
      }
      percents[state] = (percents[state] ?? 0) + percent;
    }
    const { counts, excess } = apportion(volume, percents);
    if (excess !== undefined) {
      account.problem(record.line, 'percentExcess', String(excess));
    }
    return counts;
  }
}

function positionsOf(columns: Columns): Positions {
  const tls: { column: number; state: Tls }[] = [];
  columns.titles.forEach((title, column) => {
    const found = TLS_TITLE.exec(normalizeTitle(title));
    if (found !== null) {
      tls.push({ column, state: found[1] === 'notls' ? Tls.none : (TLS_1[Number(found[2])] ?? Tls.tls) });
    }
  });
  return {
    name: columns.find('connector direction and name'),
    type: columns.find('connector type'),
    forced: columns.find('forced tls?'),
    volume: columns.find('volume'),
    tls,
  };
}

/** The connector by its name's prefix and, where the type column says something else, by that too: a conflict shows. */
function connectorsOf(found: RegExpExecArray, record: RecordCursor, at: Positions): ConnectorRef[] {
  const name = found[3];
  if (name === undefined) {
    return [NO_CONNECTOR];
  }
  const prefix = found[2]?.toLowerCase();
  const byName: ConnectorType =
    prefix === 'your partner' ? 'Partner' : prefix === 'your org' ? 'OnPremises' : 'Unknown';
  const told = readConnectorType(record.cell(at.type));
  const byColumn: ConnectorType = told === 'NoConnector' ? 'Unknown' : told;
  return [...new Set([byName, byColumn])].map((type) => ({ kind: 'named', name, type }));
}
