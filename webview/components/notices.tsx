import type { FileReport, MailFlowReport } from '../../src/core/report/report';
import { problemMessage } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { FileCounts, Internal } from './fileCounts';
import { ErrorIcon, InformationIcon } from './icons';
import { Button } from './toolkit';
import { UnderstoodExports } from './understoodExports';

/** No file could be used: why, file by file, and what would have been understood. */
export function Failed({ files }: { readonly files: readonly FileReport[] }) {
  const { strings } = usePage();
  return (
    <section class="panel" id="failed" role="alert">
      <h2 class="with-icon">
        <ErrorIcon />
        {strings['failed.heading']}
      </h2>
      <ul class="plain">
        {files.map((file) => (
          <li key={file.path} class="failed-file" data-file={file.path}>
            <strong class="path">{file.path}</strong>
            {file.problems.length === 0 && <p>{strings['failed.noReason']}</p>}
            {file.problems.map((problem) => (
              <p key={`${problem.line} ${problem.reason}`}>{problemMessage(strings, problem.reason, problem.detail)}</p>
            ))}
          </li>
        ))}
      </ul>
      <UnderstoodExports />
      <ReadAgain />
    </section>
  );
}

/** True where there were records and none could be read. */
function nothingUsable({ files }: MailFlowReport): boolean {
  return files.some((file) => (file.leftOut.malformed ?? 0) > 0) && files.every((file) => file.used === 0);
}

/** Everything was read and no message counted. With the files: what was read of each, what was left out, and why. */
export function NothingCounted({
  report,
  withFiles,
}: {
  readonly report: MailFlowReport;
  readonly withFiles: boolean;
}) {
  const { strings } = usePage();
  return (
    <section class="panel" id="nothing-counted">
      <h2 class="with-icon">
        <InformationIcon />
        {strings['nothingCounted.heading']}
      </h2>
      <p>{strings[nothingUsable(report) ? 'nothingCounted.malformed' : 'nothingCounted.text']}</p>
      {withFiles && (
        <>
          <ul class="plain">
            {report.files.map((file) => (
              <li key={file.path} data-file={file.path}>
                <strong class="path">{file.path}</strong>
                <FileCounts file={file} />
              </li>
            ))}
          </ul>
          <Internal count={report.internal} />
        </>
      )}
    </section>
  );
}

/** Messages were counted and no file tells how they travelled. */
export function NothingTells() {
  const { strings } = usePage();
  return (
    <section class="notice notice-information" id="nothing-tells">
      <InformationIcon />
      <div>
        <h2>{strings['nothingTells.heading']}</h2>
        <p>{strings['nothingTells.text']}</p>
      </div>
    </section>
  );
}

/** Reads the files once more. */
export function ReadAgain() {
  const { strings, host } = usePage();
  return (
    <Button id="read-again" appearance="secondary" onClick={() => host.post({ type: 'reload' })}>
      {strings.readAgain}
    </Button>
  );
}
