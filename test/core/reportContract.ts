import type { ConnectorType, Direction } from '../../src/core/model/connector';
import type { TlsState } from '../../src/core/model/tls';

/** The JSON report as a program that reads it sees it (docs/report.schema.json). */
export interface ReportJson {
  readonly version: number;
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly files: readonly FileJson[];
  readonly directions: Readonly<Record<Direction, FlowJson & { readonly protectedPercent: number | null }>>;
  readonly internal: number;
  readonly shared: number;
  readonly missingTlsMeansNone: boolean;
  readonly connectors: readonly ConnectorJson[];
  readonly insights: readonly InsightJson[];
  readonly mutedInsights: readonly InsightJson[];
  readonly hostChanges: readonly {
    readonly direction: Direction;
    readonly connector: string | null;
    readonly stopped: ChangedHostsJson;
    readonly lost: ChangedHostsJson;
  }[];
  readonly trend: {
    readonly days: number;
    readonly told: boolean;
    readonly directions: readonly FlowTrendJson[];
    readonly connectors: readonly FlowTrendJson[];
  };
  readonly silentRules: readonly {
    readonly rule: string;
    readonly missing: readonly string[];
    readonly tooShort: boolean;
  }[];
  readonly tlsReports: readonly TlsReportJson[];
  readonly clientSubmission: ClientSubmissionJson | null;
}

export interface TlsReportJson {
  readonly organization: string;
  readonly domain: string;
  readonly start: string;
  readonly end: string;
  readonly policy: string;
  readonly successful: number;
  readonly failed: number;
  readonly notEncrypted: number;
  readonly failures: readonly { readonly result: string; readonly sessions: number }[];
  readonly file: string;
  readonly line: number;
}

export interface ClientSubmissionJson extends FlowJson {
  readonly clients: readonly (FlowJson & { readonly sender: string; readonly file: string; readonly line: number })[];
}

export interface FlowJson {
  readonly messages: number;
  readonly tls: Readonly<Partial<Record<TlsState, number>>>;
  readonly approximate: boolean;
}

export interface FileJson {
  readonly path: string;
  readonly format: string | null;
  readonly chosen?: 'format' | 'columns';
  readonly encoding: string;
  readonly records: number;
  readonly used: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly dates?: { readonly order: string; readonly by: string };
  readonly sessions?: { readonly total: number; readonly withoutMessage: number };
  readonly problems: readonly { readonly line: number; readonly reason: string; readonly message: string }[];
  readonly problemCount: number;
}

export interface ConnectorJson extends FlowJson {
  readonly direction: Direction;
  readonly name: string | null;
  readonly type: ConnectorType;
  readonly label: string;
  readonly forcedTls: boolean | null;
  readonly definition: DefinitionJson | null;
  readonly days: readonly (FlowJson & { readonly date: string })[];
}

export interface DefinitionJson {
  readonly certificate: string | null;
  readonly enabled: boolean | null;
  readonly file: string;
  readonly line: number;
}

export interface InsightJson {
  readonly rule: string;
  readonly severity: 'warning' | 'information';
  readonly nearMiss: boolean;
  readonly direction: Direction;
  readonly connector: string | null;
  readonly messages: number;
  readonly share: number;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly hosts: readonly OffendingHostJson[];
  readonly hostCount: number;
  readonly hostUntold: number | null;
  readonly senders: readonly (NameJson & { readonly name: string })[];
  readonly ciphers: readonly (NameJson & { readonly name: string })[];
  readonly repair: RepairJson | null;
}

export interface OffendingHostJson extends NameJson {
  readonly host: string;
  readonly names: readonly string[];
  readonly certificates: readonly { readonly subject: string; readonly expires: string | null }[];
  readonly file: string;
  readonly line: number;
}

export interface NameJson {
  readonly messages: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface RepairJson {
  readonly hosts: readonly string[];
  readonly hostCount: number;
  readonly messages: number;
  readonly remaining: number;
  readonly isEnough: boolean;
}

export interface ChangedHostsJson {
  readonly count: number;
  readonly hosts: readonly {
    readonly host: string;
    readonly messages: number;
    readonly lastOld: string;
    readonly since: string;
  }[];
}

export interface FlowTrendJson {
  readonly direction: Direction;
  readonly connector?: string | null;
  readonly type?: ConnectorType;
  readonly sinceLastWeek: string;
  readonly sinceFirstWeek: string;
  readonly weeks: readonly (FlowJson & {
    readonly start: string;
    readonly end: string;
    readonly known: number;
    readonly weak: number;
  })[];
}
