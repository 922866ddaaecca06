import { insightConnectorKey } from '../../src/core/report/connectorReport';
import type { MailFlowReport } from '../../src/core/report/report';
import { fill, insightMessage, insightTitle } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { Button } from './toolkit';

/** What was found and the user no longer wants to be warned about: nothing is lost, and nothing stands out. */
export function MutedInsights({ report }: { readonly report: MailFlowReport }) {
  const { strings, locale, count, host } = usePage();
  const { mutedInsights } = report;
  if (mutedInsights.length === 0) {
    return null;
  }
  const form = mutedInsights.length === 1 ? 'one' : 'many';
  return (
    <details class="muted-insights">
      <summary class="muted">{fill(strings[`insights.muted.${form}`], count(mutedInsights.length))}</summary>
      <ul>
        {mutedInsights.map((insight) => (
          <li key={`${insight.rule} ${insight.direction} ${insight.connector}`} data-rule={insight.rule}>
            <bdi>{insightMessage(strings, insight, locale)}</bdi>{' '}
            <Button
              class="unmute"
              appearance="secondary"
              label={`${strings['insights.unmute']}: ${insightTitle(strings, insight.rule, insight.isNearMiss)}`}
              onClick={() =>
                host.post({
                  type: 'insightAction',
                  action: 'unmute',
                  rule: insight.rule,
                  connector: insightConnectorKey(insight),
                })
              }
            >
              {strings['insights.unmute']}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
