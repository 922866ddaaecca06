import type { ClientVolume } from '../model/clientVolume';
import { isBefore, type SourceLine } from '../model/messageFlow';
import { addCounts, noCounts, Tls, type TlsCounts, volumeOf } from '../model/tls';
import type { SummaryNotes } from './connectorSummary';

/** What is known of a client that hands in mail. */
export interface ClientSummary {
  readonly sender: string;
  readonly counts: TlsCounts;
  readonly approximate: boolean;
  /** The first row that tells of it. */
  readonly proof: SourceLine;
}

/** The rows of SMTP AUTH clients reports. */
export class ClientVolumes {
  readonly #rows: ClientVolume[] = [];

  add(row: ClientVolume): void {
    this.#rows.push(row);
  }

  /**
   * The clients, those with the most mail under TLS 1.0 and 1.1 first. Of two rows for the same client and date the first
   * stands: the same report may be there twice, and rows tell no period.
   */
  summarize(notes: SummaryNotes): ClientSummary[] {
    const taken = new Map<string, ClientVolume>();
    const clients = new Map<string, ClientSummary & { readonly counts: number[] }>();
    for (const row of [...this.#rows].sort((a, b) => (isBefore(a.proof, b.proof) ? -1 : 1))) {
      const sender = row.sender.toLowerCase();
      const key = `${sender}\n${row.date}`;
      const known = taken.get(key);
      if (known !== undefined) {
        notes.leaveOut(row.proof.file, 'duplicateRow');
        if (row.counts.some((count, state) => count !== known.counts[state])) {
          notes.problem(row.proof.file, { line: row.proof.line, reason: 'differingRow', detail: row.sender });
        }
        continue;
      }
      taken.set(key, row);
      const client = clients.get(sender) ?? { ...row, counts: noCounts() };
      addCounts(client.counts, row.counts);
      clients.set(sender, { ...client, approximate: client.approximate || row.approximate });
    }
    return [...clients.values()]
      .map(({ sender, counts, approximate, proof }) => ({ sender, counts, approximate, proof }))
      .sort(
        (a, b) =>
          oldOf(b.counts) - oldOf(a.counts) ||
          volumeOf(b.counts) - volumeOf(a.counts) ||
          (a.sender.toLowerCase() < b.sender.toLowerCase() ? -1 : 1),
      );
  }
}

/** Messages under TLS 1.0 and 1.1. */
export function oldOf(counts: TlsCounts): number {
  return (counts[Tls.tls10] ?? 0) + (counts[Tls.tls11] ?? 0);
}
