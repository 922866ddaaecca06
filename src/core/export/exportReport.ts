import type { Analysis } from '../analyze';
import { connectorReport, keyOf } from '../report/connectorReport';
import { NO_LIMITS, type PeerReport } from '../report/drillDown';
import { reportJson } from '../report/json';
import type { MailFlowReport } from '../report/report';
import type { ExportContent, ExportContext } from './content';
import type { CsvOptions } from './csv/csvText';
import { detailsCsv } from './csv/detailsCsv';
import { peersCsv } from './csv/peersCsv';
import { auditPage } from './html/auditPage';
import { reportMarkdown } from './markdown/reportMarkdown';
import { redactedParts } from './redact';

/** What a report can be handed on as, beside a terminal's text. */
export const EXPORT_FORMATS = ['json', 'csv', 'csv-hosts', 'markdown', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** True for formats that say who stood at the other side: their content needs {@link peersOfAll}. */
export function showsHosts(format: ExportFormat): boolean {
  return format === 'csv-hosts' || format === 'html';
}

/** True for formats that show lines of files: their content needs evidence. */
export function showsLines(format: ExportFormat): boolean {
  return format === 'markdown' || format === 'html';
}

/** The remote hosts of all connectors. Works in small steps; undefined where the analysis went on meanwhile. */
export function* peersOfAll(
  analysis: Pick<Analysis, 'peers'>,
  { connectors }: MailFlowReport,
): Generator<void, PeerReport[] | undefined> {
  const all: PeerReport[] = [];
  for (const connector of connectors) {
    const peers = yield* analysis.peers({ connector: keyOf(connector) }, NO_LIMITS);
    if (peers === undefined) {
      return undefined;
    }
    all.push(peers);
  }
  return all;
}

/** The report in a format. What it shows is what `content` holds: redact that first, where names are not to be told. */
export function exportReport(
  format: ExportFormat,
  content: ExportContent,
  context: ExportContext,
  options: CsvOptions,
): string {
  const { report, redaction } = content;
  switch (format) {
    case 'json': {
      const json = reportJson(report, redaction === null ? undefined : redactedParts(redaction), content.baseline);
      return `${JSON.stringify(json, null, 2)}\n`;
    }
    case 'csv': {
      const details = connectorReport(report.connectors, 'all', report.period ?? { start: '', end: '' });
      return detailsCsv(details, context.strings, options, redaction);
    }
    case 'csv-hosts':
      return peersCsv(content, context.strings, options);
    case 'markdown':
      return reportMarkdown(content, context);
    case 'html':
      return auditPage(content, context);
  }
}
