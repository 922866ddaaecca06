import { useState } from 'preact/hooks';
import { volumeOf } from '../../src/core/model/tls';
import type { FlowTrend, Trend, Week } from '../../src/core/report/trend';
import { fill } from '../../src/core/report/wording';
import { PlainTable } from '../components/plainTable';
import { Button } from '../components/toolkit';
import { usePage } from '../pageContext';
import { ChangeWord } from './changeWord';
import { weakShare } from './weakShare';

const SHOWN_AT_FIRST = 12;

/** Of each direction and connector the weak share this week, the week before and in the first week, and what became of it. */
export function TrendTable({ trend }: { readonly trend: Trend }) {
  const { strings, count } = usePage();
  const [all, setAll] = useState(false);
  const directions = trend.directions.filter(({ weeks }) => weeks.some(({ tls }) => volumeOf(tls) > 0));
  const shown = all ? trend.connectors : trend.connectors.slice(0, SHOWN_AT_FIRST);
  const [first, now] = [trend.directions[0]?.weeks[0], trend.directions[0]?.weeks.at(-1)];
  const columns = ['thisWeek', 'lastWeek', 'firstWeek'] as const;
  return (
    <>
      <PlainTable
        id="trend"
        label={strings['overTime.caption']}
        columns={[
          { title: strings['compare.column.connector'] },
          ...columns.map((column) => ({ title: strings[`trend.${column}`], isNumber: true })),
          { title: strings['trend.sinceLast'] },
          { title: strings['trend.sinceFirst'] },
        ]}
      >
        {[...directions, ...shown].map((one) => (
          <Row key={`${one.direction} ${one.connector?.type} ${one.connector?.name}`} trend={one} />
        ))}
      </PlainTable>
      {shown.length < trend.connectors.length && (
        <Button id="show-all-trends" appearance="secondary" onClick={() => setAll(true)}>
          {fill(strings['overTime.showAll'], count(trend.connectors.length))}
        </Button>
      )}
      {first !== undefined && now !== undefined && (
        <p class="muted note">{fill(strings['trend.note'], now.start, now.end, first.start)}</p>
      )}
    </>
  );
}

function Row({ trend }: { readonly trend: FlowTrend }) {
  const { strings, locale, label } = usePage();
  const { direction, connector, weeks, sinceLast, sinceFirst } = trend;
  const [first, last, now] = [weeks[0], weeks.at(-2), weeks.at(-1)] as [Week, Week, Week];
  const name = connector === null ? strings[`compare.${direction}`] : label({ direction, ...connector });
  return (
    <tr class={connector === null ? 'of-direction' : undefined} data-direction={direction} data-name={connector?.name}>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {[now, last, first].map(({ tls, approximate }, position) => (
        <td key={position} class="number">
          {weakShare(strings, locale, tls, approximate)}
        </td>
      ))}
      <td>
        <ChangeWord change={sinceLast} />
      </td>
      <td>
        <ChangeWord change={sinceFirst} />
      </td>
    </tr>
  );
}
