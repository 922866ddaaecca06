import assert from 'node:assert/strict';
import { peersOfAll } from '../../src/core/export/exportReport';
import { ENGLISH_EXPORT_STRINGS } from '../../src/core/export/exportWording';
import type { TlsState } from '../../src/core/model/tls';
import type { ConnectorFlow } from '../../src/core/report/report';
import { type Impact, impactOf, WITHOUT_TLS } from '../../src/core/whatIf/impact';
import { impactMarkdown } from '../../src/core/whatIf/impactMarkdown';
import { impactText } from '../../src/core/whatIf/impactText';
import { always, CROWD, dateOf, OLD_HOST, PLAIN, type PlantedHost, plantedMail, until } from '../generate/plantedMail';
import { type Mail, TLS10, TLS11, TLS12, traceOf } from '../generate/traceMail';
import { analysisOf, done, textInput } from './analyzing';

async function impact(
  mail: readonly Mail[],
  states: readonly TlsState[],
  isMeant?: (connector: ConnectorFlow) => boolean,
  missingTlsMeansNone = false,
): Promise<Impact> {
  const analysis = await analysisOf([textInput(traceOf(mail))], { missingTlsMeansNone });
  const report = analysis.report();
  return impactOf(report, done(peersOfAll(analysis, report)) ?? assert.fail(), states, isMeant);
}

describe('what if old TLS were refused', () => {
  const mixed: PlantedHost = { ...OLD_HOST, host: '203.0.113.1', count: 3, version: until(4, TLS11, TLS12) };
  const other: PlantedHost = { ...OLD_HOST, host: '203.0.113.2', count: 1, connector: 'Other' };
  const silent: PlantedHost = { ...OLD_HOST, host: '203.0.113.3', count: 2, version: always('') };
  const DAYS = 6;
  const mail = plantedMail([...CROWD, OLD_HOST, mixed, other, silent], DAYS);

  it('counts messages, hosts and connectors, day by day, and what cannot be told', async () => {
    const found = await impact(mail, ['tls1.0', 'tls1.1']);
    assert.equal(found.messages, 6 * 4 + 4 * 3 + 6);
    assert.equal(
      found.volume,
      mail.reduce((sum, { count }) => sum + count, 0),
    );
    assert.deepEqual([found.unknown, found.versionUntold], [12, 0]);
    assert.deepEqual(
      found.days.map(({ date, messages }) => [date, messages]),
      Array.from({ length: DAYS }, (_, day) => [dateOf(day), day < 4 ? 8 : 5]),
    );
    const [fabrikam, second] = found.connectors;
    assert.deepEqual([fabrikam?.name, fabrikam?.messages, fabrikam?.unknown], ['Fabrikam', 36, 12]);
    assert.deepEqual([second?.name, second?.messages, second?.unknown], ['Other', 6, 0]);
    assert.deepEqual(
      fabrikam?.hosts.map(({ host, messages, known, lastSeen }) => [host, messages, known, lastSeen]),
      [
        ['192.0.2.50', 24, 24, dateOf(5)],
        ['203.0.113.1', 12, 18, dateOf(3)],
      ],
    );
  });

  it('refuses only what is named', async () => {
    assert.equal((await impact(mail, ['tls1.1'])).messages, 12);
    assert.equal((await impact(mail, ['tls1.3'])).messages, 0);
  });

  it('does not know the fate of mail whose version is not told', async () => {
    const found = await impact(
      [
        { count: 5, version: 'TLS' },
        { count: 5, version: TLS10 },
      ],
      ['tls1.0'],
    );
    assert.deepEqual([found.messages, found.versionUntold], [5, 5]);
  });

  it('adds up where hosts are not told', async () => {
    const [connector] = (
      await impact(
        [
          { count: 5, version: TLS10 },
          { count: 2, version: TLS10, host: 'h' },
        ],
        ['tls1.0'],
      )
    ).connectors;
    assert.deepEqual([connector?.messages, connector?.hosts.length, connector?.hostUntold], [7, 1, 5]);
  });

  it('is said in text and in Markdown', async () => {
    const found = await impact(mail, ['tls1.0', 'tls1.1']);
    const text = impactText(found);
    assert.match(text, /^What if these were refused: TLS 1\.0, TLS 1\.1\n/);
    assert.match(text, /42 of 384 messages \(10\.9%\), 2026-03-02 to 2026-03-07 \(UTC\), would have been refused\./);
    assert.match(text, /Of 12 messages it cannot be told, since their TLS state is unknown\./);
    assert.match(
      text,
      /From your partner - Fabrikam: 36 of 378 messages .* cannot be told: unknown: 12\n {2}192\.0\.2\.50: 24 messages \(all its mail\)/,
    );
    const markdown = impactMarkdown(found, ENGLISH_EXPORT_STRINGS, 'en');
    assert.match(markdown, /^# What if these were refused: TLS 1\.0, TLS 1\.1\n/);
    assert.match(markdown, /\| 203\.0\.113\.1 \| 12 \| No \| 2026-03-02 \| 2026-03-05 \|/);
  });
});

describe('what if TLS were forced on a connector', () => {
  it('counts what would have bounced on it, and nothing else', async () => {
    const plain: PlantedHost = { ...OLD_HOST, version: until(2, PLAIN, TLS12) };
    const elsewhere: PlantedHost = { ...OLD_HOST, connector: 'Other', version: always(PLAIN) };
    const mail = plantedMail([...CROWD, plain, elsewhere], 5);
    const found = await impact(mail, WITHOUT_TLS, ({ name }) => name === 'Fabrikam', true);
    assert.deepEqual([found.messages, found.volume, found.unknown, found.versionUntold], [8, 290, 0, 0]);
    assert.deepEqual(
      found.connectors.map(({ name, hosts }) => [name, hosts.map(({ host, messages }) => [host, messages])]),
      [['Fabrikam', [['192.0.2.50', 8]]]],
    );
    assert.match(impactText(found), /^What if TLS were forced\n/);
    const untold = await impact(mail, WITHOUT_TLS, ({ name }) => name === 'Fabrikam', false);
    assert.deepEqual([untold.messages, untold.unknown], [0, 8], 'unknown is never taken for No TLS');
  });
});
