import type { SourceLine } from './messageFlow';

/** Sessions that failed in one way, as an SMTP TLS report lists them. Texts are empty where not told. */
export interface TlsFailure {
  /** `certificate-expired`, `starttls-not-supported`, … (RFC 8460, 4.3). */
  readonly result: string;
  readonly sessions: number;
  /** Address of the server that wanted to send. */
  readonly sender: string;
  /** Name of the server that was to receive. */
  readonly receiver: string;
  readonly reason: string;
}

/** What one policy of an SMTP TLS report (RFC 8460) tells: sessions of a sending organisation with a domain, not messages. */
export interface TlsReport {
  /** Who sent, and reports. */
  readonly organization: string;
  readonly reportId: string;
  /** Whose mail servers were spoken to. */
  readonly domain: string;
  /** UTC days, both inside. */
  readonly start: number;
  readonly end: number;
  /** `sts`, `tlsa` or `no-policy-found`; empty where not told. */
  readonly policy: string;
  readonly successful: number;
  readonly failed: number;
  /** Of those that failed, those to whom no TLS was offered. */
  readonly notEncrypted: number;
  /** The first ones; `failed` counts all. */
  readonly failures: readonly TlsFailure[];
  /** Position among the report's policies: a report may have several for a domain. */
  readonly position: number;
  readonly proof: SourceLine;
}
