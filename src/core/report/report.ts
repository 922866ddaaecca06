import type { ChosenReading } from '../model/columnMapping';
import type { ConnectorType, Direction } from '../model/connector';
import type { Period } from '../model/day';
import type { FormatId, Told } from '../model/exportKind';
import type { LeftOutReason, ReadingProblem } from '../model/problem';
import type { RuleId, Severity, Thresholds } from '../model/ruleTable';
import type { TlsCounts } from '../model/tls';
import type { TlsFailure } from '../model/tlsReport';
import type { DecidedOrder } from '../reading/localDate';

/** What was read of one file. `records` = `used` + everything left out. */
export interface FileReport {
  readonly path: string;
  /** Null where the file is of no format the engine reads. */
  readonly format: FormatId | null;
  /** Where the user decided how it is read: in which format, or what its columns hold. */
  readonly chosen?: ChosenReading;
  readonly encoding: string;
  readonly records: number;
  readonly used: number;
  readonly leftOut: Partial<Record<LeftOutReason, number>>;
  /** How dates were read that leave open whether day or month comes first. */
  readonly dates?: DecidedOrder;
  /** Protocol logs only. A session belongs to the file that holds its first row. */
  readonly sessions?: { readonly total: number; readonly withoutMessage: number };
  /** The first problems, by line; `problemCount` counts all of them. */
  readonly problems: readonly ReadingProblem[];
  readonly problemCount: number;
}

/** One connector on one UTC day. */
export interface DayFlow {
  readonly date: string;
  readonly tls: TlsCounts;
  /** True where the counts were worked out from rounded percentages. */
  readonly approximate: boolean;
  /** As the day's record tells, else the connector's definition; null where none does. */
  readonly forcedTls: boolean | null;
}

/** All that is known of one connector in the period: what every page, export and rule starts from. */
export interface ConnectorFlow {
  readonly direction: Direction;
  /** Null: without a connector (type `NoConnector`), or not told (type `Unknown`). */
  readonly name: string | null;
  readonly type: ConnectorType;
  /** That of the newest day whose record tells, else of the definition; null where none does. */
  readonly forcedTls: boolean | null;
  /** Where a definition is among the files. */
  readonly definition?: DefinitionFacts;
  /** Oldest first; only days that have messages or aggregated rows. */
  readonly days: readonly DayFlow[];
}

/** What connector definitions tell of a connector beside its type, and the first line that defines it. */
export interface DefinitionFacts extends ProofLine {
  /** Null where none is told. */
  readonly forcedTls: boolean | null;
  /** The name that the other side's certificate must have; null where none is asked for, or it is not told. */
  readonly certificate: string | null;
  /** Null where it is not told. */
  readonly isEnabled: boolean | null;
}

/** A line of a file that proves something. `line` is 1-based, as VS Code counts lines. */
export interface ProofLine {
  readonly file: string;
  readonly line: number;
}

/** A remote host, its messages behind an insight, and the first line that proves one of them. */
export interface OffendingHost extends ProofLine {
  readonly host: string;
  readonly messages: number;
  /** UTC days of the first and the last of them. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** What it calls itself (HELO, greeting), last first: only protocol logs tell. */
  readonly names: readonly string[];
  readonly certificates: readonly ShownCertificate[];
}

/** A certificate that a host showed. */
export interface ShownCertificate {
  /** As the log writes it. */
  readonly subject: string;
  /** The UTC day on which it expires; null where it is not told. */
  readonly expires: string | null;
}

