import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FileReport, MailFlowReport } from '../../src/core/report/report';
import { fill, problemMessage } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { FileCounts, Internal, Shared } from './fileCounts';
import { baseName, folderOf } from './fileNames';
import { FirstFiles } from './firstFiles';
import { Link } from './link';
import { partFiles } from './noExports';

interface FilesProps {
  readonly report: MailFlowReport;
  /** Where the count of problems leads. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What was read: every file with its counts and its problems. */
export function Files({ report, heading }: FilesProps) {
  const { strings, count } = usePage();
  const { read, beside } = useMemo(() => partFiles(report.files), [report]);
  return (
    <section id="files" aria-labelledby="files-heading">
      <h2 id="files-heading" tabIndex={-1} ref={heading}>
        {strings['files.heading']}
      </h2>
      <FirstFiles
        id="show-all-files"
        class="file-list"
        files={read.map(({ file }) => file)}
        item={(file, index) => <FileEntry key={file.path} file={file} index={read[index]?.position ?? index} />}
      />
      {beside.length > 0 && (
        <details id="no-exports">
          <summary>{fill(strings['files.unknown'], count(beside.length))}</summary>
          <FirstFiles
            id="show-all-no-exports"
            files={beside.map(({ file }) => file)}
            item={(file) => <NoExport key={file.path} file={file} />}
          />
        </details>
      )}
      <Internal count={report.internal} />
      <Shared count={report.shared} />
      {report.missingTlsMeansNone && <p id="missing-tls-means-none">{strings['files.missingTlsMeansNone']}</p>}
    </section>
  );
}

/** A file with its counts, how it was read, and its problems. `index`: its position in the report. */
function FileEntry({ file, index }: { readonly file: FileReport; readonly index: number }) {
  return (
    <li class="file" data-file={file.path}>
      <h3 class="path">
        <span class="muted">{folderOf(file.path)}</span>
        {baseName(file.path)}
      </h3>
      <FileCounts file={file} />
      <Chosen file={file} index={index} />
      <Problems file={file} index={index} />
    </li>
  );
}

/** A file that is no export, with the reason. */
function NoExport({ file }: { readonly file: FileReport }) {
  const { strings } = usePage();
  const [problem] = file.problems;
  return (
    <li class="no-export" data-file={file.path}>
      <span class="path">{file.path}</span>
      {problem !== undefined && (
        <span class="muted" data-problem={problem.reason}>
          {problemMessage(strings, problem.reason, problem.detail)}
        </span>
      )}
    </li>
  );
}

/** Says that the user decided how a file is read, with the way to decide otherwise. */
function Chosen({ file, index }: { readonly file: FileReport; readonly index: number }) {
  const { strings, host } = usePage();
  if (file.chosen === undefined) {
    return null;
  }
  const isMapped = file.chosen === 'columns';
  const text = strings[isMapped ? 'files.changeMapping' : 'files.changeFormat'];
  return (
    <p class="chosen" data-chosen={file.chosen}>
      {strings[isMapped ? 'files.mapped' : 'files.chosen']}{' '}
      <Link
        class={isMapped ? 'change-mapping' : 'change-format'}
        name={`${text} ${baseName(file.path)}`}
        onClick={() => host.post({ type: isMapped ? 'mapColumns' : 'chooseFormat', file: index })}
      >
        {text}
      </Link>
    </p>
  );
}

function Problems({ file, index }: { readonly file: FileReport; readonly index: number }) {
  const { strings, count, host } = usePage();
  const more = file.problemCount - file.problems.length;
  if (file.problemCount === 0) {
    return null;
  }
  return (
    <div class="problems">
      <span class="muted">{strings['files.problems']}</span>
      <ul>
        {file.problems.map(({ line, reason, detail }, position) => (
          <li key={position} data-problem={reason}>
            {line > 0 && (
              <>
                <Link
                  class="line"
                  name={`${fill(strings['files.line'], String(line))}: ${baseName(file.path)}`}
                  onClick={() => host.post({ type: 'openLine', file: index, line })}
                >
                  {fill(strings['files.line'], String(line))}
                </Link>
                {': '}
              </>
            )}
            {problemMessage(strings, reason, detail)}
          </li>
        ))}
        {more > 0 && (
          <li class="muted">
            {fill(strings[more === 1 ? 'files.moreProblems.one' : 'files.moreProblems.many'], count(more))}
          </li>
        )}
      </ul>
    </div>
  );
}
