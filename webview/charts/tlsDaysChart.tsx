import { useMemo, useRef, useState } from 'preact/hooks';
import { addCounts, knownOf, noCounts, TLS_STATES, type TlsCounts, type TlsState } from '../../src/core/model/tls';
import type { ConnectorReport } from '../../src/core/report/connectorReport';
import { type DayVolume, togetherOf } from '../../src/core/report/dayVolume';
import { fill } from '../../src/core/report/wording';
import { stateShare } from '../components/stateShare';
import { useSize } from '../components/useSize';
import { usePage } from '../pageContext';
import { ChartMenu } from './chartMenu';
import { ChartTable } from './chartTable';
import type { PlotFrame } from './dayAxis';
import { NO_DAY } from './dayKeys';
import { DaySlider } from './daySlider';
import type { DayFigure } from './dayTooltip';
import { dayVolumeText } from './dayVolumeText';
import type { Pictures } from './pictures';
import { Swatch } from './textures';
import { widestText } from './textWidth';
import { dayBand, TlsDaysPlot } from './tlsDaysPlot';
import { countOf, slicesOf, statesToShow } from './tlsStates';

const HEIGHT = 200;
const AXIS_FONT = 11;

interface TlsDaysChartProps {
  readonly report: ConnectorReport;
  readonly asTable: boolean;
  readonly onRange: (first: number, last: number) => void;
  readonly pictures: Pictures;
}

/** For each day the shares of the TLS states among the messages of known state, as a bar of 100 %. */
export function TlsDaysChart({ report, asTable, onRange, pictures }: TlsDaysChartProps) {
  const { strings, locale, percent } = usePage();
  const element = useRef<HTMLDivElement>(null);
  const { width } = useSize(element);
  const [state, setState] = useState(NO_DAY);
  const day = state.day !== null && state.day < report.days.length ? state.day : null;
  const states = useMemo(() => slicesOf(report.tls).map((slice) => slice.state), [report]);
  const columns = useMemo(() => statesToShow(report.tls, 'whenAny'), [report]);
  const volumes = report.series[0]?.volumes ?? [];
  const words = (volume: DayVolume) => dayVolumeText(strings, locale, volume);
  const left = Math.ceil(widestText([percent(1, 1, 0)], AXIS_FONT)) + 12;
  const frame: PlotFrame = { width, height: HEIGHT, left, right: 16, top: 10, bottom: 28 };
  const share = (tls: TlsCounts, state: TlsState) =>
    stateShare(strings, locale, { tls, approximate: report.approximate }, state);
  const figures = (first: number, last: number): readonly DayFigure[] => {
    const tls = noCounts();
    for (const counts of report.tlsPerDay.slice(first, last + 1)) {
      addCounts(tls, counts);
    }
    const shown = TLS_STATES.filter((one) => countOf(tls, one) > 0);
    if (shown.length === 0) {
      const volume = togetherOf(volumes.slice(first, last + 1));
      return [{ key: 'volume', mark: null, text: strings['details.volume'], value: words(volume) }];
    }
    return shown.map((one) => ({
      key: one,
      mark: <Swatch state={one} />,
      text: strings[`tls.${one}`],
      value: share(tls, one),
    }));
  };
  return (
    <figure class="tls-days-chart" id="tls-days-chart">
      <div class="chart-heading">
        <h4>{strings['chart.tlsPerDay']}</h4>
        {knownOf(report.tls) > 0 && (
          <ChartMenu name="tls-per-day" heading={strings['chart.tlsPerDay']} svg={() => pictures.tlsPerDay(report)} />
        )}
      </div>
      {!asTable && (
        <div class="plot plot-low" ref={element}>
          {width > 0 && (
            <>
              <TlsDaysPlot
                report={report}
                frame={frame}
                locale={locale}
                formatShare={(share) => percent(share, 1, 0)}
                day={day}
                label={fill(strings['chart.tlsDaysSummary'], report.period.start, report.period.end)}
              />
              <DaySlider
                days={report.days}
                state={{ day, anchor: state.anchor }}
                onState={setState}
                figures={figures}
                position={(index) => dayBand(index, report.days.length, frame).middle}
                width={width}
                onRange={onRange}
              />
            </>
          )}
        </div>
      )}
      {!asTable && (
        <ul class="plain legend legend-tls">
          {states.map((one) => (
            <li key={one}>
              <Swatch state={one} />
              {strings[`tls.${one}`]}
            </li>
          ))}
        </ul>
      )}
      <ChartTable
        caption={strings['chart.tlsPerDay']}
        columns={[strings['details.date'], ...columns.map((one) => strings[`tls.${one}`]), strings['details.volume']]}
        rowCount={report.days.length}
        rows={() =>
          report.days.map((date, index) => {
            const [tls, volume] = [report.tlsPerDay[index] ?? [], volumes[index] ?? 0];
            const cells = columns.map((one) => (typeof volume === 'number' ? share(tls, one) : words(volume)));
            return [date, ...cells, words(volume)];
          })
        }
        isShown={asTable}
      />
    </figure>
  );
}
