import { lastWeek } from '../../src/core/report/figures';
import type { AnalysisState } from '../../src/protocol/messages';
import { EmptyWidget } from '../components/emptyWidget';
import { Cancelled, Failed, NothingCounted, ProblemCount } from '../components/notices';
import { Progress } from '../components/readingProgress';
import { WidgetFigures, WidgetHeader } from '../components/widget';
import { usePage } from '../pageContext';

/** The side bar's page: the last week at a glance. */
export function WidgetPage({ title, state }: { readonly title: string; readonly state: AnalysisState }) {
  const { strings, host } = usePage();
  const report = state.kind === 'reading' || state.kind === 'done' ? state.report : null;
  const open = (flyout: boolean) => host.post({ type: 'openReport', flyout });
  return (
    <main class="page widget-page" data-page="widget" data-state={state.kind}>
      <WidgetHeader title={title} />
      {state.kind === 'empty' && <EmptyWidget />}
      {state.kind === 'reading' && <Progress progress={state.progress} partial={state.report !== null} />}
      {state.kind === 'done' && state.cancelled && <Cancelled />}
      {state.kind === 'failed' && <Failed files={state.files} seen={state.seen} />}
      {state.kind === 'done' && lastWeek(state.report) === null && <NothingCounted report={state.report} withFiles />}
      {report !== null && (
        <WidgetFigures
          report={report}
          countName={strings['widget.openReport']}
          onCount={() => open(false)}
          onViewDetails={() => open(true)}
        />
      )}
      {state.kind === 'done' && <ProblemCount report={state.report} onShow={() => open(false)} />}
    </main>
  );
}
