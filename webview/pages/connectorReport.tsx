import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Period } from '../../src/core/model/day';
import { knownOf } from '../../src/core/model/tls';
import { connectorReport, keyOf } from '../../src/core/report/connectorReport';
import type { MailFlowReport } from '../../src/core/report/report';
import { NO_FILTER_CHOICES, type ReportChoices } from '../../src/protocol/choices';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { defaultPeriod, isSamePeriod, type Selection } from '../choices';
import { ChartPanel } from '../components/chartPanel';
import { Definition } from '../components/definition';
import { DetailsSection } from '../details/detailsSection';
import { activeFilters } from '../filters/activeFilters';
import { FilterChips } from '../filters/filterChips';
import { SelectionBar } from '../filters/selectionBar';
import { usePage } from '../pageContext';

interface ConnectorReportProps {
  readonly report: MailFlowReport;
  /** The days the files hold. */
  readonly data: Period;
  readonly selection: Selection;
  readonly choices: ReportChoices;
  readonly onChange: (change: Partial<ReportChoices>) => void;
  /** Shows who stood at the other side of messages. */
  readonly onDrill: (place: DrillPlace) => void;
  /** Where the flyout's link and the widget's counts lead. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly details: RefObject<HTMLHeadingElement | null>;
}

/** The Connector report: a chart and a table of what is selected. */
export function ConnectorReportSection(props: ConnectorReportProps) {
  const { report, data, selection, choices, onDrill } = props;
  const { strings, label } = usePage();
  const { showDataFor, period, filter } = selection;
  const { direction, types, tls } = filter;
  const shown = useMemo(
    () => connectorReport(report.connectors, showDataFor, period, filter),
    [report, showDataFor, period.start, period.end, direction, types, tls],
  );
  // The last week stays the last week when the data grows.
  const onChange = (change: Partial<ReportChoices>) => {
    const usual = defaultPeriod(report);
    const isUsual = change.period != null && usual !== null && isSamePeriod(change.period, usual);
    props.onChange(isUsual ? { ...change, period: null } : change);
  };
  const nameOf = (key: string) => {
    const found = report.connectors.find((connector) => keyOf(connector) === key);
    return found === undefined ? key : label(found);
  };
  const filters = activeFilters(selection, strings, nameOf);
  const leavesOut = filters.some(({ key }) => key !== 'search' && key !== 'period');
  const definition = report.connectors.find((connector) => keyOf(connector) === showDataFor)?.definition;
  // Not drawn anew where rows are sorted or searched.
  const chart = useMemo(
    () => (
      <ChartPanel
        report={report}
        shown={shown}
        data={data}
        selection={selection}
        asTable={choices.asTable}
        onAsTable={(asTable) => onChange({ asTable })}
        onPeriod={(next) => onChange({ period: next })}
        onDrill={onDrill}
        filters={filters.filter(({ key }) => key !== 'search' && key !== 'period').map(({ text }) => text)}
        onClearFilters={leavesOut ? () => onChange(NO_FILTER_CHOICES) : null}
      />
    ),
    [shown, selection.viewBy, choices.asTable],
  );
  return (
    <section class="connector-report" aria-labelledby="connector-report">
      <h2 id="connector-report" tabIndex={-1} ref={props.heading}>
        {strings['report.heading']}
      </h2>
      <SelectionBar report={report} data={data} selection={selection} onChange={onChange} />
      <FilterChips filters={filters} onChange={onChange} />
      {definition && <Definition report={report} definition={definition} />}
      {chart}
      <DetailsSection
        report={shown}
        selected={JSON.stringify([showDataFor, period, filter])}
        choices={choices}
        onChange={onChange}
        heading={props.details}
        onDrill={onDrill}
      />
      <p class="muted note">
        {knownOf(shown.tls) > 0 && <span>{strings['details.percentNote']} </span>}
        {shown.approximate && <span class="approximate-note">{strings.approximateNote}</span>}
      </p>
    </section>
  );
}