/** A sender's domain or a cipher, and its messages behind an insight. */
export interface OffendingName {
  readonly name: string;
  readonly messages: number;
  /** UTC days of the first and the last of them. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** The fewest hosts whose repair takes a warning below its thresholds. */
export interface Repair {
  /** The most frequent first; the first ones of a long list. */
  readonly hosts: readonly string[];
  readonly hostCount: number;
  /** What they have of the insight's messages … */
  readonly messages: number;
  /** … and what is left. */
  readonly remaining: number;
  /** False where even all hosts that are told would not do: of what is left, no file tells the host. */
  readonly isEnough: boolean;
}

/** A host that gave up TLS 1.0 and 1.1. */
export interface ChangedHost {
  readonly host: string;
  /** Its messages under TLS 1.0 or 1.1. */
  readonly messages: number;
  /** The UTC day of the last of them. */
  readonly lastOld: string;
  /** The first UTC day on which it is known to have done otherwise. */
  readonly since: string;
}

/** Hosts of a connector that used TLS 1.0 or 1.1 in the period, and then did not any more. */
export interface HostChanges {
  readonly direction: Direction;
  readonly connector: string | null;
  readonly connectorType: ConnectorType;
  /** All their mail since is under TLS 1.2 or newer. The most frequent first; the first ones of a long list. */
  readonly stopped: { readonly count: number; readonly hosts: readonly ChangedHost[] };
  /** All their mail since is in plain text. */
  readonly lost: { readonly count: number; readonly hosts: readonly ChangedHost[] };
}

/** What a rule found about one connector. */
export interface Insight {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** True where it would be a warning with lower thresholds: at least half of both are reached. */
  readonly isNearMiss: boolean;
  readonly direction: Direction;
  readonly connector: string | null;
  readonly connectorType: ConnectorType;
  /** Messages that the rule is about. */
  readonly messages: number;
  /** Messages of known state: what `share` is of. */
  readonly known: number;
  /** 0 to 1. */
  readonly share: number;
  readonly approximate: boolean;
  readonly period: Period;
  readonly thresholds: Thresholds;
  /** What the rule's own sentence names beside the figures. */
  readonly values: readonly string[];
  readonly first: ProofLine;
  readonly last: ProofLine;
  /** Who stood at the other side of these messages, the most frequent first; the first ones of a long list. */
  readonly hosts: readonly OffendingHost[];
  readonly hostCount: number;
  /** Messages of which no file tells the host; null where the rule names only some of the hosts. */
  readonly hostUntold: number | null;
  readonly senders: readonly OffendingName[];
  readonly ciphers: readonly OffendingName[];
  /** Null where nothing is warned about. */
  readonly repair: Repair | null;
}

/** A rule that says nothing of the files that were read, and why. */
export interface SilentRule {
  readonly rule: RuleId;
  /** What no file tells that the rule needs. */
  readonly missing: readonly Told[];
  /** True where the data does not reach over two weeks, which a trend needs. */
  readonly tooShort: boolean;
}

/** A policy of an SMTP TLS report (RFC 8460): sessions of another organisation with a domain of ours, not messages. */
export interface TlsReportEntry extends ProofLine {
  /** Who sent, and reports. */
  readonly organization: string;
  readonly domain: string;
  /** First and last UTC day. */
  readonly start: string;
  readonly end: string;
  /** `sts`, `tlsa`, `no-policy-found`; empty where not told. */
  readonly policy: string;
  readonly successful: number;
  readonly failed: number;
  /** Of those that failed, those to whom no TLS was offered: they travelled, or would have, in plain text. */
  readonly notEncrypted: number;
  /** The first ones of a long list. */
  readonly failures: readonly TlsFailure[];
}

/** A client that hands in mail with SMTP AUTH. */
export interface SubmissionClient extends ProofLine {
  readonly sender: string;
  readonly tls: TlsCounts;
  readonly approximate: boolean;
}

/** Mail that clients handed in with SMTP AUTH: neither inbound nor outbound. */
export interface ClientSubmission {
  readonly tls: TlsCounts;
  readonly approximate: boolean;
  /** Those with the most mail under TLS 1.0 and 1.1 first. */
  readonly clients: readonly SubmissionClient[];
}

/** The whole result of an analysis, plain data. Widget, flyout, Connector report, Problems and terminal all show this. */
export interface MailFlowReport {
  /** First and last UTC day of what was counted, or what was asked for; null where nothing was counted. */
  readonly period: Period | null;
  readonly files: readonly FileReport[];
  readonly connectors: readonly ConnectorFlow[];
  /** Distinct messages whose rows show internal hops only, on the days that are asked for; counted nowhere else. */
  readonly internal: number;
  /** Messages on these days of which more than one file tells that they crossed the border; each is counted once. */
  readonly shared: number;
  readonly insights: readonly Insight[];
  /** What rules found and the user no longer wants to be warned about; in none of the others. */
  readonly mutedInsights: readonly Insight[];
  readonly hostChanges: readonly HostChanges[];
  /** Rules that cannot say anything, for want of data. */
  readonly silentRules: readonly SilentRule[];
  /** In the order of the files. */
  readonly tlsReports: readonly TlsReportEntry[];
  /** Null where no file tells of it. */
  readonly clientSubmission: ClientSubmission | null;
  /** The setting that counts an inbound Exchange Online row without `S:tlsversion` as No TLS. */
  readonly missingTlsMeansNone: boolean;
}
