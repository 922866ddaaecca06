import type { BaselineVerdict } from '../compare/baseline';
import type { Thresholds } from '../model/ruleTable';
import type { PeerReport } from '../report/drillDown';
import type { MailFlowReport, ProofLine } from '../report/report';
import type { ExportStrings } from './exportWording';

/** The text of a line that proves something. */
export interface Evidence extends ProofLine {
  readonly text: string;
  /** True where the line is longer than `text`. */
  readonly isCut: boolean;
}

/** What was replaced before a report was handed on, beside addresses, host names and senders. */
export interface RedactionOptions {
  readonly connectors: boolean;
  /** `folders`: files keep their names, without the folders they lie in. */
  readonly files: 'kept' | 'folders' | 'replaced';
}

/** Everything an export may show, as it is or redacted (redact.ts). */
export interface ExportContent {
  readonly report: MailFlowReport;
  /** Of the report's connectors; none where remote hosts are not asked for. */
  readonly peers: readonly PeerReport[];
  /** The text of lines that prove insights, as far as it could be read. */
  readonly evidence: readonly Evidence[];
  /** Null: nothing was replaced. */
  readonly redaction: RedactionOptions | null;
  /** The report held against a baseline, where there is one. */
  readonly baseline?: BaselineVerdict;
}

/** What an export is made with. */
export interface ExportContext {
  readonly strings: ExportStrings;
  /** BCP 47 tag of the reader's language, for numbers and dates. */
  readonly locale: string;
  /** The program's. */
  readonly version: string;
  /** When the export is made, in milliseconds since 1970. */
  readonly time: number;
  /** What *significant* was in the analysis. */
  readonly thresholds: Thresholds;
}
