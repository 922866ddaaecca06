import { useRef, useState } from 'preact/hooks';
import { insightConnectorKey } from '../../src/core/report/connectorReport';
import type { MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import type { HeldBaseline } from '../../src/protocol/messages';
import { usePage } from '../pageContext';
import { BaselineNote } from './baselineNote';
import { CheckIcon, InformationIcon } from './icons';
import { InsightCard } from './insightCard';
import { Link } from './link';
import { MutedInsights } from './mutedInsights';
import { silentRuleSentences } from './silentRuleSentences';
import { whyNoInsight } from './whyNoInsight';

/** So many are shown where there is room for two side by side, else one, until the rest is asked for: no more room is kept for them. */
const SHOWN_AT_FIRST = 2;

interface InsightsProps {
  readonly report: MailFlowReport;
  readonly baseline: HeldBaseline | null;
  /** While reading goes on there are none yet. */
  readonly isReading: boolean;
  /** Reading was stopped: what was not read may have what would stand out. */
  readonly isCancelled: boolean;
  /** True where nothing tells how mail travelled: then there is nothing to find. */
  readonly isUntold: boolean;
  /** Shows the data of a connector, by its key. */
  readonly onConnector: (key: string) => void;
  readonly onDrill: (place: DrillPlace) => void;
}

/** The insights whose condition is met, each with the line that proves it. */
export function Insights(props: InsightsProps) {
  const { report, baseline, isReading, isUntold, onConnector, onDrill } = props;
  const { strings, count } = usePage();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { insights } = report;
  const shown = all ? insights : insights.slice(0, SHOWN_AT_FIRST);
  const silent = isReading || isUntold ? 0 : report.silentRules.length;
  const none = whyNoInsight(props, report.mutedInsights.length);
  return (
    <section id="insights" aria-labelledby="insights-heading" data-all={all}>
      <div class="insights-heading">
        <h2 id="insights-heading">{strings['insights.heading']}</h2>
        {!all && insights.length > 1 && (
          <Link
            class={insights.length > SHOWN_AT_FIRST ? 'show-all-insights' : 'show-all-insights only-if-narrow'}
            onClick={() => {
              setAll(true);
              setTimeout(() =>
                list.current?.querySelector<HTMLElement>('.insight:nth-child(2) vscode-button')?.focus(),
              );
            }}
          >
            {fill(strings['insights.showAll'], count(insights.length))}
          </Link>
        )}
        {silent > 0 && (
          <details class="muted note silent-rules">
            <summary>
              {fill(strings[silent === 1 ? 'insights.silent.one' : 'insights.silent.many'], count(silent))}
            </summary>
            <ul>
              {silentRuleSentences(strings, report.silentRules).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {baseline !== null && <BaselineNote baseline={baseline} />}
      <ul class="plain insight-list" ref={list}>
        {shown.map((insight, position) => (
          <InsightCard
            key={`${insight.rule} ${insightConnectorKey(insight)}`}
            insight={insight}
            report={report}
            baseline={baseline !== null && 'verdict' in baseline ? baseline.verdict.states[position] : undefined}
            onConnector={onConnector}
            onDrill={onDrill}
          />
        ))}
        {insights.length === 0 && (
          <li class="insight insight-none">
            {none === 'none' ? <CheckIcon /> : <InformationIcon />}
            <p class="muted">{strings[`insights.${none}`]}</p>
          </li>
        )}
      </ul>
      <MutedInsights report={report} />
    </section>
  );
}
