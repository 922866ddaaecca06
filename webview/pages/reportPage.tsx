import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Direction } from '../../src/core/model/connector';
import { lastWeek } from '../../src/core/report/figures';
import { NO_FILTER_CHOICES, NOTHING_OPEN, type ReportChoices } from '../../src/protocol/choices';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import type { AnalysisState, MappingForm, ShownComparison, SourceNotes } from '../../src/protocol/messages';
import { USUALLY_SUPPOSED } from '../../src/protocol/supposed';
import { Textures } from '../charts/textures';
import { restoreMapping, selectionOf } from '../choices';
import { ComparisonPanel } from '../comparison/comparisonPanel';
import { EmptyWidget } from '../components/emptyWidget';
import { Files } from '../components/files';
import { Insights } from '../components/insights';
import { Later } from '../components/later';
import { Failed, NothingCounted, NothingTells } from '../components/notices';
import { ReadingStatus } from '../components/readingStatus';
import { SourceNotice } from '../components/sourceNotice';
import { SubmissionClients } from '../components/submissionClients';
import { tellsNothing } from '../components/tellsNothing';
import { TlsReports } from '../components/tlsReports';
import { WidgetFigures, WidgetHeader, WidgetSkeleton } from '../components/widget';
import { isIn } from '../drillDown/drillLevels';
import { DrillPanel } from '../drillDown/drillPanel';
import { goToControl } from '../goToControl';
import { leadTo } from '../leadTo';
import { OverTime } from '../overTime/overTime';
import { usePage } from '../pageContext';
import type { PageEvent, ReportRequest } from '../pageState';
import { useChoices } from '../useChoices';
import { useMapping } from '../useMapping';
import { useOpener } from '../useOpener';
import { WhatIfPanel } from '../whatIf/whatIfPanel';
import { ConnectorReportSection } from './connectorReport';
import { Flyout } from './flyout';
import { MapColumns } from './mapColumns';

interface ReportPageProps {
  readonly title: string;
  readonly state: AnalysisState;
  readonly notes: SourceNotes | null;
  /** What VS Code restores this page by. */
  readonly kept: string | null;
  /** What the host remembers of this page's choices. */
  readonly remembered: ReportChoices | null;
  /** What the host asked for last; null where it asked for nothing. */
  readonly request: ReportRequest | null;
  readonly comparison: ShownComparison | null;
  readonly form: MappingForm | null;
  readonly dispatch: (event: PageEvent) => void;
}

/**
 * The report editor's page: the widget, the insights, the Connector report, SMTP AUTH clients, SMTP TLS reports, the files; the
 * flyout over them.
 */
