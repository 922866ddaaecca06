import type { FileReport, MailFlowReport } from '../../core/report/report';
import type { DefinitionFile } from '../sources/definitionFiles';
import type { ReportFile } from '../sources/openSources';

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
