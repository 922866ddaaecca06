import type { DetailsRow } from '../../src/core/report/connectorReport';
import { connectorLabel } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** What a row of the details table says in words, as the reader sees, sorts and searches it. */
export interface RowTexts {
  connector(row: DetailsRow): string;
  type(row: DetailsRow): string;
  forcedTls(row: DetailsRow): string;
  readonly locale: string;
}

/** The words of rows in the reader's language. */
export function rowTexts(strings: PageStrings, locale: string): RowTexts {
  return {
    connector: (row) => connectorLabel(strings, row.connector),
    type: (row) => strings[`type.${row.connector.type}`],
    forcedTls: (row) =>
      row.forcedTls === null ? strings.notTold : strings[row.forcedTls ? 'details.yes' : 'details.no'],
    locale,
  };
}
