import type { ExpandedFile } from '../core/expandFiles';
import type { FileReport, MailFlowReport } from '../core/report/report';
import { ENGLISH_WORDING, problemMessage } from '../core/report/wording';

/** True where nothing could be used, or something could not be read. */
export function isUnreadable(report: MailFlowReport): boolean {
  return nothingReadable(report) || report.files.some(failed);
}

/**
 * What was named outright and is no known export; of a container that holds none, its first file. And files of which nothing
 * came when they were read as the mapping says.
 */
export function uselessFiles(
  { files: reports }: MailFlowReport,
  files: readonly ExpandedFile[],
  named: ReadonlySet<string>,
): string[] {
  const first = new Map<string, FileReport>();
  const known = new Set<string>();
  for (const [index, { container }] of files.entries()) {
    const report = reports[index] as FileReport;
    if (report.format !== null) {
      known.add(container);
    } else if (!first.has(container)) {
      first.set(container, report);
    }
  }
  const unknown = [...first].flatMap(([container, report]) =>
    named.has(container) && !known.has(container) ? [report] : [],
  );
  const inVain = reports.filter(({ problems }) => problems.some(({ reason }) => reason === 'nothingAsChosen'));
  return [...unknown, ...inVain].map(errorOf);
}

/**
 * True where not one record could be used of anything that was named: an audit must not take that for a good sign. Connector
 * definitions are no mail; alone, they are all that was asked about.
 */
function nothingReadable({ files }: MailFlowReport): boolean {
  const known = files.filter((file) => file.format !== null);
  const mail = known.filter((file) => file.format !== 'connector-definitions');
  if (mail.length === 0 && known.length < files.length) {
    return true;
  }
  const asked = mail.length > 0 ? mail : known;
  const isMalformed = asked.some((file) => (file.leftOut.malformed ?? 0) > 0);
  return asked.length === 0 || (isMalformed && asked.every((file) => file.used === 0));
}

function failed(file: FileReport): boolean {
  return file.problems.some(({ reason }) => reason === 'unreadable' || reason === 'damagedContainer');
}

function errorOf(file: MailFlowReport['files'][number]): string {
  const [problem] = file.problems;
  const reason =
    problem === undefined ? 'cannot be used' : problemMessage(ENGLISH_WORDING, problem.reason, problem.detail);
  return `${file.path}: ${reason}`;
}
