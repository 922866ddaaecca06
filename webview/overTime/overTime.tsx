import { useMemo } from 'preact/hooks';
import type { MailFlowReport } from '../../src/core/report/report';
import { TREND_DAYS, trendOf } from '../../src/core/report/trend';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { CompareIcon, QuestionIcon, SaveIcon } from '../components/icons';
import { ToolButton } from '../components/toolButton';
import { usePage } from '../pageContext';
import { useIdle } from '../useLater';
import { HostChangesTable } from './hostChanges';
import { TrendTable } from './trendTable';

interface OverTimeProps {
  readonly report: MailFlowReport;
  readonly onDrill: (place: DrillPlace) => void;
  readonly onWhatIf: () => void;
}

/** Whether it is getting better: the weeks against each other, the hosts that gave up old TLS, and what to hold the report against. */
export function OverTime(props: OverTimeProps) {
  return useIdle() ? <Weeks {...props} /> : null;
}

function Weeks({ report, onDrill, onWhatIf }: OverTimeProps) {
  const { strings, count, host } = usePage();
  const trend = useMemo(() => trendOf(report), [report]);
  return (
    <section id="over-time" aria-labelledby="over-time-heading">
      <div class="over-time-heading">
        <h2 id="over-time-heading">{strings['trend.heading']}</h2>
        <span class="over-time-tools">
          <ToolButton
            id="compare"
            icon={<CompareIcon />}
            onClick={() => host.post({ type: 'run', command: 'compare' })}
          >
            {strings['overTime.compare']}
          </ToolButton>
          <ToolButton id="what-if-open" icon={<QuestionIcon />} onClick={onWhatIf}>
            {strings['whatIf.open']}
          </ToolButton>
          <ToolButton
            id="save-baseline"
            icon={<SaveIcon />}
            onClick={() => host.post({ type: 'run', command: 'saveBaseline' })}
          >
            {strings['baseline.save']}
          </ToolButton>
        </span>
      </div>
      {trend.isTold ? (
        <TrendTable trend={trend} />
      ) : (
        <p class="muted" id="trend-too-short">
          {fill(strings['trend.tooShort'], count(TREND_DAYS), count(trend.days))}
        </p>
      )}
      <HostChangesTable report={report} onDrill={onDrill} />
    </section>
  );
}
