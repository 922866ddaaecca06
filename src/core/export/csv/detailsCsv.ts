import type { TlsState } from '../../model/tls';
import type { ConnectorReport, DetailsRow } from '../../report/connectorReport';
import { roundPercent } from '../../report/percent';
import { countOf, statesToShow, wholeOf } from '../../report/shownStates';
import { connectorLabel, fill } from '../../report/wording';
import type { RedactionOptions } from '../content';
import { type ExportStrings, redactedKinds, tlsName } from '../exportWording';
import { type CsvCell, type CsvOptions, csvText } from './csvText';

/** Decimals of percentages, as in the details table. */
const DIGITS = 1;

/**
 * The details table of a Connector report, a row per connector and day: each TLS state as a percentage and as a number of
 * messages. Percentages are empty where there is nothing that they would be of.
 */
export function detailsCsv(
  report: ConnectorReport,
  strings: ExportStrings,
  options: CsvOptions,
  redaction: RedactionOptions | null,
): string {
  const states = statesToShow(report.tls, 'always');
  const redacted = redaction === null ? [] : [redactedKinds(strings, redaction).join(', ')];
  const header = [
    strings['details.date'],
    strings['details.connector'],
    strings['details.type'],
    strings['details.forcedTls'],
    ...states.flatMap((state) => {
      const name = tlsName(strings, state);
      return [fill(strings['csv.percent'], name), fill(strings['csv.messages'], name)];
    }),
    strings['details.volume'],
    strings['csv.approximate'],
    ...redacted.map(() => strings['redaction.column']),
  ];
  const rows = report.rows.map((row): CsvCell[] => [
    row.date,
    connectorLabel(strings, row.connector),
    strings[`type.${row.connector.type}`],
    row.forcedTls === null ? null : strings[row.forcedTls ? 'details.yes' : 'details.no'],
    ...states.flatMap((state) => tlsCells(row, state)),
    row.volume,
    strings[row.approximate ? 'details.yes' : 'details.no'],
    ...redacted,
  ]);
  return csvText([header, ...rows], options);
}

function tlsCells({ tls }: DetailsRow, state: TlsState): CsvCell[] {
  const [count, whole] = [countOf(tls, state), wholeOf(tls, state)];
  return [whole === 0 ? null : roundPercent(count, whole, DIGITS), count];
}
