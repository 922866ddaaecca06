import { useState } from 'preact/hooks';
import type { MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { CheckIcon } from './icons';
import { InsightCard } from './insightCard';
import { Button } from './toolkit';

/** So many are shown until the rest is asked for: room for them is kept while reading goes on. */
const SHOWN_AT_FIRST = 2;

interface InsightsProps {
  readonly report: MailFlowReport;
  /** While reading goes on there are none yet. */
  readonly isReading: boolean;
  /** Shows the data of a connector, by its key. */
  readonly onConnector: (key: string) => void;
}

/** The insights whose condition is met, each with the line that proves it. */
export function Insights({ report, isReading, onConnector }: InsightsProps) {
  const { strings, count } = usePage();
  const [all, setAll] = useState(false);
  const { insights } = report;
  const shown = all ? insights : insights.slice(0, SHOWN_AT_FIRST);
  return (
    <section id="insights" aria-labelledby="insights-heading">
      <h2 id="insights-heading">{strings['insights.heading']}</h2>
      <ul class="plain insight-list">
        {shown.map((insight) => (
          <InsightCard
            key={`${insight.rule} ${insight.direction} ${insight.connector}`}
            insight={insight}
            report={report}
            onConnector={onConnector}
          />
        ))}
        {insights.length === 0 && (
          <li class="insight insight-none">
            {!isReading && <CheckIcon />}
            <p class="muted">{strings[isReading ? 'insights.later' : 'insights.none']}</p>
          </li>
        )}
      </ul>
      {shown.length < insights.length && (
        <Button id="show-all-insights" appearance="secondary" onClick={() => setAll(true)}>
          {fill(strings['insights.showAll'], count(insights.length))}
        </Button>
      )}
    </section>
  );
}
