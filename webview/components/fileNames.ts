import type { MailFlowReport } from '../../src/core/report/report';

/** The last part of a path of any platform. */
export function baseName(path: string): string {
  return path.slice(folderLength(path));
}

/** What stands before the last part, its separator included. */
export function folderOf(path: string): string {
  return path.slice(0, folderLength(path));
}

/** What each of a report's files is called where there is little room: the last part of its path, the whole where several share that. */
export function shortNames({ files }: Pick<MailFlowReport, 'files'>): readonly string[] {
  const names = files.map(({ path }) => baseName(path));
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return names.map((name, position) => ((counts.get(name) ?? 0) > 1 ? (files[position]?.path ?? name) : name));
}

/** Position of a file in the report, as `openLine` names files; -1 where the report has no such file. */
export function filePosition(report: MailFlowReport, path: string): number {
  return report.files.findIndex((file) => file.path === path);
}

function folderLength(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
}
