import type { MailFlowReport } from '../../src/core/report/report';

/** The last part of a path of any platform. */
export function baseName(path: string): string {
  return path.slice(folderLength(path));
}

/** What stands before the last part, its separator included. */
export function folderOf(path: string): string {
  return path.slice(0, folderLength(path));
}

/** Position of a file in the report, as `openLine` names files; -1 where the report has no such file. */
export function filePosition(report: MailFlowReport, path: string): number {
  return report.files.findIndex((file) => file.path === path);
}

function folderLength(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
}
