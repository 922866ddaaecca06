import type { ConnectorChange } from '../../src/core/compare/compare';
import { comparisonMarkdown } from '../../src/core/compare/comparisonMarkdown';
import { insightSentence } from '../../src/core/compare/insightSentence';
import { volumeOf } from '../../src/core/model/tls';
import { fill } from '../../src/core/report/wording';
import type { ShownComparison } from '../../src/protocol/messages';
import { CopyFooter } from '../components/copyFooter';
import { PlainTable } from '../components/plainTable';
import { SidePanel } from '../components/sidePanel';
import { ChangeWord } from '../overTime/changeWord';
import { weakShare } from '../overTime/weakShare';
import { usePage } from '../pageContext';

interface ComparisonPanelProps {
  readonly shown: ShownComparison;
  readonly onClose: () => void;
}

/** What got worse, appeared, improved or disappeared, with its counts. */
export function ComparisonPanel({ shown, onClose }: ComparisonPanelProps) {
  const { strings, locale } = usePage();
  const { comparison, hasInsightsOnly } = shown;
  const { directions, connectors, insights, before, now } = comparison;
  const days = (period: typeof before) =>
    period === null ? strings['compare.noPeriod'] : fill(strings['compare.period'], period.start, period.end);
  return (
    <SidePanel
      id="comparison"
      class="wide-panel"
      heading={strings['compare.title']}
      onClose={onClose}
      footer={
        <CopyFooter
          panel="comparison"
          markdown={comparisonMarkdown(comparison, strings, locale)}
          redacted={comparisonMarkdown(shown.redacted, strings, locale)}
          onClose={onClose}
        />
      }
    >
      <p id="compared">
        <bdi>{fill(strings['compare.now'], `${shown.now}, ${days(now)}`)}</bdi>
        <br />
        <bdi>{fill(strings['compare.before'], `${shown.before}, ${days(before)}`)}</bdi>
      </p>
      {hasInsightsOnly ? (
        <p class="muted">{strings['compare.insightsOnly']}</p>
      ) : (
        <>
          <p class="muted note">{strings['compare.note']}</p>
          <ChangeTable heading={strings['compare.all']} changes={directions} />
          <h3>{strings['compare.connectors']}</h3>
          {connectors.length === 0 ? (
            <p class="muted">{strings['compare.noConnectors']}</p>
          ) : (
            <ChangeTable heading={strings['compare.connectors']} changes={connectors} />
          )}
        </>
      )}
      <h3>{strings['compare.insights']}</h3>
      {insights.length === 0 ? (
        <p class="muted">{strings['compare.noInsights']}</p>
      ) : (
        <ul id="compared-insights">
          {insights.map((change, position) => (
            <li key={position}>
              <bdi>{insightSentence(change, strings, locale)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}

interface ChangeTableProps {
  readonly heading: string;
  readonly changes: readonly ConnectorChange[];
}

function ChangeTable({ heading, changes }: ChangeTableProps) {
  const { strings, locale, count, label } = usePage();
  const titles = ['before', 'now', 'weakBefore', 'weakNow'] as const;
  return (
    <PlainTable
      label={heading}
      columns={[
        { title: strings['compare.column.connector'] },
        { title: strings['compare.column.change'] },
        ...titles.map((title) => ({ title: strings[`compare.column.${title}`], isNumber: true })),
      ]}
    >
      {changes.map(({ direction, connector, change, before, now }, position) => (
        <tr key={position} data-direction={direction} data-name={connector?.name} data-change={change}>
          <th scope="row">
            <bdi>{connector === null ? strings[`compare.${direction}`] : label(connector)}</bdi>
          </th>
          <td>
            <ChangeWord change={change} />
          </td>
          <td class="number">{count(volumeOf(before))}</td>
          <td class="number">{count(volumeOf(now))}</td>
          <td class="number">{weakShare(strings, locale, before)}</td>
          <td class="number">{weakShare(strings, locale, now)}</td>
        </tr>
      ))}
    </PlainTable>
  );
}
