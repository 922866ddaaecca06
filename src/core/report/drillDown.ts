import type { Period } from '../model/day';
import type { SourceLine } from '../model/messageFlow';
import type { TlsCounts, TlsState } from '../model/tls';
import type { ProofLine } from './report';

export type { LineText } from '../reading/textOfLines';

/** Which messages of one connector are asked about. */
export interface DrillDownQuery {
  /** The connector's key (`keyOf` in connectorReport.ts). */
  readonly connector: string;
  /** All of them where it is not given. */
  readonly tls?: TlsState;
  /** UTC days; those of the analysis period that lie in it, all of them where it is not given. */
  readonly period?: Period;
  /** Only messages of this remote host; empty: of those whose host the export does not tell. */
  readonly host?: string;
  /** Only messages of this sender's domain; empty: of those whose sender the export does not tell. */
  readonly sender?: string;
}

/** Messages of a remote host, one of its senders, a TLS state and a cipher. */
export interface PeerRow {
  /** Domain of the envelope sender; empty where not told. */
  readonly sender: string;
  /** As the export writes it; empty where not told. */
  readonly cipher: string;
  readonly tls: TlsState;
  readonly messages: number;
  /** The UTC day of the first and the last of them: its beginning, in milliseconds since 1970. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** The first line that proves the TLS state of one of them. */
  readonly first: ProofLine;
}

/** A remote host: what its rows add up to, and the most frequent of them. */
export interface HostRow {
  /** The other side's address or name; empty where not told. */
  readonly host: string;
  /** What it calls itself (HELO, greeting) in any of its sessions, last first: only protocol logs tell. */
  readonly names: readonly string[];
  readonly messages: number;
  readonly tls: TlsCounts;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly first: ProofLine;
  /** Among those without a name are hosts that were folded together, since they were too many to be told apart. */
  readonly isFolded: boolean;
  /** By messages. */
  readonly peers: readonly PeerRow[];
  /** Rows that are not listed in {@link peers}. */
  readonly notListed: number;
}

/**
 * Who stood at the other side of a connector: what {@link HostRow}s and `aggregated` hold together is what the report counts
 * of the connector on these days, to the last message.
 */
export interface PeerReport {
  readonly connector: string;
  /** Null: all states. */
  readonly tls: TlsState | null;
  /** The days that were counted; null where there are none. */
  readonly period: Period | null;
  /** Messages of all hosts, also of those not listed. */
  readonly messages: number;
  readonly counts: TlsCounts;
  /** Messages that only an aggregated export tells of: it does not say who stood at the other side. */
  readonly aggregated: TlsCounts;
  /** By messages. */
  readonly hosts: readonly HostRow[];
  readonly notListed: { readonly hosts: number; readonly messages: number };
  /** True where the less frequent hosts were folded into one row without a name. */
  readonly isFolded: boolean;
}

/** How much of a {@link PeerReport} is listed. */
export interface PeerLimits {
  readonly hosts: number;
  /** Rows of each host; of few hosts, so many more that it comes to about as many rows as {@link hosts}. */
  readonly peers: number;
}

/** As much as a page shows at once. */
export const PAGE_LIMITS: PeerLimits = { hosts: 200, peers: 20 };
/** Everything. */
export const NO_LIMITS: PeerLimits = { hosts: Number.POSITIVE_INFINITY, peers: Number.POSITIVE_INFINITY };

/** How many proving lines, and the text of how many, a page gets at a time. */
export const LINES_A_TIME = 200;

/** Lines that prove messages, lowest line of the first file first. */
export interface ProofLineList {
  /** Each is a file's position in the report, and a line of it. */
  readonly lines: readonly SourceLine[];
  /** How many such lines there are; a line may prove several messages. */
  readonly total: number;
}
