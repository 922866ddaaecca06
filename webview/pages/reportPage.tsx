import { useEffect, useRef, useState } from 'preact/hooks';
import { lastWeek } from '../../src/core/report/figures';
import type { AnalysisState, MappingForm } from '../../src/protocol/messages';
import { type Choices, type Remembered, restoreChoices, restoreMapping, selectionOf } from '../choices';
import { EmptyWidget } from '../components/emptyWidget';
import { Files } from '../components/files';
import { Insights } from '../components/insights';
import { Cancelled, Failed, NothingCounted, NothingTells, ProblemCount } from '../components/notices';
import { Progress } from '../components/readingProgress';
import { SubmissionClients } from '../components/submissionClients';
import { tellsNothing } from '../components/tellsNothing';
import { TlsReports } from '../components/tlsReports';
import { WidgetFigures, WidgetHeader } from '../components/widget';
import { usePage } from '../pageContext';
import type { PageEvent } from '../pageState';
import { useMapping } from '../useMapping';
import { ConnectorReportSection } from './connectorReport';
import { Flyout } from './flyout';
import { MapColumns } from './mapColumns';

interface ReportPageProps {
  readonly title: string;
  readonly state: AnalysisState;
  readonly flyoutRequests: number;
  readonly form: MappingForm | null;
  readonly error: string | null;
  readonly dispatch: (event: PageEvent) => void;
}

/**
 * The report editor's page: the widget, the insights, the Connector report, SMTP AUTH clients, SMTP TLS reports, the files; the
 * flyout over them.
 */
export function ReportPage({ title, state, flyoutRequests, form, error, dispatch }: ReportPageProps) {
  const { strings, host } = usePage();
  const [choices, setChoices] = useState<Choices>(() => restoreChoices(host.remembered()));
  const change = (next: Partial<Choices>) => setChoices((current) => ({ ...current, ...next }));
  const [restored] = useState(() => restoreMapping(host.remembered()));
  const mapping = useMapping(form, host, restored, () => setTimeout(returnFromMapping));
  useEffect(() => {
    host.remember({ ...choices, mapping: mapping?.choices ?? null } satisfies Remembered);
  }, [choices, mapping?.choices, host]);
  useEffect(() => {
    if (flyoutRequests > 0) {
      change({ flyoutOpen: true });
    }
  }, [flyoutRequests]);

  const report = state.kind === 'reading' || state.kind === 'done' ? state.report : null;
  const counted = report !== null && lastWeek(report) !== null;
  const selection = report === null ? null : selectionOf(choices, report);
  const heading = useRef<HTMLHeadingElement>(null);
  const details = useRef<HTMLHeadingElement>(null);
  const files = useRef<HTMLHeadingElement>(null);
  const closeFlyout = (next: () => void) => {
    change({ flyoutOpen: false });
    // Focus can move only once the dialog has left: until then everything else is inert.
    setTimeout(next);
  };
  return (
    <main class="page report-page" data-page="report" data-state={state.kind} tabIndex={-1}>
      <WidgetHeader title={title} />
      {state.kind === 'empty' && <EmptyWidget />}
      {state.kind === 'reading' && <Progress progress={state.progress} partial={state.report !== null} />}
      {state.kind === 'done' && state.cancelled && <Cancelled />}
      {state.kind === 'failed' && <Failed files={state.files} seen={state.seen} />}
      {state.kind === 'done' && !counted && <NothingCounted report={state.report} withFiles={false} />}
      {state.kind === 'done' && <ProblemCount report={state.report} onShow={() => moveTo(files.current)} />}
      {report !== null && counted && tellsNothing(report) && <NothingTells />}
      {report !== null && (
        <>
          <WidgetFigures
            report={report}
            countName={strings['widget.goToDetails']}
            onCount={() => moveTo(details.current)}
            onViewDetails={() => change({ flyoutOpen: true })}
          />
          <Insights report={report} />
          {selection !== null && report.period !== null && (
            <ConnectorReportSection
              report={report}
              data={report.period}
              selection={selection}
              sort={choices.sort}
              search={choices.search}
              onChange={change}
              heading={heading}
              details={details}
            />
          )}
          <SubmissionClients report={report} />
          <TlsReports report={report} />
          <Files report={report} heading={files} />
        </>
      )}
      {report !== null && counted && choices.flyoutOpen && (
        <Flyout
          report={report}
          onClose={() => closeFlyout(() => document.getElementById('view-details')?.focus())}
          onConnectorReport={() => closeFlyout(() => moveTo(heading.current))}
        />
      )}
      {mapping !== null && (
        <MapColumns
          title={title}
          form={mapping.form}
          choices={mapping.choices}
          error={error}
          onChange={mapping.change}
          onDismissError={() => dispatch({ type: 'dismissError' })}
          onCancel={() => dispatch({ type: 'cancelMapping' })}
        />
      )}
    </main>
  );
}

/** Where the form was opened, or the page. */
function returnFromMapping(): void {
  const opener = document.querySelector<HTMLElement>('#map-columns, .change-mapping');
  if (opener !== null) {
    opener.focus();
  } else {
    document.querySelector('main')?.focus({ preventScroll: true });
  }
}

function moveTo(heading: HTMLElement | null): void {
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
