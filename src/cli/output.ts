import { resolve } from 'node:path';
import { version } from '../../package.json';
import type { Analysis } from '../core/analyze';
import type { ExportContent, ExportContext } from '../core/export/content';
import { evidenceOf } from '../core/export/evidence';
import { exportReport, peersOfAll, showsHosts, showsLines } from '../core/export/exportReport';
import { ENGLISH_EXPORT_STRINGS, redactionSentences } from '../core/export/exportWording';
import { redact } from '../core/export/redact';
import type { MailFlowReport } from '../core/report/report';
import { reportText } from '../core/report/text';
import { Slices } from '../core/surroundings';
import { piecesOf } from '../platform/node/fileBytes';
import { pause } from '../platform/node/pause';
import type { ReportArguments } from './arguments';
import { painted } from './colours';

/** The report as the command line asks for it. `isColoured`: the text's parts may have colours. */
export async function outputOf(
  analysis: Analysis,
  report: MailFlowReport,
  args: ReportArguments,
  isColoured: boolean,
): Promise<string> {
  const whole = await contentOf(analysis, report, args);
  const content = args.redaction === null ? whole : redact(whole, args.redaction);
  const strings = ENGLISH_EXPORT_STRINGS;
  if (args.format === 'text') {
    const notes = content.redaction === null ? [] : redactionSentences(strings, content.redaction);
    return reportText(content.report, isColoured ? { notes, paint: painted } : { notes });
  }
  const { thresholds } = analysis.options;
  const context: ExportContext = { strings, locale: 'en', version, time: Date.now(), thresholds };
  return exportReport(args.format, content, context, { delimiter: args.delimiter });
}

/** As much as the format shows; nothing is added to the analysis any more. */
async function contentOf(
  analysis: Analysis,
  report: MailFlowReport,
  { format }: ReportArguments,
): Promise<ExportContent> {
  const isText = format === 'text';
  const peers =
    !isText && showsHosts(format) ? await new Slices({ pause }).all(peersOfAll(analysis, report)) : undefined;
  const evidence = !isText && showsLines(format) ? await evidenceOf(report, (file) => piecesOf(resolve(file))) : [];
  return { report, peers: peers ?? [], evidence, redaction: null };
}
