import { apportion } from '../aggregate/apportion';
import type { Route } from '../facts/facts';
import { type ConnectorRef, type ConnectorType, connectorKey, type Direction, NO_CONNECTOR } from '../model/connector';
import { formatDay } from '../model/day';
import { noCounts, Tls } from '../model/tls';
import { NO_PLAN } from '../reading/columnPlan';
import { Columns, cellsOf, normalizeTitle } from '../reading/columns';
import { dayIn, decideOrder, readDate, type WrittenDate } from '../reading/localDate';
import { parseCount, parsePercent } from '../reading/localNumber';
import type { RecordCursor } from '../reading/recordCursor';
import type { Format, FormatContext, FormatReader } from './format';
import { isMarker } from './marker';

/**
 * The details table of the Connector report, today the admin centre's Inbound / Outbound messages report (docs/formats.md):
 * a row per day and connector, with a percentage per TLS version and the volume. Counts are worked out from rounded
 * percentages and marked approximate; no hosts, no single messages.
 */
export const connectorDetails: Format = {
  id: 'connector-report-details',
  // The order of day and month is decided over the whole column.
  isOneStretch: true,
  recognizes: ({ columns }) => columns.has('connector direction and name') && columns.has('volume'),
  open: (context) => new ConnectorDetailsReader(context),
};

const NAME = /^(from|to) (?:the internet without (?:a )?connector|(your partner|your org|connector) - (.*))$/is;
const TLS_TITLE = /^(?:mostsecure)?(notls|tls1([0-3]))$/;
const TLS_1: readonly Tls[] = [Tls.tls10, Tls.tls11, Tls.tls12, Tls.tls13];

/** Spreadsheets write True and False in the words of their language. */
const YES = /^(true|yes|vero|wahr|vrai|verdadero|verdadeiro|waar|sant)$/i;
const NO = /^(false|no|falso|falsch|faux|onwaar|falskt)$/i;

interface Positions {
  readonly width: number;
  readonly date: number;
  readonly name: number;
  readonly type: number;
  readonly forced: number;
  readonly volume: number;
  readonly tls: readonly { readonly column: number; readonly state: Tls }[];
}

/** A row whose day waits for the order of day and month, which the whole column tells. */
interface WaitingRow {
  readonly line: number;
  readonly date: WrittenDate;
  readonly text: string;
  readonly direction: Direction;
  readonly connectors: readonly ConnectorRef[];
  readonly counts: readonly number[];
  readonly forcedTls: boolean | null;
}

class ConnectorDetailsReader implements FormatReader {
  readonly plan = NO_PLAN;
  readonly state = '';
  readonly width = 0;
  readonly waiting = 0;
  readonly #context: FormatContext;
  readonly #rows: WaitingRow[] = [];
  readonly #routes = new Map<string, Route>();
  #positions: Positions | undefined;

  constructor(context: FormatContext) {
    this.#context = context;
  }

  record(record: RecordCursor): boolean {
    if (this.#positions === undefined) {
      this.#positions = isMarker(record) ? undefined : positionsOf(new Columns(cellsOf(record)));
      return false;
    }
    this.#readRow(record, this.#positions);
    return true;
  }

  #readRow(record: RecordCursor, at: Positions): void {
    const { account } = this.#context.facts;
    if (!account.hasAllFields(record, at.width)) {
      return;
    }
    const text = record.cell(at.date);
    const date = readDate(text);
    const found = NAME.exec(record.cell(at.name).trim());
    if (date === undefined) {
      account.reject(record.line, 'badTime', text.slice(0, 60));
    } else if (found === null) {
      account.reject(record.line, 'unknownDirection', record.cell(at.name).slice(0, 60));
    } else {
      const direction = found[1]?.toLowerCase() === 'from' ? 'inbound' : 'outbound';
      this.#figures(record, at, {
        line: record.line,
        date,
        text,
        direction,
        connectors: connectorsOf(found, record, at),
      });
    }
  }

  end(): void {
    const { facts, options } = this.#context;
    const dates = this.#rows.map((row) => row.date);
    const { order, told } = decideOrder(dates, options.dateOrder);
    if (!told) {
      facts.account.problem(0, 'dateOrderGuessed', order);
    }
    for (const { line, date, text, direction, connectors, counts, forcedTls } of this.#rows) {
      const day = dayIn(date, order);
      if (day === undefined) {
        facts.account.reject(line, 'badTime', text.slice(0, 60));
      } else if (day > options.today) {
        facts.account.reject(line, 'futureDay', formatDay(day));
      } else {
        facts.account.used++;
        const proof = { file: 0, line };
        const [connector = NO_CONNECTOR, ...others] = connectors;
        for (const other of others) {
          facts.route(this.#routeOf(direction, other), line);
        }
        facts.aggregated.push({ direction, connector, day, counts, forcedTls, proof });
      }
    }
    this.#rows.length = 0;
  }

  #routeOf(direction: Direction, connector: ConnectorRef): Route {
    const key = `${connectorKey(direction, connector)} ${connector.kind === 'named' ? connector.type : ''}`;
    const route = this.#routes.get(key) ?? { direction, connector, hubServer: null };
    this.#routes.set(key, route);
    return route;
  }

  #figures(record: RecordCursor, at: Positions, row: Omit<WaitingRow, 'counts' | 'forcedTls'>): void {
    const { account } = this.#context.facts;
    const volume = parseCount(record.cell(at.volume));
    if (volume === undefined) {
      account.reject(record.line, 'badNumber', record.cell(at.volume).slice(0, 60));
      return;
    }
    const percents = noCounts();
    for (const { column, state } of at.tls) {
      const percent = parsePercent(record.cell(column));
      if (percent === undefined) {
        account.reject(record.line, 'badNumber', record.cell(column).slice(0, 60));
        return;
      }
      percents[state] = (percents[state] ?? 0) + percent;
    }
    const counts = apportion(volume, percents);
    if (counts.excess !== undefined) {
      account.problem(record.line, 'percentExcess', String(counts.excess));
    }
    this.#rows.push({ ...row, counts: counts.counts, forcedTls: readFlag(record.cell(at.forced)) });
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
    width: columns.titles.length,
    date: columns.find('date'),
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
  const cell = normalizeTitle(record.cell(at.type));
  const byColumn: ConnectorType = cell === 'partner' ? 'Partner' : cell === 'onpremises' ? 'OnPremises' : 'Unknown';
  return [...new Set([byName, byColumn])].map((type) => ({ kind: 'named', name, type }));
}

function readFlag(text: string): boolean | null {
  return YES.test(text.trim()) ? true : NO.test(text.trim()) ? false : null;
}
