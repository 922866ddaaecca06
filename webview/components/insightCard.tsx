import { keyOf } from '../../src/core/report/connectorReport';
import { formatThreshold } from '../../src/core/report/percent';
import type { Insight, MailFlowReport } from '../../src/core/report/report';
import { fill, insightTitle } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { baseName, filePosition } from './fileNames';
import { InformationIcon, WarningIcon } from './icons';
import { Button } from './toolkit';

interface InsightCardProps {
  readonly insight: Insight;
  readonly report: MailFlowReport;
  readonly onConnector: (key: string) => void;
}

/** What was found about a connector, how much of its mail that is, what to do, and the line that proves it. */
export function InsightCard({ insight, report, onConnector }: InsightCardProps) {
  const { strings, locale, host, count, percent, label } = usePage();
  const { rule, severity, messages, known, period, thresholds } = insight;
  const { line } = insight.first;
  const file = filePosition(report, insight.first.file);
  const place = fill(strings.lineOfFile, baseName(insight.first.file), String(line));
  const connector = report.connectors.find(
    ({ direction, name }) => direction === insight.direction && name === insight.connector,
  );
  const name = label({ direction: insight.direction, name: insight.connector, type: insight.connectorType });
  const figures = strings[insight.approximate ? 'insights.figuresApproximate' : 'insights.figures'];
  return (
    <li class={`insight insight-${severity}`} data-rule={rule} data-severity={severity}>
      {severity === 'warning' ? <WarningIcon /> : <InformationIcon />}
      <div class="insight-text">
        <h3>
          <span class="visually-hidden">{strings[`insights.${severity}`]}: </span>
          {insightTitle(strings, rule, severity)}
        </h3>
        <p>
          <bdi class="insight-connector">{name}</bdi>
          {': '}
          {fill(figures, count(messages), count(known), percent(messages, known, 1))}
        </p>
        <p class="insight-advice">{strings[`advice.${rule}`]}</p>
        <p class="muted note">
          {fill(
            strings['insights.measure'],
            period.start,
            period.end,
            formatThreshold(thresholds.share, locale),
            count(thresholds.messages),
          )}
        </p>
        <p class="insight-actions">
          {file >= 0 && (
            <Button
              class="proof"
              appearance="secondary"
              label={`${strings['insights.showLine']}: ${place}`}
              onClick={() => host.post({ type: 'openLine', file, line })}
            >
              {strings['insights.showLine']}
            </Button>
          )}
          {connector !== undefined && (
            <Button
              class="show-connector"
              appearance="secondary"
              label={`${strings['insights.showConnector']}: ${name}`}
              onClick={() => onConnector(keyOf(connector))}
            >
              {strings['insights.showConnector']}
            </Button>
          )}
          {file >= 0 && (
            <bdi class="muted note" aria-hidden="true">
              {place}
            </bdi>
          )}
        </p>
      </div>
    </li>
  );
}
