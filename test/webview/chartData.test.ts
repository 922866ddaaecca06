import assert from 'node:assert/strict';
import { connectorReport, NO_FILTER } from '../../src/core/report/connectorReport';
import { shownOfAll } from '../../src/core/report/dayVolume';
import type { ConnectorFlow } from '../../src/core/report/report';
import { drawnSeries, drawsGap, MOST_LINES } from '../../webview/charts/drawnSeries';
import { arcsOf } from '../../webview/charts/pieArcs';
import { slicesOf, statesToShow } from '../../webview/charts/tlsStates';
import { tellsNothing } from '../../webview/components/tellsNothing';
import { connector, day, report } from './samples';

describe('what the charts draw', () => {
  it('is the total, the largest connectors, and all others as one', () => {
    const connectors = Array.from({ length: 12 }, (_, index) =>
      connector([day('2026-03-08', [0, 0, 0, 0, 0, index, 0, 0])], { name: `C${index}` }),
    );
    const drawn = drawnSeries(connectorReport(connectors, 'all', { start: '2026-03-08', end: '2026-03-08' }).series);
    assert.deepEqual(drawn.total.volumes, [66]);
    assert.equal(drawn.lines.length, MOST_LINES);
    assert.equal(drawn.lines[0]?.connector?.name, 'C11');
    assert.deepEqual(drawn.others, { connectors: 3, volumes: [6] }, 'C0 has no messages: it is not counted');
    const sum = drawn.lines.reduce(
      (all, line) => all + shownOfAll(line.volumes),
      shownOfAll(drawn.others?.volumes ?? []),
    );
    assert.equal(sum, 66, 'lines and others are the total');
  });

  it('has no others where every connector has its line', () => {
    const connectors = Array.from({ length: MOST_LINES }, (_, index) =>
      connector([day('2026-03-08', [0, 0, 0, 0, 0, 1, 0, 0])], { name: `C${index}` }),
    );
    const { series } = connectorReport(connectors, 'all', { start: '2026-03-08', end: '2026-03-08' });
    assert.equal(drawnSeries(series).others, null);
  });

  it('says that there is a gap only where one is drawn', () => {
    const period = { start: '2026-03-07', end: '2026-03-08' };
    const filter = { ...NO_FILTER, tls: ['tls1.0'] as const };
    const seen = connector([day('2026-03-07', [0, 0, 0, 3, 0, 0, 0, 0]), day('2026-03-08', [0, 0, 0, 3, 0, 0, 0, 0])]);
    const unseen = connector([day('2026-03-08', [0, 0, 0, 0, 0, 9, 0, 0])], { name: 'Fabrikam' });
    const drawn = (...flows: readonly ConnectorFlow[]) =>
      drawsGap(drawnSeries(connectorReport(flows, 'all', period, filter).series));
    assert.equal(drawn(seen, unseen), false, 'nothing is drawn of what has no message');
    const half = connector([...seen.days.slice(0, 1), ...unseen.days], { name: 'Fabrikam' });
    assert.equal(drawn(seen, half), true);
  });

  it('is one slice per known state that occurs', () => {
    assert.deepEqual(slicesOf([1, 0, 0, 0, 0, 2, 0, 9]), [
      { state: 'none', count: 1 },
      { state: 'tls1.2', count: 2 },
    ]);
  });

  it('lists Unknown, SSL 3.0 and the version that is not told only where there are any', () => {
    assert.deepEqual(statesToShow([0, 0, 0, 0, 0, 0, 0, 0], 'whenAny'), [
      'none',
      'tls1.0',
      'tls1.1',
      'tls1.2',
      'tls1.3',
    ]);
    assert.deepEqual(statesToShow([0, 1, 1, 0, 0, 0, 0, 1], 'whenAny').length, 8);
  });

  it('is a hint where nothing tells how mail travelled', () => {
    assert.equal(tellsNothing(report(connector([day('2026-03-08', [0, 0, 0, 0, 0, 0, 0, 3])]))), true);
    assert.equal(tellsNothing(report(connector([day('2026-03-08', [1, 0, 0, 0, 0, 0, 0, 3])]))), false);
    assert.equal(tellsNothing(report()), false);
  });
});

describe('the slices of a pie', () => {
  it('fill the circle, the largest looking left so that crowded small ones lie on the right', () => {
    const arcs = arcsOf([
      { state: 'none', count: 1 },
      { state: 'tls1.0', count: 2 },
      { state: 'tls1.2', count: 997 },
    ]);
    const sum = arcs.reduce((angle, arc) => angle + arc.endAngle - arc.startAngle, 0);
    assert.ok(Math.abs(sum - 2 * Math.PI) < 1e-9);
    const sines = arcs.map((arc) => Math.sin((arc.startAngle + arc.endAngle) / 2));
    assert.ok((sines[2] ?? 0) < -0.99, 'the largest looks left');
    assert.ok((sines[0] ?? 0) > 0.9 && (sines[1] ?? 0) > 0.9, 'the small ones look right');
  });
});
