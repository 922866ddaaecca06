import type { FileReport, MailFlowReport } from '../core/report/report';
import type { DefinitionFile } from './definitionFiles';
import type { ReportFile } from './openSources';

/** The files of a report without those that were read for connector definitions. `files`: all of them, in its order. */
export function ownFiles(
  report: MailFlowReport,
  files: readonly ReportFile[],
  definitions: readonly DefinitionFile[],
): readonly FileReport[] {
  const defining = new Set(definitions.map(({ uri }) => uri.toString()));
  return report.files.filter((_, position) => !defining.has(String(files[position]?.uri)));
}

/** True where a file is of no known format, or nothing came of reading it in the way that the user decided on. */
export function isUseless({ format, problems }: FileReport): boolean {
  return format === null || problems.some(({ reason }) => reason === 'nothingAsChosen');
}

/** What the log says of a reading: numbers and formats, and nothing that the files hold. */
export function summaryOf(report: MailFlowReport, files: readonly FileReport[], milliseconds: number): string {
  const formats = new Set(files.map(({ format }) => format ?? 'no known format'));
  const sum = (of: 'records' | 'used' | 'problemCount'): number => files.reduce((total, file) => total + file[of], 0);
  return (
    `${files.length} files, ${[...formats].join(', ')}: ${sum('records')} records, ${sum('used')} used, ` +
    `${sum('problemCount')} problems, ${report.insights.length} insights, ${milliseconds} ms`
  );
}
