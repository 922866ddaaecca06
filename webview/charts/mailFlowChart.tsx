import { useMemo, useRef, useState } from 'preact/hooks';
import type { ConnectorReport } from '../../src/core/report/connectorReport';
import { type DayVolume, shownOf, shownOfAll, togetherOf } from '../../src/core/report/dayVolume';
import { fill } from '../../src/core/report/wording';
import { useSize } from '../components/useSize';
import { usePage } from '../pageContext';
import { countAxis } from './axisTicks';
import { ChartTable } from './chartTable';
import type { PlotFrame } from './dayAxis';
import { NO_DAY } from './dayKeys';
import { DaySlider } from './daySlider';
import { dayVolumeText } from './dayVolumeText';
import { drawnSeries, drawsGap, MOST_LINES } from './drawnSeries';
import { Legend, LegendMark, type NamedLine } from './legend';
import { dayPosition, MailFlowPlot } from './mailFlowPlot';
import { widestText } from './textWidth';

const HEIGHT = 280;
const AXIS_FONT = 11;

interface MailFlowChartProps {
  readonly report: ConnectorReport;
  readonly asTable: boolean;
  /** Shows nothing but the days from one to another, by their position. */
  readonly onRange: (first: number, last: number) => void;
}

/** Messages per day: the total as an area, a line per connector, and the figures of the day pointed at. */
export function MailFlowChart({ report, asTable, onRange }: MailFlowChartProps) {
  const { strings, locale, count, label } = usePage();
  const element = useRef<HTMLDivElement>(null);
  const { width } = useSize(element);
  const [state, setState] = useState(NO_DAY);
  const day = state.day !== null && state.day < report.days.length ? state.day : null;
  const series = useMemo(() => drawnSeries(report.series), [report]);
  const { others } = series;
  const lines: NamedLine[] = [
    { position: null, text: strings['chart.total'], volumes: series.total.volumes },
    ...series.lines.map(({ connector, volumes }, position) => ({
      position,
      text: connector === null ? '' : label(connector),
      volumes,
    })),
  ];
  if (others !== null) {
    const text = strings[others.connectors === 1 ? 'chart.others.one' : 'chart.others.many'];
    lines.push({ position: MOST_LINES, text: fill(text, count(others.connectors)), volumes: others.volumes });
  }
  const compact = useMemo(
    () => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
    [locale],
  );
  const ticks = countAxis(Math.max(0, ...series.total.volumes.map(shownOf)), 4).ticks.map((tick) =>
    compact.format(tick),
  );
  const left = Math.ceil(widestText(ticks, AXIS_FONT)) + 12;
  const frame: PlotFrame = { width, height: HEIGHT, left, right: 16, top: 14, bottom: 28 };
  const words = (volume: DayVolume) => dayVolumeText(strings, locale, volume);
  const figures = (first: number, last: number) =>
    lines.map(({ position, text, volumes }) => ({
      key: String(position),
      mark: <LegendMark position={position} />,
      text,
      value: words(togetherOf(volumes.slice(first, last + 1))),
    }));
  return (
    <figure class="mail-flow-chart" id="mail-flow-chart">
      {!asTable && (
        <>
          <Legend lines={lines} />
          <div class="plot" ref={element}>
            {width > 0 && (
              <>
                <MailFlowPlot
                  series={series}
                  frame={frame}
                  days={report.days}
                  locale={locale}
                  formatTick={(tick) => compact.format(tick)}
                  day={day}
                  label={summary()}
                />
                <DaySlider
                  days={report.days}
                  state={{ day, anchor: state.anchor }}
                  onState={setState}
                  figures={figures}
                  position={(index) => dayPosition(index, report.days.length, frame)}
                  width={width}
                  onRange={onRange}
                />
              </>
            )}
          </div>
        </>
      )}
      <ChartTable
        caption={strings['details.caption']}
        columns={[strings['details.date'], ...lines.map(({ text }) => text)]}
        rowCount={report.days.length}
        rows={() => report.days.map((date, index) => [date, ...lines.map(({ volumes }) => words(volumes[index] ?? 0))])}
        isShown={asTable}
      />
    </figure>
  );

  function summary(): string {
    const [total, ...rest] = lines;
    const most = Math.max(0, ...(total?.volumes ?? []).map(shownOf));
    const busiest = report.days[total?.volumes.indexOf(most) ?? 0] ?? '';
    const sums = rest.map(({ text, volumes }) => fill(strings['chart.series'], text, count(shownOfAll(volumes))));
    const { start, end } = report.period;
    const said = fill(
      strings['chart.summary'],
      start,
      end,
      count(report.messages),
      count(most),
      busiest,
      sums.join(' '),
    );
    return drawsGap(series) ? `${said} ${strings['chart.gaps']}` : said;
  }
}
