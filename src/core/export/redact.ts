import type { BaselineVerdict } from '../compare/baseline';
import type { SnapshotInsight } from '../compare/snapshot';
import type { ProblemReason, ReadingProblem } from '../model/problem';
import { keyOf } from '../report/connectorReport';
import type { HostRow, PeerReport } from '../report/drillDown';
import type { RedactedKind } from '../report/json';
import type {
  ClientSubmission,
  ConnectorFlow,
  DefinitionFacts,
  FileReport,
  HostChanges,
  Insight,
  MailFlowReport,
  OffendingName,
  ProofLine,
  Repair,
  TlsReportEntry,
} from '../report/report';
import type { Evidence, ExportContent, RedactionOptions } from './content';
import { provingWords } from './provingWords';
import { hostKind, Pseudonyms } from './pseudonyms';
import { originalsOf, splitPath } from './redactedValues';

/** Nothing that tells whose mail it is remains. */
export const REDACT_ALL: RedactionOptions = { connectors: true, files: 'replaced' };

/** What is replaced, as the JSON report names it. */
export function redactedParts({ connectors, files }: RedactionOptions): RedactedKind[] {
  const replaced: RedactedKind[] = files === 'kept' ? [] : [files === 'folders' ? 'folders' : 'files'];
  return ['hosts', ...(connectors ? (['connectors'] as const) : []), ...replaced, 'texts'];
}

/** Of these problems the detail is a number, a day, or a word of ours; of others it may be any text of the file. */
const PLAIN_DETAILS: ReadonlySet<ProblemReason> = new Set([
  'raggedRecord',
  'futureDay',
  'percentExcess',
  'differingRow',
  'missingColumn',
  'dateOrderGuessed',
  'dateOrderBySpan',
]);

/** Stands for a text that is left out. */
const LEFT_OUT = '…';

/** A cipher's name is kept as it is where it looks like one. */
const CIPHER = /^[A-Z0-9_-]{1,48}$/i;

/**
 * Replaces addresses, host names and sender domains, and what `options` name, by stand-ins: the same value has the same one
 * everywhere. Texts that files bring along are left out. Every field is built anew, so that none is passed on that nobody
 * has looked at.
 */
export function redact(content: ExportContent, options: RedactionOptions): ExportContent {
  const redaction = new Redaction(content, options);
  return {
    report: redaction.report(content.report),
    peers: content.peers.map((peers) => redaction.peers(peers, content.report)),
    evidence: content.evidence.map((line) => redaction.evidence(line)),
    redaction: options,
    ...(content.baseline === undefined ? {} : { baseline: redaction.baseline(content.baseline) }),
  };
}

/** Policies and results of RFC 8460, which name nobody. */
const POLICIES: ReadonlySet<string> = new Set(['sts', 'tlsa', 'no-policy-found']);
const RESULT =
  /^(?:starttls-not-supported|certificate-(?:host-mismatch|expired|not-trusted)|validation-failure|tlsa-invalid|dnssec-invalid|dane-required|sts-(?:policy-fetch-error|policy-invalid|webpki-invalid))$/;

class Redaction {
  readonly #options: RedactionOptions;
  readonly #pseudonyms: Pseudonyms;

  constructor(content: ExportContent, options: RedactionOptions) {
    this.#options = options;
    this.#pseudonyms = new Pseudonyms(originalsOf(content));
  }

