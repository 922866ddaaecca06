import assert from 'node:assert/strict';
import { glanceAt, weakestFirst } from '../../src/core/report/glance';
import { connector, day, report } from '../webview/samples';

describe('a report at a glance', () => {
  it('adds up both directions over all days; unknown is no part of what is known', () => {
    const {
      messages,
      known,
      protected: under,
      onTls10,
      approximate,
    } = glanceAt(
      report(
        connector([day('2026-03-02', [3, 0, 0, 2, 0, 90, 0, 5]), day('2026-03-03', [0, 1, 0, 0, 0, 4, 0, 0])]),
        connector([day('2026-03-02', [0, 0, 0, 1, 0, 0, 0, 0], { approximate: true })], { direction: 'outbound' }),
        connector([day('2026-03-02', [0, 0, 0, 0, 0, 10, 0, 0])], { name: 'Fabrikam' }),
      ),
    );
    assert.deepEqual([messages, known, under, onTls10, approximate], [116, 111, 107, 2, true]);
  });

  it('says of no data that there is none', () => {
    assert.deepEqual(glanceAt(report()), {
      messages: 0,
      known: 0,
      protected: 0,
      tls: [0, 0, 0, 0, 0, 0, 0, 0],
      approximate: false,
      onTls10: 0,
    });
  });

  it('lists connectors by weak mail, then by mail', () => {
    const names = weakestFirst([
      connector([day('2026-03-02', [0, 0, 0, 0, 0, 10, 0, 0])], { name: 'Less' }),
      connector([day('2026-03-02', [0, 0, 0, 0, 0, 0, 0, 500])], { name: 'Unknown' }),
      connector([day('2026-03-02', [0, 0, 0, 0, 3, 0, 0, 0])], { name: 'Old' }),
      connector([day('2026-03-02', [2, 1, 0, 1, 0, 0, 0, 0])], { name: 'Weakest' }),
    ]).map(({ connector: { name }, weak }) => [name, weak]);
    assert.deepEqual(names, [
      ['Weakest', 4],
      ['Old', 3],
      ['Unknown', 0],
      ['Less', 0],
    ]);
  });
});
