import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Period } from '../../src/core/model/day';
import { knownOf } from '../../src/core/model/tls';
import { connectorReport, keyOf } from '../../src/core/report/connectorReport';
import type { MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { ReportSelection } from '../../src/protocol/messages';
import { MailFlowChart } from '../charts/mailFlowChart';
import type { Choices } from '../choices';
import { Definition } from '../components/definition';
import type { SortOrder } from '../components/detailsColumns';
import { DetailsSection } from '../components/detailsSection';
import { SelectionBar } from '../components/selectionBar';
import { TlsUsage } from '../components/tlsUsage';
import { usePage } from '../pageContext';

interface ConnectorReportProps {
  readonly report: MailFlowReport;
  /** The days the files hold. */
  readonly data: Period;
  readonly selection: ReportSelection;
  readonly sort: SortOrder;
  /** What the rows of the table are searched for. */
  readonly search: string;
  readonly onChange: (change: Partial<Choices>) => void;
  /** Where the flyout's link and the widget's counts lead. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly details: RefObject<HTMLHeadingElement | null>;
}

/** The Connector report: a chart and a table of what is selected. */
export function ConnectorReportSection(props: ConnectorReportProps) {
  const { report, data, selection, onChange } = props;
  const { strings } = usePage();
  const { viewBy, showDataFor, period } = selection;
  const shown = useMemo(
    () => connectorReport(report.connectors, showDataFor, period),
    [report, showDataFor, period.start, period.end],
  );
  const definition = report.connectors.find((connector) => keyOf(connector) === showDataFor)?.definition;
  return (
    <section class="connector-report" aria-labelledby="connector-report">
      <h2 id="connector-report" tabIndex={-1} ref={props.heading}>
        {strings['report.heading']}
      </h2>
      <SelectionBar report={report} data={data} selection={selection} onChange={onChange} />
      <p class="muted shown-period" data-start={period.start} data-end={period.end}>
        {fill(strings.period, period.start, period.end)}
      </p>
      {definition && <Definition report={report} definition={definition} />}
      <div class="panel chart-panel" data-view-by={viewBy}>
        {shown.messages === 0 && <p class="nothing">{strings['report.noMessages']}</p>}
        {shown.messages > 0 && viewBy === 'mailFlow' && <MailFlowChart report={shown} />}
        {shown.messages > 0 && viewBy === 'tlsUsage' && (
          <TlsUsage
            tls={shown.tls}
            approximate={shown.approximate}
            largestRadius={100}
            nothingKnown={strings['nothingTells.text']}
          />
        )}
      </div>
      <DetailsSection
        report={shown}
        selected={`${showDataFor} ${period.start} ${period.end}`}
        sort={props.sort}
        search={props.search}
        onChange={onChange}
        heading={props.details}
      />
      <p class="muted note">
        {knownOf(shown.tls) > 0 && <span>{strings['details.percentNote']} </span>}
        {shown.approximate && <span class="approximate-note">{strings.approximateNote}</span>}
      </p>
    </section>
  );
}
