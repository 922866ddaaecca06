import type { FileReport, MailFlowReport } from '../../src/core/report/report';
import { fill, problemMessage } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { FileCounts, Internal } from './fileCounts';
import { FirstFiles } from './firstFiles';
import { ErrorIcon, InformationIcon, WarningIcon } from './icons';
import { Link } from './link';
import { Button } from './toolkit';
import { UnderstoodExports } from './understoodExports';

/** Reading was stopped; what is shown is a part. */
export function Cancelled() {
  const { strings } = usePage();
  return (
    <div class="notice notice-warning" id="cancelled">
      <WarningIcon />
      <p>{strings['cancelled.text']}</p>
      <ReadAgain />
    </div>
  );
}

/** No file could be used: why, file by file, and what would have been understood. */
export function Failed({ files }: { readonly files: readonly FileReport[] }) {
  const { strings } = usePage();
  return (
    <section class="panel" id="failed" role="alert">
      <h2 class="with-icon">
        <ErrorIcon />
        {strings['failed.heading']}
      </h2>
      <FirstFiles
        files={files}
        item={(file) => (
          <li key={file.path} class="failed-file" data-file={file.path}>
            <strong class="path">{file.path}</strong>
            {file.problems.length === 0 && <p>{strings['failed.noReason']}</p>}
            {file.problems.map((problem) => (
              <p key={`${problem.line} ${problem.reason}`}>{problemMessage(strings, problem.reason, problem.detail)}</p>
            ))}
          </li>
        )}
      />
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
          <FirstFiles
            files={report.files}
            item={(file) => (
              <li key={file.path} data-file={file.path}>
                <strong class="path">{file.path}</strong>
                <FileCounts file={file} />
              </li>
            )}
          />
          <Internal count={report.internal} />
        </>
      )}
    </section>
  );
}

/** Says that reading met problems and leads to them; nothing where there were none. */
export function ProblemCount({ report, onShow }: { readonly report: MailFlowReport; readonly onShow: () => void }) {
  const { strings, count } = usePage();
  const problems = report.files.reduce((sum, file) => sum + file.problemCount, 0);
  if (problems === 0) {
    return null;
  }
  return (
    <div class="notice notice-warning" id="problem-count">
      <WarningIcon />
      <p>
        {fill(strings[problems === 1 ? 'problems.one' : 'problems.many'], count(problems))}{' '}
        <Link class="show-problems" onClick={onShow}>
          {strings['problems.show']}
        </Link>
      </p>
    </div>
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

function ReadAgain() {
  const { strings, host } = usePage();
  return (
    <Button id="read-again" appearance="secondary" onClick={() => host.post({ type: 'reload' })}>
      {strings.readAgain}
    </Button>
  );
}
