import type { FileReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { AnalysisState } from '../../src/protocol/messages';
import { usePage } from '../pageContext';
import { CheckIcon, WarningIcon } from './icons';
import { Link } from './link';
import { isNotRead, partFiles } from './noExports';
import { ReadAgain } from './notices';
import { Progress } from './readingProgress';

interface ReadingStatusProps {
  readonly state: AnalysisState;
  /** Leads to the problems. */
  readonly onShowProblems: () => void;
}

/** How far reading is, or how it ended. As high in either case, so that nothing moves when the last figures come. */
export function ReadingStatus({ state, onShowProblems }: ReadingStatusProps) {
  switch (state.kind) {
    case 'reading':
      return <Progress progress={state.progress} partial={state.report !== null} />;
    case 'done':
      return (
        <div class="panel status" id="status">
          {state.cancelled ? <Cancelled files={state.report.files} /> : <Read files={state.report.files} />}
          <Problems files={state.report.files} onShow={onShowProblems} />
        </div>
      );
    default:
      return null;
  }
}

/** Reading was stopped; what is shown is a part. */
function Cancelled({ files }: { readonly files: readonly FileReport[] }) {
  const { strings, count } = usePage();
  const { read } = partFiles(files);
  const notRead = read.filter(({ file }) => isNotRead(file)).length;
  return (
    <div class="status-line" id="cancelled">
      <WarningIcon />
      <p>
        {strings['cancelled.text']}
        {notRead > 0 && ` ${fill(strings['cancelled.notRead'], count(notRead), count(read.length))}`}
      </p>
      <ReadAgain />
    </div>
  );
}

/** Everything was read. */
function Read({ files }: { readonly files: readonly FileReport[] }) {
  const { strings, count } = usePage();
  const records = files.reduce((sum, file) => sum + file.records, 0);
  const used = files.reduce((sum, file) => sum + file.used, 0);
  return (
    <p class="status-line">
      <CheckIcon />
      {fill(strings[records === 1 ? 'status.read.one' : 'status.read.many'], count(records), count(used))}
    </p>
  );
}

/** Says whether reading met problems, and leads to them. */
function Problems({ files, onShow }: { readonly files: readonly FileReport[]; readonly onShow: () => void }) {
  const { strings, count } = usePage();
  // That a file beside the exports is none is no problem.
  const problems = partFiles(files).read.reduce((sum, { file }) => sum + file.problemCount, 0);
  if (problems === 0) {
    return <p class="status-line muted">{strings['problems.none']}</p>;
  }
  return (
    <div class="status-line" id="problem-count">
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