export function ReportPage(props: ReportPageProps) {
  const { title, state, notes, kept, remembered, request, comparison, form, dispatch } = props;
  const { strings, host } = usePage();
  const [restored] = useState(() => restoreMapping(host.remembered()));
  const mapping = useMapping(form, host, restored);
  const report = state.kind === 'reading' || state.kind === 'done' ? state.report : null;
  const [choices, change] = useChoices(remembered, mapping?.choices ?? null, kept);
  const heading = useRef<HTMLHeadingElement>(null);
  const details = useRef<HTMLHeadingElement>(null);
  const files = useRef<HTMLHeadingElement>(null);
  /** The last week of one direction, and nothing left out of it: the very messages that a count in the widget counts. */
  const showDirection = (direction: Direction) => {
    change({ ...NO_FILTER_CHOICES, direction });
    setTimeout(() => leadTo(details.current));
  };
  const closeComparison = () => {
    dispatch({ type: 'closeComparison' });
    host.post({ type: 'closeComparison' });
  };
  /** Nothing may lie over what a command leads to: all else would be out of reach. */
  const closePanels = () => {
    change(NOTHING_OPEN);
    if (comparison !== null) {
      closeComparison();
    }
  };
  /** All days of a connector, as far as `more` leaves nothing out. */
  const showConnector = (showDataFor: string, more: Partial<ReportChoices> = {}) => {
    const period = report?.period ?? null;
    change({ ...NO_FILTER_CHOICES, showDataFor, period, ...more });
    setTimeout(() => leadTo(heading.current));
  };
  useEffect(() => {
    if (request === null) {
      return;
    }
    closePanels();
    if (request.type === 'showFlyout') {
      change({ flyoutOpen: true });
    } else if (request.type === 'showWhatIf') {
      change({ whatIf: USUALLY_SUPPOSED });
    } else if (request.type === 'showDirection') {
      showDirection(request.direction);
    } else if (request.type === 'showConnector') {
      const { connector, direction, tls, period } = request;
      showConnector(connector, { direction, tls, period });
    } else if (request.type === 'goTo') {
      // Once the panels have left: until then everything else is inert.
      setTimeout(() => goToControl(request.control, choices, change));
    }
  }, [request]);

  const counted = report !== null && lastWeek(report) !== null;
  const isUntold = useMemo(() => report !== null && tellsNothing(report), [report]);
  const selection = report === null ? null : selectionOf(choices, report);
  const opener = useOpener(details);
  const drill = (place: DrillPlace) => {
    opener.remember();
    change({ drill: place });
  };
  const closeDrill = () => {
    change({ drill: null });
    opener.focus();
  };
  const closeFlyout = (next: () => void) => {
    change({ flyoutOpen: false });
    // Focus can move only once the dialog has left: until then everything else is inert.
    setTimeout(next);
  };
  return (
    <main class="page report-page" data-page="report" data-state={state.kind} tabIndex={-1}>
      <Textures />
      <WidgetHeader title={title} />
      {state.kind === 'empty' && <EmptyWidget />}
      <ReadingStatus state={state} onShowProblems={() => leadTo(files.current)} />
      {notes !== null && <SourceNotice notes={notes} isReading={state.kind === 'reading'} />}
      {state.kind === 'failed' && <Failed files={state.files} seen={state.seen} />}
      {state.kind === 'reading' && !counted && <WidgetSkeleton />}
      {state.kind === 'done' && !counted && (
        <NothingCounted report={state.report} isCancelled={state.cancelled} withFiles={false} />
      )}
      {isUntold && <NothingTells />}
      {report !== null && (
        <>
          <WidgetFigures
            report={report}
            countName={strings['widget.goToDetails']}
            onCount={showDirection}
            onViewDetails={() => change({ flyoutOpen: true })}
          />
          {counted && (
            <Insights
              report={report}
              baseline={(state.kind === 'done' && state.baseline) || null}
              isReading={state.kind === 'reading'}
              isCancelled={state.kind === 'done' && state.cancelled}
              isUntold={isUntold}
              onDrill={drill}
              onConnector={(key) => showConnector(key)}
            />
          )}
          <Later isWanted={request !== null}>
            {selection !== null && report.period !== null && (
              <ConnectorReportSection
                report={report}
                data={report.period}
                selection={selection}
                choices={choices}
                onChange={change}
                onDrill={drill}
                heading={heading}
                details={details}
              />
            )}
            {counted && !isUntold && state.kind === 'done' && (
              <OverTime
                report={report}
                onDrill={drill}
                onWhatIf={() => {
                  opener.remember();
                  change({ whatIf: USUALLY_SUPPOSED });
                }}
              />
            )}
            <SubmissionClients report={report} />
            <TlsReports report={report} />
            <Files report={report} heading={files} />
          </Later>
        </>
      )}
      {report !== null && counted && choices.flyoutOpen && (
        <Flyout
          report={report}
          onClose={() => closeFlyout(() => document.getElementById('view-details')?.focus())}
          onConnectorReport={() => closeFlyout(() => leadTo(heading.current))}
        />
      )}
      {choices.drill !== null && report?.period != null && selection !== null && isIn(choices.drill, report) && (
        <DrillPanel
          report={report}
          isReading={state.kind === 'reading'}
          place={choices.drill}
          selection={selection}
          data={report.period}
          onPlace={(place) => change({ drill: place })}
          onClose={closeDrill}
        />
      )}
      {choices.whatIf !== null && report !== null && counted && (
        <WhatIfPanel
          report={report}
          isReading={state.kind === 'reading'}
          supposed={choices.whatIf}
          onSuppose={(whatIf) => change({ whatIf })}
          onClose={() => {
            change({ whatIf: null });
            opener.focus();
          }}
        />
      )}
      {comparison !== null && (
        <ComparisonPanel
          shown={comparison}
          onClose={() => {
            closeComparison();
            setTimeout(() => document.getElementById('compare')?.focus());
          }}
        />
      )}
      {mapping !== null && (
        <MapColumns
          title={title}
          form={mapping.form}
          choices={mapping.choices}
          onChange={mapping.change}
          onCancel={() => dispatch({ type: 'cancelMapping' })}
        />
      )}
    </main>
  );
}