  report(report: MailFlowReport): MailFlowReport {
    return {
      period: report.period,
      files: report.files.map((file) => this.#file(file)),
      connectors: report.connectors.map((connector) => this.#connector(connector)),
      internal: report.internal,
      shared: report.shared,
      insights: report.insights.map((insight) => this.#insight(insight)),
      mutedInsights: report.mutedInsights.map((insight) => this.#insight(insight)),
      hostChanges: report.hostChanges.map((changes) => this.#hostChanges(changes)),
      silentRules: report.silentRules,
      tlsReports: report.tlsReports.map((entry) => this.#tlsReport(entry)),
      clientSubmission: report.clientSubmission === null ? null : this.#submission(report.clientSubmission),
      missingTlsMeansNone: report.missingTlsMeansNone,
    };
  }

  peers(peers: PeerReport, { connectors }: MailFlowReport): PeerReport {
    const connector = connectors.find((one) => keyOf(one) === peers.connector);
    return {
      connector: connector === undefined ? '' : keyOf(this.#connector(connector)),
      tls: peers.tls,
      period: peers.period,
      messages: peers.messages,
      counts: peers.counts,
      aggregated: peers.aggregated,
      hosts: peers.hosts.map((host) => this.#hostRow(host)),
      notListed: peers.notListed,
      isFolded: peers.isFolded,
    };
  }

  baseline({ period, states, gone }: BaselineVerdict): BaselineVerdict {
    return { period, states, gone: gone.map((insight) => this.#goneInsight(insight)) };
  }

  evidence({ file, line, text, isCut }: Evidence): Evidence {
    return { ...this.#proof({ file, line }), text: provingWords(text), isCut };
  }

  #file(file: FileReport): FileReport {
    const { format, encoding, records, used, leftOut, dates, sessions, problems, problemCount } = file;
    return {
      path: this.#path(file.path),
      format,
      encoding,
      records,
      used,
      leftOut,
      ...(dates === undefined ? {} : { dates }),
      ...(sessions === undefined ? {} : { sessions }),
      problems: problems.map((problem) => this.#problem(problem)),
      problemCount,
    };
  }

  #problem({ line, reason, detail }: ReadingProblem): ReadingProblem {
    if (detail === undefined || PLAIN_DETAILS.has(reason)) {
      return detail === undefined ? { line, reason } : { line, reason, detail };
    }
    return { line, reason, detail: reason === 'connectorTypeConflict' ? this.#name(detail) : LEFT_OUT };
  }

  #connector({ direction, name, type, forcedTls, definition, days }: ConnectorFlow): ConnectorFlow {
    return {
      direction,
      name: name === null ? null : this.#name(name),
      type,
      forcedTls,
      ...(definition === undefined ? {} : { definition: this.#definition(definition) }),
      days,
    };
  }

  #definition({ forcedTls, certificate, isEnabled, file, line }: DefinitionFacts): DefinitionFacts {
    const name = certificate === null ? null : this.#host(certificate);
    return { forcedTls, certificate: name, isEnabled, ...this.#proof({ file, line }) };
  }

  #insight(insight: Insight): Insight {
    const { rule, severity, isNearMiss, values, direction, connector, connectorType, messages, known, share } = insight;
    return {
      rule,
      severity,
      isNearMiss,
      values: values.map((value) => this.#ciphers(value)),
      direction,
      connector: connector === null ? null : this.#name(connector),
      connectorType,
      messages,
      known,
      share,
      approximate: insight.approximate,
      period: insight.period,
      thresholds: insight.thresholds,
      first: this.#proof(insight.first),
      last: this.#proof(insight.last),
      hosts: insight.hosts.map(({ host, messages, firstSeen, lastSeen, names, certificates, ...first }) => ({
        host: this.#host(host),
        messages,
        firstSeen,
        lastSeen,
        names: names.map((name) => this.#host(name)),
        certificates: certificates.map(({ subject, expires }) => ({
          subject: this.#pseudonyms.of('certificate', subject),
          expires,
        })),
        ...this.#proof(first),
      })),
      hostCount: insight.hostCount,
      hostUntold: insight.hostUntold,
      senders: insight.senders.map((one) => this.#offending(one, this.#pseudonyms.of('domain', one.name))),
      ciphers: insight.ciphers.map((one) => this.#offending(one, this.#ciphers(one.name))),
      repair: insight.repair === null ? null : this.#repair(insight.repair),
    };
  }

  #goneInsight({ rule, severity, direction, connector, messages, share }: SnapshotInsight): SnapshotInsight {
    const name = connector === null ? null : this.#name(connector);
    return { rule, severity, direction, connector: name, messages, share };
  }

  #offending({ messages, firstSeen, lastSeen }: OffendingName, name: string): OffendingName {
    return { name, messages, firstSeen, lastSeen };
  }

  #repair({ hosts, hostCount, messages, remaining, isEnough }: Repair): Repair {
    return { hosts: hosts.map((host) => this.#host(host)), hostCount, messages, remaining, isEnough };
  }

  #hostChanges({ direction, connector, connectorType, stopped, lost }: HostChanges): HostChanges {
    const changed = ({ count, hosts }: HostChanges['lost']): HostChanges['lost'] => ({
      count,
      hosts: hosts.map(({ host, messages, lastOld, since }) => ({ host: this.#host(host), messages, lastOld, since })),
    });
    const name = connector === null ? null : this.#name(connector);
    return { direction, connector: name, connectorType, stopped: changed(stopped), lost: changed(lost) };
  }

  #tlsReport(entry: TlsReportEntry): TlsReportEntry {
    return {
      organization: this.#pseudonyms.of('organization', entry.organization),
      domain: this.#pseudonyms.of('domain', entry.domain),
      start: entry.start,
      end: entry.end,
      policy: POLICIES.has(entry.policy) ? entry.policy : '',
      successful: entry.successful,
      failed: entry.failed,
      notEncrypted: entry.notEncrypted,
      failures: entry.failures.map(({ result, sessions, sender, receiver, reason }) => ({
        result: RESULT.test(result) ? result : LEFT_OUT,
        sessions,
        sender: this.#host(sender),
        receiver: this.#host(receiver),
        reason: reason === '' ? '' : LEFT_OUT,
      })),
      ...this.#proof(entry),
    };
  }

  #submission({ tls, approximate, clients }: ClientSubmission): ClientSubmission {
    return {
      tls,
      approximate,
      clients: clients.map((client) => ({
        sender: this.#pseudonyms.of('client', client.sender),
        tls: client.tls,
        approximate: client.approximate,
        ...this.#proof(client),
      })),
    };
  }

  #hostRow(row: HostRow): HostRow {
    return {
      host: this.#host(row.host),
      messages: row.messages,
      tls: row.tls,
      firstSeen: row.firstSeen,
      lastSeen: row.lastSeen,
      first: this.#proof(row.first),
      isFolded: row.isFolded,
      peers: row.peers.map((peer) => ({
        sender: this.#pseudonyms.of('domain', peer.sender),
        cipher: this.#ciphers(peer.cipher),
        tls: peer.tls,
        messages: peer.messages,
        firstSeen: peer.firstSeen,
        lastSeen: peer.lastSeen,
        first: this.#proof(peer.first),
      })),
      notListed: row.notListed,
    };
  }

  /** Ciphers' names, and numbers and days, which look no different; what looks different may be any text of the file. */
  #ciphers(names: string): string {
    return names
      .split(', ')
      .map((name) => (CIPHER.test(name) ? name : this.#pseudonyms.of('cipher', name)))
      .join(', ');
  }

  #host(host: string): string {
    return this.#pseudonyms.of(hostKind(host), host);
  }

  #name(connector: string): string {
    return this.#options.connectors ? this.#pseudonyms.of('connector', connector) : connector;
  }

  #proof({ file, line }: ProofLine): ProofLine {
    return { file: this.#path(file), line };
  }

  #path(path: string): string {
    switch (this.#options.files) {
      case 'kept':
        return path;
      case 'replaced':
        return this.#pseudonyms.of('file', path);
      case 'folders': {
        const [folder, name] = splitPath(path);
        return folder === '' ? name : `${this.#pseudonyms.of('folder', folder)}/${name}`;
      }
    }
  }
}
