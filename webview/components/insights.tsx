import type { Insight, MailFlowReport } from '../../src/core/report/report';
import { fill, insightMessage } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { baseName, filePosition } from './fileNames';
import { InformationIcon, WarningIcon } from './icons';
import { Link } from './link';

/** The insights whose condition is met, each with the line that proves it. Nothing where there is none. */
export function Insights({ report }: { readonly report: MailFlowReport }) {
  const { strings } = usePage();
  if (report.insights.length === 0) {
    return null;
  }
  return (
    <section id="insights" aria-labelledby="insights-heading">
      <h2 id="insights-heading">{strings['insights.heading']}</h2>
      <ul class="plain insight-list">
        {report.insights.map((insight) => (
          <InsightItem
            key={`${insight.rule} ${insight.direction} ${insight.connector}`}
            insight={insight}
            report={report}
          />
        ))}
      </ul>
    </section>
  );
}

function InsightItem({ insight, report }: { readonly insight: Insight; readonly report: MailFlowReport }) {
  const { strings, locale, host } = usePage();
  const { line } = insight.first;
  const file = filePosition(report, insight.first.file);
  const place = fill(strings.lineOfFile, baseName(insight.first.file), String(line));
  return (
    <li class={`insight insight-${insight.severity}`} data-rule={insight.rule} data-severity={insight.severity}>
      {insight.severity === 'warning' ? <WarningIcon /> : <InformationIcon />}
      <div>
        <p>
          <span class="visually-hidden">{strings[`insights.${insight.severity}`]}: </span>
          {insightMessage(strings, insight, locale)}
        </p>
        {file >= 0 && (
          <p class="insight-proof">
            <Link
              class="proof"
              name={`${strings['insights.showLine']}: ${place}`}
              onClick={() => host.post({ type: 'openLine', file, line })}
            >
              {strings['insights.showLine']}
            </Link>
            <span class="muted" aria-hidden="true">
              {place}
            </span>
          </p>
        )}
      </div>
    </li>
  );
}
