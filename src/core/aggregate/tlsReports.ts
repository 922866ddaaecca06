import { isBefore } from '../model/messageFlow';
import type { TlsReport } from '../model/tlsReport';

/** The SMTP TLS reports of an analysis: the same one counts once, in however many files it is. */
export class TlsReports {
  /** By organisation, report and policy: the one that stands first. */
  readonly #reports = new Map<string, TlsReport>();

  add(report: TlsReport): void {
    const { organization, reportId, domain, policy, position } = report;
    const key = JSON.stringify([organization.toLowerCase(), reportId, domain.toLowerCase(), policy, position]);
    const known = this.#reports.get(key);
    if (known === undefined || isBefore(report.proof, known.proof)) {
      this.#reports.set(key, report);
    }
  }

  /** In the order of the files. */
  all(): TlsReport[] {
    return [...this.#reports.values()].sort((a, b) =>
      isBefore(a.proof, b.proof) ? -1 : isBefore(b.proof, a.proof) ? 1 : a.position - b.position,
    );
  }
}
