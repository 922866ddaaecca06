import { useMemo } from 'preact/hooks';
import type { BaselineState } from '../../src/core/compare/baseline';
import { insightConnectorKey, keyOf } from '../../src/core/report/connectorReport';
import type { Insight, MailFlowReport } from '../../src/core/report/report';
import { fill, insightAdvice, insightMessage, insightTitle } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { placeOfInsight } from '../drillDown/placeOfInsight';
import { usePage } from '../pageContext';
import { baseName, filePosition, shortNames } from './fileNames';
import { InformationIcon, WarningIcon } from './icons';
import { InsightMenu } from './insightMenu';
import { Button } from './toolkit';
import { Who } from './who';

interface InsightCardProps {
  readonly insight: Insight;
  readonly report: MailFlowReport;
  /** What a baseline makes of it, where there is one. */
  readonly baseline: BaselineState | undefined;
  readonly onConnector: (key: string) => void;
  readonly onDrill: (place: DrillPlace) => void;
}

/** What was found about a connector, how much of its mail that is, what to do, and the line that proves it. */
export function InsightCard({ insight, report, baseline, onConnector, onDrill }: InsightCardProps) {
  const { strings, locale, host, label } = usePage();
  const { rule, severity } = insight;
  const { line } = insight.first;
  const file = filePosition(report, insight.first.file);
  const names = useMemo(() => shortNames(report), [report]);
  const place = fill(strings.lineOfFile, names[file] ?? baseName(insight.first.file), String(line));
  const key = insightConnectorKey(insight);
  const connector = report.connectors.find((one) => keyOf(one) === key);
  const title = insightTitle(strings, rule, insight.isNearMiss);
  return (
    <li class={`insight insight-${severity}`} data-rule={rule} data-severity={severity} data-baseline={baseline}>
      {severity === 'warning' ? <WarningIcon /> : <InformationIcon />}
      <div class="insight-text">
        <h3>
          <span class="visually-hidden">{strings[`insights.${severity}`]}: </span>
          {title}
        </h3>
        <p>
          <bdi>{withoutTitle(insightMessage(strings, insight, locale), title)}</bdi>
        </p>
        {baseline !== undefined && <p class="insight-baseline">{strings[`baseline.${baseline}`]}</p>}
        <p class="insight-advice">{insightAdvice(strings, rule)}</p>
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
              class="show-hosts"
              appearance="secondary"
              label={`${strings['insights.showHosts']}: ${label(connector)}`}
              onClick={() => onDrill(placeOfInsight(insight, connector))}
            >
              {strings['insights.showHosts']}
            </Button>
          )}
          {connector !== undefined && (
            <Button
              class="show-connector"
              appearance="secondary"
              label={`${strings['insights.showConnector']}: ${label(connector)}`}
              onClick={() => onConnector(key)}
            >
              {strings['insights.showConnector']}
            </Button>
          )}
          <InsightMenu insight={insight} title={title} />
          {file >= 0 && (
            <bdi class="muted note" aria-hidden="true">
              {place}
            </bdi>
          )}
        </p>
        <Who insight={insight} title={title} connector={connector} onDrill={onDrill} />
      </div>
    </li>
  );
}

/** The sentence says its title first, which stands over it here. */
function withoutTitle(message: string, title: string): string {
  return message.startsWith(title) ? message.slice(title.length).replace(/^[\s:]+/, '') : message;
}
