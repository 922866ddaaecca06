import assert from 'node:assert/strict';
import { reportText } from '../../src/core/report/text';
import { always, CROWD, dateOf, OLD_HOST, type PlantedHost, plantedMail, until } from '../generate/plantedMail';
import { TLS10, TLS12, traceOf } from '../generate/traceMail';
import { analyze, reportOf, textInput } from './analyzing';

describe('the trend', () => {
  const repaired: PlantedHost = { ...OLD_HOST, host: '203.0.113.8', count: 9, version: until(8, TLS10, TLS12) };
  const late: PlantedHost = { ...OLD_HOST, connector: 'Late', version: until(20, TLS12, TLS10) };

  it('is not told of less than 14 days', async () => {
    for (const [days, isTold] of [
      [13, false],
      [14, true],
    ] as const) {
      const trace = textInput(traceOf(plantedMail(CROWD, days)));
      const { trend } = await reportOf([trace]);
      assert.deepEqual([trend.days, trend.told, trend.directions.length > 0], [days, isTold, isTold]);
      assert.equal(
        reportText(await analyze([trace])).includes(`A trend needs 14 days; the period has ${days}.`),
        !isTold,
      );
    }
  });

  it('holds this week against the last and against the first, by connector', async () => {
    const mail = plantedMail([...CROWD, repaired, late], 23);
    const trace = textInput(traceOf(mail));
    const { trend } = await reportOf([trace]);
    const [fabrikam, other] = trend.connectors;
    assert.deepEqual(
      fabrikam?.weeks.map(({ start, end }) => [start, end]),
      [2, 9, 16].map((first) => [dateOf(first), dateOf(first + 6)]),
      'weeks are counted back from the last day',
    );
    assert.deepEqual(
      fabrikam?.weeks.map(({ weak }) => weak),
      [54, 0, 0],
    );
    assert.deepEqual([fabrikam?.sinceLastWeek, fabrikam?.sinceFirstWeek], ['same', 'improved']);
    assert.deepEqual(
      other?.weeks.map(({ weak, known }) => [weak, known]),
      [
        [0, 28],
        [0, 28],
        [12, 28],
      ],
    );
    assert.deepEqual([other?.sinceLastWeek, other?.sinceFirstWeek], ['worse', 'worse']);
    const text = reportText(await analyze([trace]));
    assert.match(
      text,
      /From your partner - Late: weak 42\.9% \(12 of 28\) this week, weak 0% \(0 of 28\) the week before \(worse\)/,
    );
    assert.match(
      text,
      /From your partner - Fabrikam: .* 12\.2% \(54 of 441\) in the week from 2026-03-04 \(improved\)/,
    );
  });

  it('adds up to what the report counts of those days', async () => {
    const { trend, connectors } = await reportOf([textInput(traceOf(plantedMail([...CROWD, late], 14)))]);
    const days = connectors.flatMap((connector) => connector.days);
    for (const [index, week] of (trend.directions[0]?.weeks ?? []).entries()) {
      const inside = days.filter(({ date }) => date >= week.start && date <= week.end);
      assert.equal(
        week.messages,
        inside.reduce((sum, { messages }) => sum + messages, 0),
        String(index),
      );
      assert.equal(week.messages, 7 * 58);
    }
    assert.equal(trend.directions[0]?.weeks.length, 2);
  });

  it('tells a connector that came, one that went and one of which nothing is known', async () => {
    const of = (connector: string, from: number, to: number, version: string): PlantedHost => ({
      ...OLD_HOST,
      connector,
      count: 1,
      version: always(version),
      host: `${from}-${to}`,
    });
    const mail = [
      ...plantedMail([of('Gone', 0, 6, TLS12), of('Untold', 0, 6, '')], 7),
      ...plantedMail([of('New', 7, 13, TLS12), of('Untold', 7, 13, TLS12)], 14).filter(
        ({ day = '' }) => day >= dateOf(7),
      ),
    ];
    const { trend } = await reportOf([textInput(traceOf(mail))]);
    assert.deepEqual(
      trend.connectors.map(({ connector, sinceLastWeek }) => [connector, sinceLastWeek]),
      [
        ['Gone', 'disappeared'],
        ['New', 'appeared'],
        ['Untold', 'untold'],
      ],
    );
  });
});
