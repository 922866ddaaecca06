import { MailFlow } from './aggregate/mailFlow';
import { readFile } from './fileReading';
import { FileAccount } from './formats/fileAccount';
import type { CountingOptions } from './formats/format';
import { SessionStore } from './formats/protocolLog/sessionStore';
import type { ByteSource } from './reading/pieces';
import type { Scanning } from './reading/scanner/kernel';
import { buildReport, type ReportOptions } from './report/buildReport';
import type { MailFlowReport } from './report/report';
import { Slices, type Surroundings } from './surroundings';

export type AnalysisOptions = CountingOptions & ReportOptions;

/**
 * Reads export files into one aggregate: bytes → text → records → message-flow facts → MailFlow. Never throws on
 * content: what cannot be used is in the report, with its line.
 */
export class Analysis {
  readonly #flow = new MailFlow();
  readonly #accounts: FileAccount[];
  readonly #sessions: SessionStore;
  readonly #options: AnalysisOptions;

  readonly #scanning: Scanning | undefined;

  /** `paths`: all files, in the report's order. `scanning`: the host's fast way to records, if it has one. */
  constructor(paths: readonly string[], options: AnalysisOptions, scanning?: Scanning) {
    this.#scanning = scanning;
    this.#accounts = paths.map((path, index) => new FileAccount(index, path));
    this.#sessions = new SessionStore(this.#flow, this.#accounts);
    this.#options = options;
  }

  /** Reads the file at a position of the report's order. Files may be read in any order, one after the other. */
  async read(index: number, source: ByteSource, surroundings: Surroundings): Promise<void> {
    const account = this.#accounts[index] as FileAccount;
    const target = { flow: this.#flow, sessions: this.#sessions, options: this.#options, scanning: this.#scanning };
    try {
      account.location = source.location ?? account.path;
      await readFile(account, source, target, surroundings);
    } catch (error) {
      account.problem(0, 'unreadable', error instanceof Error ? error.message : String(error));
    }
  }

  /** Counts what only the end of all files decides. */
  async finish(surroundings: Pick<Surroundings, 'pause'>): Promise<void> {
    await new Slices(surroundings).all(this.#sessions.finish());
  }

  /** The whole report, once everything has been read. */
  report(): MailFlowReport {
    return buildReport(this.#flow, this.#accounts, this.#options, false);
  }

  /** What has been read so far, without insights. */
  partialReport(): MailFlowReport {
    return buildReport(this.#flow, this.#accounts, this.#options, true);
  }
}
