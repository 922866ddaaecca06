import type { FileReport, MailFlowReport } from '../../src/core/report/report';
import { fill, problemMessage } from '../../src/core/report/wording';
import type { SeenFile } from '../../src/protocol/messages';
import { usePage } from '../pageContext';
import { FileCounts, Internal } from './fileCounts';
import { FirstFiles } from './firstFiles';
import { ErrorIcon, InformationIcon } from './icons';
import { Seen } from './seenFile';
import { Button } from './toolkit';
import { UnderstoodExports } from './understoodExports';
import { whyNothingCounted } from './whyNothingCounted';

/** So many reasons are told of a file that could not be used. */
const REASONS = 3;

interface FailedProps {
  readonly files: readonly FileReport[];
  readonly seen: SeenFile | null;
}

/** No file could be used: why, file by file, what it shows, what can be done, and what would have been understood. */
export function Failed({ files, seen }: FailedProps) {
  const { strings } = usePage();
  return (
    <section class="panel" id="failed" aria-labelledby="failed-heading">
      <div role="alert" class="failed-reasons">
        <h2 class="with-icon" id="failed-heading">
          <ErrorIcon />
          {strings['failed.heading']}
        </h2>
        {files.length === 0 && <p>{strings['failed.noFiles']}</p>}
        <FirstFiles files={files} item={(file) => <FailedFile key={file.path} file={file} />} />
      </div>
      {seen !== null && <Seen seen={seen} />}
      <div class="buttons">
        {seen !== null && <ReadOtherwise seen={seen} />}
        <ReadAgain />
      </div>
      <UnderstoodExports />
    </section>
  );
}

function FailedFile({ file }: { readonly file: FileReport }) {
  const { strings, count } = usePage();
  const shown = file.problems.slice(0, REASONS);
  const more = file.problemCount - shown.length;
  return (
    <li class="failed-file" data-file={file.path}>
      <strong class="path">{file.path}</strong>
      {shown.length === 0 && <p>{strings['failed.noReason']}</p>}
      {shown.map(({ line, reason, detail }) => (
        <p key={`${line} ${reason}`} data-problem={reason}>
          {file.format !== null && line > 0 && `${fill(strings['files.line'], String(line))}: `}
          {problemMessage(strings, reason, detail)}
        </p>
      ))}
      {more > 0 && (
        <p class="muted">
          {fill(strings[more === 1 ? 'files.moreProblems.one' : 'files.moreProblems.many'], count(more))}
        </p>
      )}
      {file.format !== null && <FileCounts file={file} />}
    </li>
  );
}

/** The user may know what the file is. */
function ReadOtherwise({ seen }: { readonly seen: SeenFile }) {
  const { strings, host } = usePage();
  const hasColumns = seen.layout !== 'text';
  return (
    <>
      <Button
        id="choose-format"
        appearance={hasColumns ? 'secondary' : 'primary'}
        onClick={() => host.post({ type: 'chooseFormat', file: 0 })}
      >
        {strings.chooseFormat}
      </Button>
      {hasColumns && (
        <Button id="map-columns" onClick={() => host.post({ type: 'mapColumns', file: 0 })}>
          {strings.mapColumns}
        </Button>
      )}
    </>
  );
}

interface NothingCountedProps {
  readonly report: MailFlowReport;
  /** True where reading was stopped before its end. */
  readonly isCancelled: boolean;
  /** With what was read of each file, what was left out, and why. */
  readonly withFiles: boolean;
}

/** Reading has ended and no message was counted. */
export function NothingCounted({ report, isCancelled, withFiles }: NothingCountedProps) {
  const { strings } = usePage();
  const reason = whyNothingCounted(report, isCancelled);
  return (
    <section class="panel" id="nothing-counted">
      <h2 class="with-icon">
        <InformationIcon />
        {strings['nothingCounted.heading']}
      </h2>
      <p>{strings[`nothingCounted.${reason}`]}</p>
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
