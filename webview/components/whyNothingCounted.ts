import type { MailFlowReport } from '../../src/core/report/report';

/** Why a report counts no message, as far as the reader can do something about it. */
export function whyNothingCounted(
  report: MailFlowReport,
  isCancelled: boolean,
): 'stopped' | 'malformed' | 'definitions' | 'text' {
  if (isCancelled) {
    return 'stopped';
  }
  return nothingUsable(report) ? 'malformed' : onlyDefinitions(report) ? 'definitions' : 'text';
}

/** True where there were records and none could be read; what definitions tell is no mail. */
function nothingUsable({ files }: MailFlowReport): boolean {
  const mail = files.filter((file) => file.format !== 'connector-definitions');
  const read = mail.length > 0 ? mail : files;
  return read.some((file) => (file.leftOut.malformed ?? 0) > 0) && read.every((file) => file.used === 0);
}

/** True where all that was read are connector definitions. */
function onlyDefinitions({ files }: MailFlowReport): boolean {
  return files.length > 0 && files.every((file) => file.format === 'connector-definitions');
}
