import { useLayoutEffect } from 'preact/hooks';
import { lastWeek } from '../../src/core/report/figures';
import type { AnalysisState, SourceNotes } from '../../src/protocol/messages';
import { Textures } from '../charts/textures';
import { EmptyWidget } from '../components/emptyWidget';
import { Failed, NothingCounted } from '../components/notices';
import { ReadingStatus } from '../components/readingStatus';
import { SourceNotice } from '../components/sourceNotice';
import { WidgetFigures, WidgetHeader, WidgetSkeleton } from '../components/widget';
import { usePage } from '../pageContext';

interface WidgetPageProps {
  readonly title: string;
  readonly state: AnalysisState;
  readonly notes: SourceNotes | null;
}

/** The side bar's page: the last week at a glance. */
export function WidgetPage({ title, state, notes }: WidgetPageProps) {
  const { strings, host } = usePage();
  const report = state.kind === 'reading' || state.kind === 'done' ? state.report : null;
  const counted = report !== null && lastWeek(report) !== null;
  useLayoutEffect(() => {
    document.body.classList.add('in-side-bar');
  }, []);
  const open = (flyout: boolean) => host.post({ type: 'openReport', flyout, direction: null });
  return (
    <main class="page widget-page" data-page="widget" data-state={state.kind}>
      <Textures />
      <WidgetHeader title={title} />
      {state.kind === 'empty' && <EmptyWidget />}
      <ReadingStatus state={state} onShowProblems={() => open(false)} />
      {notes !== null && <SourceNotice notes={notes} isReading={state.kind === 'reading'} />}
      {state.kind === 'failed' && <Failed files={state.files} seen={state.seen} />}
      {state.kind === 'reading' && !counted && <WidgetSkeleton />}
      {state.kind === 'done' && !counted && (
        <NothingCounted report={state.report} isCancelled={state.cancelled} withFiles />
      )}
      {report !== null && (
        <WidgetFigures
          report={report}
          countName={strings['widget.openReport']}
          onCount={(direction) => host.post({ type: 'openReport', flyout: false, direction })}
          onViewDetails={() => open(true)}
        />
      )}
    </main>
  );
}
