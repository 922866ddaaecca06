import { resolve } from 'node:path';
import { version } from '../../package.json';
import type { BaselineVerdict } from '../core/compare/baseline';
import type { ExportContent, ExportContext } from '../core/export/content';
import { evidenceOf } from '../core/export/evidence';
import { exportReport, peersOfAll, showsHosts, showsLines } from '../core/export/exportReport';
import { ENGLISH_EXPORT_STRINGS, redactionSentences } from '../core/export/exportWording';
import { redact } from '../core/export/redact';
import { sarifLog } from '../core/export/sarif/sarifLog';
import { reportText } from '../core/report/text';
import { Slices } from '../core/surroundings';
import { piecesOf } from '../platform/node/fileBytes';
import { pause } from '../platform/node/pause';
import type { OutputArguments } from './arguments/reportArguments';
import { painted } from './colours';
import type { ReadExports } from './readExports';
import { placesOf, standInPlace, workingDirectory } from './sarifPlaces';

/** The report as the command line asks for it. `isColoured`: the text's parts may have colours. */
export async function outputOf(
  read: ReadExports,
  baseline: BaselineVerdict | undefined,
  args: OutputArguments,
  isColoured: boolean,
): Promise<string> {
  const { format, redaction } = args;
  const whole = { ...(await contentOf(read, args)), ...(baseline === undefined ? {} : { baseline }) };
  const content = redaction === null ? whole : redact(whole, redaction);
  if (format === 'text') {
    return textOf(content, isColoured);
  }
  if (format === 'sarif') {
    return sarifOf(content, read);
  }
  const { thresholds } = read.analysis.options;
  const context: ExportContext = {
    strings: ENGLISH_EXPORT_STRINGS,
    locale: 'en',
    version,
    time: Date.now(),
    thresholds,
  };
  return exportReport(format, content, context, { delimiter: args.delimiter });
}

function textOf({ report, redaction, baseline }: ExportContent, isColoured: boolean): string {
  const notes = redaction === null ? [] : redactionSentences(ENGLISH_EXPORT_STRINGS, redaction);
  return reportText(report, {
    notes,
    ...(baseline === undefined ? {} : { baseline }),
    ...(isColoured ? { paint: painted } : {}),
  });
}

/** With files kept, stand-ins have a place as well: that of the file. */
function sarifOf(content: ExportContent, { files, isUnreadable }: ReadExports): string {
  const hasPaths = content.redaction === null || content.redaction.files === 'kept';
  const log = sarifLog(content, {
    version,
    placeOf: hasPaths ? placesOf(files) : standInPlace,
    ...(content.redaction === null ? { base: workingDirectory() } : {}),
    isSuccessful: !isUnreadable,
  });
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** As much as the format shows; nothing is added to the analysis any more. */
async function contentOf({ analysis, report }: ReadExports, { format }: OutputArguments): Promise<ExportContent> {
  const isDocument = format !== 'text' && format !== 'sarif';
  const peers =
    isDocument && showsHosts(format) ? await new Slices({ pause }).all(peersOfAll(analysis, report)) : undefined;
  const evidence = isDocument && showsLines(format) ? await evidenceOf(report, (file) => piecesOf(resolve(file))) : [];
  return { report, peers: peers ?? [], evidence, redaction: null };
}
