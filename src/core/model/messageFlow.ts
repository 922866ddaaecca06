import type { ConnectorRef, Direction } from './connector';
import type { Tls } from './tls';

/** A line of a file: the file's position in the report's order, and the line, 1-based as VS Code counts. */
export interface SourceLine {
  readonly file: number;
  readonly line: number;
}

/** True where `a` stands before `b`: lowest line of the first file in the report's order. */
export function isBefore(a: SourceLine, b: SourceLine): boolean {
  return a.file === b.file ? a.line < b.line : a.file < b.file;
}

/** 64 bits that stand for a message's identity. Two ids share them by chance once in 10^5 sets of 20 million messages. */
export interface MessageKey {
  readonly high: number;
  readonly low: number;
}

/** A message crossing the organisation's border, as one record (or one SMTP transfer) tells it. */
export interface MessageFlow {
  readonly key: MessageKey;
  readonly direction: Direction;
  readonly connector: ConnectorRef;
  readonly tls: Tls;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** The other side's address or name; empty where not told. */
  readonly host: string;
  /** Domain of the envelope sender; empty where not told. */
  readonly sender: string;
  /** As the export writes it (`CALG_AES_256`); empty where not told. */
  readonly cipher: string;
  /** The line that tells the TLS state: of No TLS, the accepting reply. */
  readonly proof: SourceLine;
  /** Set for what the Hub (transport) service logged: its server, lower case. FrontEnd logs tell the same mail. */
  readonly hubServer: string | null;
}

/** One row of an aggregated export: a connector on a day, with the messages per TLS state worked out from percentages. */
export interface AggregatedFlow {
  readonly direction: Direction;
  readonly connector: ConnectorRef;
  readonly day: number;
  readonly counts: readonly number[];
  readonly forcedTls: boolean | null;
  readonly proof: SourceLine;
}
