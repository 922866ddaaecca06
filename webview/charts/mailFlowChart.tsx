import { useRef, useState } from 'preact/hooks';
import { volumeOf } from '../../src/core/model/tls';
import type { ConnectorReport } from '../../src/core/report/connectorReport';
import { fill } from '../../src/core/report/wording';
import { useSize } from '../components/useSize';
import { usePage } from '../pageContext';
import { countAxis } from './axisTicks';
import { DayTooltip } from './dayTooltip';
import { type DrawnSeries, drawnSeries } from './drawnSeries';
import { Legend } from './legend';
import { dayPosition, MailFlowPlot, type PlotFrame } from './mailFlowPlot';
import { widestText } from './textWidth';

const HEIGHT = 280;
const AXIS_FONT = 11;

/** Messages per day: the total as an area, a line per connector, and the figures of the day pointed at. */
export function MailFlowChart({ report }: { readonly report: ConnectorReport }) {
  const { strings, locale, count, label } = usePage();
  const element = useRef<HTMLDivElement>(null);
  const { width } = useSize(element);
  const [pointed, setPointed] = useState<number | null>(null);
  const day = pointed !== null && pointed < report.days.length ? pointed : null;
  const series = drawnSeries(report.series);
  const names = series.lines.map((one) => (one.connector === null ? strings['chart.total'] : label(one.connector)));
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const ticks = countAxis(Math.max(0, ...series.total.volumes), 4).ticks.map((tick) => compact.format(tick));
  const frame: PlotFrame = {
    width,
    height: HEIGHT,
    left: Math.ceil(widestText(ticks, AXIS_FONT)) + 12,
    right: 16,
    top: 14,
    bottom: 28,
  };
  const monthAndDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const figures = (index: number) => [
    { text: strings['chart.total'], volume: series.total.volumes[index] ?? 0, position: null },
    ...series.lines.map((one, position) => ({
      text: names[position] ?? '',
      volume: one.volumes[index] ?? 0,
      position,
    })),
  ];
  return (
    <figure class="mail-flow-chart" id="mail-flow-chart">
      <Legend total={strings['chart.total']} lines={names} />
      <div class="plot" ref={element}>
        {width > 0 && (
          <>
            <MailFlowPlot
              series={series}
              frame={frame}
              dayNames={report.days.map((one) => monthAndDay.format(new Date(`${one}T00:00:00Z`)))}
              formatTick={(tick) => compact.format(tick)}
              day={day}
              label={summaryOf(series, report)}
            />
            <DayTooltip
              days={report.days}
              day={day}
              onDay={setPointed}
              figures={figures}
              position={(index) => dayPosition(index, report.days.length, frame)}
              width={width}
            />
          </>
        )}
      </div>
      <figcaption class="muted">{strings['chart.timeZone']}</figcaption>
      {series.notDrawn > 0 && (
        <p class="muted note" id="not-drawn">
          {fill(strings[series.notDrawn === 1 ? 'chart.notDrawn.one' : 'chart.notDrawn.many'], count(series.notDrawn))}
        </p>
      )}
    </figure>
  );

  function summaryOf(drawn: DrawnSeries, whole: ConnectorReport): string {
    const most = Math.max(0, ...drawn.total.volumes);
    const busiest = whole.days[drawn.total.volumes.indexOf(most)] ?? '';
    const lines = drawn.lines.map((one, index) =>
      fill(strings['chart.series'], names[index] ?? '', count(volumeOf(one.volumes))),
    );
    return fill(
      strings['chart.summary'],
      whole.period.start,
      whole.period.end,
      count(whole.messages),
      count(most),
      busiest,
      lines.join(' '),
    );
  }
}
