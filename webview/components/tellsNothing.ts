import { knownOf, volumeOf } from '../../src/core/model/tls';
import type { MailFlowReport } from '../../src/core/report/report';

/** True where messages were counted and the TLS state of none of them is known. */
export function tellsNothing(report: MailFlowReport): boolean {
  const days = report.connectors.flatMap((connector) => connector.days);
  return days.some((day) => volumeOf(day.tls) > 0) && days.every((day) => knownOf(day.tls) === 0);
}
