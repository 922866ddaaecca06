import type { BaselineVerdict } from '../compare/baseline';
import type { ProblemReason, ReadingProblem } from '../model/problem';
import { keyOf } from '../report/connectorReport';
import type { HostRow, PeerReport } from '../report/drillDown';
import type { RedactedKind } from '../report/json';
import { provingWords } from '../report/provingWords';
import type {
  ClientSubmission,
  ConnectorFlow,
  DefinitionFacts,
  FileReport,
  MailFlowReport,
  TlsReportEntry,
} from '../report/report';
import type { Evidence, ExportContent, RedactionOptions } from './content';
import { redactGone, redactHostChanges, redactInsight } from './redactInsights';
import { StandIns } from './standIns';

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

/**
 * Replaces addresses, host names and sender domains, and what `options` name, by stand-ins: the same value has the same one
 * everywhere. Texts that files bring along are left out. Every field is built anew, so that none is passed on that nobody
 * has looked at.
 */
export function redact(content: ExportContent, options: RedactionOptions): ExportContent {
  const redaction = new Redaction(new StandIns(content, options));
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
  readonly #names: StandIns;

  constructor(names: StandIns) {
    this.#names = names;
  }

  report(report: MailFlowReport): MailFlowReport {
    return {
      period: report.period,
      files: report.files.map((file) => this.#file(file)),
      connectors: report.connectors.map((connector) => this.#connector(connector)),
      internal: report.internal,
      shared: report.shared,
      insights: report.insights.map((insight) => redactInsight(insight, this.#names)),
      mutedInsights: report.mutedInsights.map((insight) => redactInsight(insight, this.#names)),
      hostChanges: report.hostChanges.map((changes) => redactHostChanges(changes, this.#names)),
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
    return { period, states, gone: gone.map((insight) => redactGone(insight, this.#names)) };
  }

  evidence({ file, line, text, isCut }: Evidence): Evidence {
    return { ...this.#names.proof({ file, line }), text: provingWords(text), isCut };
  }

  #file(file: FileReport): FileReport {
    const { format, encoding, records, used, leftOut, dates, sessions, problems, problemCount } = file;
    return {
      path: this.#names.path(file.path),
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
    return { line, reason, detail: reason === 'connectorTypeConflict' ? this.#names.connector(detail) : LEFT_OUT };
  }

  #connector({ direction, name, type, forcedTls, definition, days }: ConnectorFlow): ConnectorFlow {
    return {
      direction,
      name: name === null ? null : this.#names.connector(name),
      type,
      forcedTls,
      ...(definition === undefined ? {} : { definition: this.#definition(definition) }),
      days,
    };
  }

  #definition({ forcedTls, certificate, isEnabled, file, line }: DefinitionFacts): DefinitionFacts {
    const name = certificate === null ? null : this.#names.host(certificate);
    return { forcedTls, certificate: name, isEnabled, ...this.#names.proof({ file, line }) };
  }

  #tlsReport(entry: TlsReportEntry): TlsReportEntry {
    return {
      organization: this.#names.of('organization', entry.organization),
      domain: this.#names.of('domain', entry.domain),
      start: entry.start,
      end: entry.end,
      policy: POLICIES.has(entry.policy) ? entry.policy : '',
      successful: entry.successful,
      failed: entry.failed,
      notEncrypted: entry.notEncrypted,
      failures: entry.failures.map(({ result, sessions, sender, receiver, reason }) => ({
        result: RESULT.test(result) ? result : LEFT_OUT,
        sessions,
        sender: this.#names.host(sender),
        receiver: this.#names.host(receiver),
        reason: reason === '' ? '' : LEFT_OUT,
      })),
      ...this.#names.proof(entry),
    };
  }

  #submission({ tls, approximate, clients }: ClientSubmission): ClientSubmission {
    return {
      tls,
      approximate,
      clients: clients.map((client) => ({
        sender: this.#names.of('client', client.sender),
        tls: client.tls,
        approximate: client.approximate,
        ...this.#names.proof(client),
      })),
    };
  }

  #hostRow(row: HostRow): HostRow {
    return {
      host: this.#names.host(row.host),
      names: row.names.map((name) => this.#names.host(name)),
      messages: row.messages,
      tls: row.tls,
      firstSeen: row.firstSeen,
      lastSeen: row.lastSeen,
      first: this.#names.proof(row.first),
      isFolded: row.isFolded,
      peers: row.peers.map((peer) => ({
        sender: this.#names.of('domain', peer.sender),
        cipher: this.#names.ciphers(peer.cipher),
        tls: peer.tls,
        messages: peer.messages,
        firstSeen: peer.firstSeen,
        lastSeen: peer.lastSeen,
        first: this.#names.proof(peer.first),
      })),
      notListed: row.notListed,
    };
  }
}
