import { knownOf, volumeOf } from '../../src/core/model/tls';
import type { DayFlow, MailFlowReport } from '../../src/core/report/report';

/** True where messages were counted and the TLS state of none of them is known. */
export function tellsNothing(report: MailFlowReport): boolean {
  const someDay = (holds: (day: DayFlow) => boolean) => report.connectors.some(({ days }) => days.some(holds));
  return someDay((day) => volumeOf(day.tls) > 0) && !someDay((day) => knownOf(day.tls) > 0);
}
