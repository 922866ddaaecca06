import type { ConnectorFlow, DayFlow, MailFlowReport } from '../../src/core/report/report';
import { EMPTY_REPORT } from './emptyReport.mjs';

/** Counts in the model's order: none, SSL 3.0, version not told, 1.0, 1.1, 1.2, 1.3, unknown. */
export function day(date: string, tls: readonly number[], more: Partial<DayFlow> = {}): DayFlow {
  return { date, tls, approximate: false, forcedTls: null, ...more };
}

/** An inbound Partner connector, unless told otherwise. */
export function connector(days: readonly DayFlow[], more: Partial<ConnectorFlow> = {}): ConnectorFlow {
  return { direction: 'inbound', name: 'Contoso', type: 'Partner', forcedTls: null, days, ...more };
}

/** A report on nothing but these connectors, whose period is that of their days. */
export function report(...connectors: readonly ConnectorFlow[]): MailFlowReport {
  const days = connectors.flatMap((one) => one.days.map((each) => each.date)).sort();
  const [start] = days;
  const end = days.at(-1);
  return {
    ...EMPTY_REPORT,
    period: start === undefined || end === undefined ? null : { start, end },
    connectors,
  };
}
