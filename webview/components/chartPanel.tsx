import { useMemo } from 'preact/hooks';
import { daysOf, type Period } from '../../src/core/model/day';
import { knownOf } from '../../src/core/model/tls';
import { type ConnectorReport, volumesPerDay } from '../../src/core/report/connectorReport';
import type { MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { ChartMenu } from '../charts/chartMenu';
import { drawnSeries, drawsGap } from '../charts/drawnSeries';
import { MailFlowChart } from '../charts/mailFlowChart';
import { Pictures } from '../charts/pictures';
import { RangeBrush } from '../charts/rangeBrush';
import { TlsDaysChart } from '../charts/tlsDaysChart';
import type { Selection } from '../choices';
import { usePage } from '../pageContext';
import { TableIcon } from './icons';
import { Link } from './link';
import { TlsUsage } from './tlsUsage';
import { ToolButton } from './toolButton';

interface ChartPanelProps {
  readonly report: MailFlowReport;
  /** What is selected of it. */
  readonly shown: ConnectorReport;
  /** The days the files hold. */
  readonly data: Period;
  readonly selection: Selection;
  readonly asTable: boolean;
  readonly onAsTable: (asTable: boolean) => void;
  readonly onPeriod: (period: Period) => void;
  /** Null where nothing is filtered. */
  readonly onClearFilters: (() => void) | null;
  readonly onDrill: (place: DrillPlace) => void;
  /** What leaves figures out, in words, the days aside. */
  readonly filters: readonly string[];
}

/** The chart of what is selected, or its figures as a table, and under it all days with a window over those that are shown. */
export function ChartPanel(props: ChartPanelProps) {
  const { report, shown, data, selection, asTable, onAsTable, onPeriod, onClearFilters, onDrill, filters } = props;
  const { strings, locale, title } = usePage();
  const { viewBy, showDataFor, period, filter } = selection;
  const { direction, types, tls } = filter;
  const all = useMemo(() => daysOf(data), [data.start, data.end]);
  const volumes = useMemo(
    () => volumesPerDay(report.connectors, showDataFor, data, filter),
    [report, showDataFor, data.start, data.end, direction, types, tls],
  );
  const choose = (days: readonly string[]) => (first: number, last: number) =>
    onPeriod({ start: days[first] ?? period.start, end: days[last] ?? period.end });
  const isEmpty = shown.messages === 0;
  const hasGap = useMemo(() => drawsGap(drawnSeries(shown.series)), [shown]);
  const heading = strings[viewBy === 'mailFlow' ? 'chart.mailFlow' : 'chart.tlsUsage'];
  const pictures = new Pictures({ strings, locale, title, filters });
  return (
    <div class="panel chart-panel" data-view-by={viewBy}>
      <div class="chart-heading">
        <div>
          <h3>{heading}</h3>
          <p class="muted shown-period" data-start={period.start} data-end={period.end}>
            {fill(strings.period, period.start, period.end)}
          </p>
        </div>
        <div class="chart-tools">
          {(viewBy === 'mailFlow' ? !isEmpty : knownOf(shown.tls) > 0) && (
            <ChartMenu
              name={viewBy === 'mailFlow' ? 'mail-flow' : 'tls-usage'}
              heading={heading}
              svg={() =>
                viewBy === 'mailFlow'
                  ? pictures.mailFlow(shown)
                  : pictures.tlsUsage(heading, shown.tls, period, shown.approximate)
              }
            />
          )}
          <ToolButton id="as-table" icon={<TableIcon />} isPressed={asTable} onClick={() => onAsTable(!asTable)}>
            {strings['chart.asTable']}
          </ToolButton>
        </div>
      </div>
      {isEmpty && (
        <div class="nothing">
          <p>{strings[onClearFilters === null ? 'report.noMessages' : 'report.noMatch']}</p>
          {onClearFilters !== null && <Link onClick={onClearFilters}>{strings['filter.clearAll']}</Link>}
        </div>
      )}
      {!isEmpty && viewBy === 'mailFlow' && (
        <MailFlowChart report={shown} asTable={asTable} onRange={choose(shown.days)} />
      )}
      {!isEmpty && viewBy === 'tlsUsage' && (
        <>
          <TlsUsage
            tls={shown.tls}
            approximate={shown.approximate}
            largestRadius={100}
            nothingKnown={strings['nothingTells.text']}
            onState={(state) =>
              onDrill({
                connector: showDataFor === 'all' ? null : showDataFor,
                tls: state,
                period,
                host: null,
                sender: null,
              })
            }
          />
          <TlsDaysChart report={shown} asTable={asTable} onRange={choose(shown.days)} pictures={pictures} />
        </>
      )}
      {all.length > 1 && (
        <RangeBrush
          days={all}
          volumes={volumes}
          range={[all.indexOf(period.start), all.indexOf(period.end)]}
          onRange={choose(all)}
        />
      )}
      <div class="muted note chart-note">
        <p>{strings['chart.timeZone']}</p>
        {!isEmpty && hasGap && <p class="gap-note">{strings['chart.gaps']}</p>}
      </div>
    </div>
  );
}
