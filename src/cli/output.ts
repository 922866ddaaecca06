import { version } from '../../package.json';
import type { Analysis } from '../core/analyze';
import type { ExportContent, ExportContext } from '../core/export/content';
import { detailsCsv } from '../core/export/csv/detailsCsv';
import { peersCsv } from '../core/export/csv/peersCsv';
import { ENGLISH_EXPORT_STRINGS, redactionSentences } from '../core/export/exportWording';
import { auditPage } from '../core/export/html/auditPage';
import { reportMarkdown } from '../core/export/markdown/reportMarkdown';
import { redact, redactedParts } from '../core/export/redact';
import { connectorReport, keyOf } from '../core/report/connectorReport';
import { NO_LIMITS, type PeerReport } from '../core/report/drillDown';
import { reportJson } from '../core/report/json';
import type { MailFlowReport } from '../core/report/report';
import { reportText } from '../core/report/text';
import { Slices } from '../core/surroundings';
import { pause } from '../platform/node/pause';
import type { OutputFormat, ReportArguments } from './arguments';
import { painted } from './colours';
import { evidenceOf } from './evidence';

/** Formats that say who stood at the other side. */
const WITH_HOSTS: ReadonlySet<OutputFormat> = new Set(['csv-hosts', 'html']);
/** Formats that show lines. */
const WITH_EVIDENCE: ReadonlySet<OutputFormat> = new Set(['markdown', 'html']);

/** The report as the command line asks for it. `isColoured`: the text's parts may have colours. */
export async function outputOf(
  analysis: Analysis,
  report: MailFlowReport,
  args: ReportArguments,
  isColoured: boolean,
): Promise<string> {
  const whole: ExportContent = {
    report,
    peers: WITH_HOSTS.has(args.format) ? await peersOf(analysis, report) : [],
    evidence: WITH_EVIDENCE.has(args.format) ? await evidenceOf(report) : [],
    redaction: null,
  };
  const content = args.redaction === null ? whole : redact(whole, args.redaction);
  const context: ExportContext = {
    strings: ENGLISH_EXPORT_STRINGS,
    locale: 'en',
    version,
    time: Date.now(),
    thresholds: analysis.options.thresholds,
  };
  return written(content, context, args, isColoured);
}

/** Of all connectors; nothing is added to the analysis any more. */
async function peersOf(analysis: Analysis, { connectors }: MailFlowReport): Promise<PeerReport[]> {
  const slices = new Slices({ pause });
  const peers: PeerReport[] = [];
  for (const connector of connectors) {
    const one = await slices.all(analysis.peers({ connector: keyOf(connector) }, NO_LIMITS));
    peers.push(...(one === undefined ? [] : [one]));
  }
  return peers;
}

function written(content: ExportContent, context: ExportContext, args: ReportArguments, isColoured: boolean): string {
  const { report, redaction } = content;
  const { strings } = context;
  const { delimiter } = args;
  switch (args.format) {
    case 'text': {
      const notes = redaction === null ? [] : redactionSentences(strings, redaction);
      return reportText(report, isColoured ? { notes, paint: painted } : { notes });
    }
    case 'json': {
      const json = reportJson(report, redaction === null ? undefined : redactedParts(redaction));
      return `${JSON.stringify(json, null, 2)}\n`;
    }
    case 'csv': {
      const none = { start: '', end: '' };
      const details = connectorReport(report.connectors, 'all', report.period ?? none);
      return detailsCsv(details, strings, { delimiter }, redaction);
    }
    case 'csv-hosts':
      return peersCsv(content, strings, { delimiter });
    case 'markdown':
      return reportMarkdown(content, context);
    case 'html':
      return auditPage(content, context);
  }
}
