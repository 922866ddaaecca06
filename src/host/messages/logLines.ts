import type { FileReport, MailFlowReport } from '../../core/report/report';

/** What the log says of files that were read: formats and counts, and nothing that stands in them or that they are called. */
export function readingLine(report: MailFlowReport, files: readonly FileReport[], milliseconds: number): string {
  const formats = new Set(files.map(({ format }) => format ?? 'no known format'));
  const sum = (of: 'records' | 'used' | 'problemCount'): number => files.reduce((total, file) => total + file[of], 0);
  return (
    `${files.length} files, ${[...formats].join(', ')}: ${sum('records')} records, ${sum('used')} used, ` +
    `${sum('problemCount')} problems, ${report.insights.length} insights, ${milliseconds} ms`
  );
}

/** What kind of error it is, such as `Error` or `FileNotFound`: its message may name files, hosts or addresses. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) {
    return typeof error;
  }
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : error.constructor.name;
}
