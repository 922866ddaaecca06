import { TLS_STATES, type TlsState } from '../../src/core/model/tls';
import type { ConnectorGroup, RowSum } from '../../src/core/report/connectorGroups';
import type { DetailsRow } from '../../src/core/report/connectorReport';
import { type DetailsColumn, isTlsColumn } from '../../src/core/report/detailsColumns';
import { formatCount } from '../../src/core/report/percent';
import type { ConnectorFlow } from '../../src/core/report/report';
import { connectorLabel, fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';
import { stateShare } from '../components/stateShare';

/** A line of the details table: a connector's day, or a connector with all its days. */
export type ShownRow = DetailsRow | ConnectorGroup;

/** The last line: what all rows add up to. */
export interface TotalRow extends RowSum {
  /** How many rows there are. */
  readonly rowCount: number;
}

/** What the rows of the details table say in words, as the reader sees, sorts, searches and copies it. */
export interface RowTexts {
  readonly locale: string;
  /** What a connector's cell leads to. */
  readonly hosts: string;
  connector(row: { readonly connector: ConnectorFlow }): string;
  type(row: { readonly connector: ConnectorFlow }): string;
  forcedTls(row: { readonly forcedTls: boolean | null }): string;
  /** `12.0% (340)`; *Not told* where the share is of no message. */
  share(sum: RowSum, state: TlsState): string;
  title(column: DetailsColumn): string;
  /** Where the row's connector is defined; undefined where it is not. */
  definedAt(row: { readonly connector: ConnectorFlow }): string | undefined;
  /** Everything a cell says, on one line. */
  cell(row: ShownRow | TotalRow, column: DetailsColumn): string;
}

/** True for a connector with all its days. */
export function isGroup(row: ShownRow | TotalRow): row is ConnectorGroup {
  return 'rows' in row;
}

/** True for the last line. */
export function isTotal(row: ShownRow | TotalRow): row is TotalRow {
  return 'rowCount' in row;
}

/** The words of rows in the reader's language. */
export function rowTexts(strings: PageStrings, locale: string): RowTexts {
  const texts: RowTexts = {
    locale,
    hosts: strings['details.showHosts'],
    connector: (row) => connectorLabel(strings, row.connector),
    type: (row) => strings[`type.${row.connector.type}`],
    forcedTls: (row) =>
      row.forcedTls === null ? strings.notTold : strings[row.forcedTls ? 'details.yes' : 'details.no'],
    share: (sum, state) => stateShare(strings, locale, sum, state),
    title: (column) => (isTlsColumn(column) ? strings[`tls.${column}`] : strings[`details.${column}`]),
    definedAt: ({ connector: { definition } }) =>
      definition && fill(strings['definition.at'], definition.file, String(definition.line)),
    cell: (row, column) => {
      if (isTlsColumn(column)) {
        return texts.share(row, column);
      }
      if (column === 'volume') {
        return formatCount(row.volume, locale);
      }
      if (isTotal(row)) {
        return column === 'date' ? strings['details.total'] : '';
      }
      if (column === 'date') {
        return isGroup(row) ? days(row.rows.length) : row.date;
      }
      return texts[column](row);
    },
  };
  const days = (count: number): string =>
    fill(strings[count === 1 ? 'details.days.one' : 'details.days.many'], formatCount(count, locale));
  return texts;
}

/** States that are worth a second look where they occur. */
export const WEAK_STATES: ReadonlySet<TlsState> = new Set(TLS_STATES.slice(0, TLS_STATES.indexOf('tls1.2')));
