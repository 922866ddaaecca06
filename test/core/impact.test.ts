import assert from 'node:assert/strict';
import { MOST_PEERS } from '../../src/core/aggregate/addingKernel';
import type { Analysis } from '../../src/core/analyze';
import { ENGLISH_EXPORT_STRINGS } from '../../src/core/export/exportWording';
import type { TlsState } from '../../src/core/model/tls';
import type { ConnectorFlow } from '../../src/core/report/report';
import { askImpact } from '../../src/core/whatIf/askImpact';
import { hostsHit, type Impact, WITHOUT_TLS } from '../../src/core/whatIf/impact';
import { impactMarkdown } from '../../src/core/whatIf/impactMarkdown';
import { impactText } from '../../src/core/whatIf/impactText';
import { always, CROWD, dateOf, OLD_HOST, PLAIN, type PlantedHost, plantedMail, until } from '../generate/plantedMail';
import { Random } from '../generate/random';
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
  return done(askImpact(analysis, report, states, isMeant)) ?? assert.fail();
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
      found.days.map(({ date, messages, hostCount, hostUntold, connectors }) => [
        date,
        messages,
        hostCount,
        hostUntold,
        connectors,
      ]),
      Array.from({ length: DAYS }, (_, day) => [dateOf(day), ...(day < 4 ? [8, 3] : [5, 2]), 0, 2]),
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

  it('says "at least" where hosts of refused mail are not told', async () => {
    const found = await impact(
      [
        { count: 5, version: TLS10 },
        { count: 2, version: TLS10, host: 'h', day: '2026-03-03' },
        { count: 1, version: TLS10, day: '2026-03-04', host: 'h' },
        { count: 1, version: TLS10, day: '2026-03-04' },
        { count: 9, version: TLS12, day: '2026-03-05' },
      ],
      ['tls1.0'],
    );
    const least = (count: number) => ({ count, isAtLeast: true });
    const exactly = (count: number) => ({ count, isAtLeast: false });
    assert.deepEqual(found.days.map(hostsHit), [least(1), exactly(1), least(1), exactly(0)]);
    assert.match(impactText(found), /2026-03-02: 5 of 5 messages, at least 1 host, 1 connector\n/);
    assert.match(impactText(found), /Of 6 refused messages no remote host is told/);
  });

  for (const mostBytes of [undefined, 1]) {
    it(`counts hosts per day as counting by hand does, in ${mostBytes === undefined ? 'one walk' : 'a walk for each day'}`, async () => {
      for (let seed = 1; seed <= 12; seed++) {
        await hostsPerDay(new Random(seed), mostBytes);
      }
    });
  }

  it('stays exact in its sums, and says "at least", where hosts are too many to be told apart', async () => {
    const crowd = Array.from({ length: MOST_PEERS + 5000 }, (_, index): Mail => {
      return { count: index % 5 === 0 ? 2 : 1, version: TLS10, host: `h${index}`, day: dateOf(index % 3) };
    });
    const found = await impact(crowd, ['tls1.0']);
    const byDay = [0, 1, 2].map((day) => crowd.filter((mail) => mail.day === dateOf(day)));
    for (const [day, mails] of byDay.entries()) {
      const { messages, hostCount, hostUntold } = found.days[day] ?? assert.fail();
      assert.equal(
        messages,
        mails.reduce((sum, { count }) => sum + count, 0),
      );
      assert.ok(hostUntold > 0 && hostCount > 0 && hostCount <= mails.length, `${hostCount}, ${hostUntold}`);
      assert.ok(hostsHit(found.days[day] ?? assert.fail()).isAtLeast);
    }
  });

  it('counts a host of two connectors once', async () => {
    const mail = ['Fabrikam', 'Contoso'].map((connector): Mail => ({ count: 3, version: TLS10, host: 'h', connector }));
    const found = await impact(mail, ['tls1.0']);
    assert.deepEqual([found.hostCount, found.connectors.length, found.days[0]?.hostCount], [1, 2, 1]);
    const one = await impact(mail, ['tls1.0'], ({ name }) => name === 'Contoso');
    assert.deepEqual([one.hostCount, one.days[0]?.hostCount, one.days[0]?.connectors], [1, 1, 1]);
  });

  it('is said in text and in Markdown', async () => {
    const found = await impact(mail, ['tls1.0', 'tls1.1']);
    const text = impactText(found);
    assert.match(text, /^What if these were refused: TLS 1\.0, TLS 1\.1\n/);
    assert.match(text, /42 of 384 messages \(10\.9%\), 2026-03-02 to 2026-03-07 \(UTC\), would have been refused\./);
    assert.match(text, /would have been refused: 3\. Connectors: 2\./);
    assert.match(text, /\n {2}2026-03-02: 8 of 64 messages, 3 hosts, 2 connectors\n/);
    assert.match(text, /Of 12 messages it cannot be told, since their TLS state is unknown\./);
    assert.match(
      text,
      /From your partner - Fabrikam: 36 of 378 messages .* cannot be told: unknown: 12\n {2}192\.0\.2\.50: 24 messages \(all its mail\)/,
    );
    const markdown = impactMarkdown(found, ENGLISH_EXPORT_STRINGS, 'en');
    assert.match(markdown, /^# What if these were refused: TLS 1\.0, TLS 1\.1\n/);
    assert.match(markdown, /\n\| 2026-03-02 \| 8 \| 64 \| 3 \| 2 \|\n/);
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

/** Random mail, and its hosts per day and connector counted one by one. */
async function hostsPerDay(random: Random, mostBytes: number | undefined): Promise<void> {
  const versions = [TLS10, TLS11, TLS12, ''];
  const mails = Array.from({ length: 300 }, (): Mail => {
    const host = random.integer(0, 9) === 0 ? '' : `192.0.2.${random.integer(1, 20)}`;
    const connector = ['Fabrikam', 'Contoso', 'Northwind'][random.integer(0, 2)] as string;
    const version = versions[random.integer(0, 3)] as string;
    return { count: random.integer(1, 3), version, host, connector, day: dateOf(random.integer(0, 8)) };
  });
  const analysis = await analysisOf([textInput(traceOf(mails))]);
  const report = analysis.report();
  const limited: Pick<Analysis, 'hostHits'> = {
    hostHits: (states, connectors) => analysis.hostHits(states, connectors, mostBytes),
  };
  const found = done(askImpact(limited, report, ['tls1.0', 'tls1.1'])) ?? assert.fail();
  const hit = mails.filter(({ version }) => version === TLS10 || version === TLS11);
  const different = (some: readonly Mail[]): number => new Set(some.map(({ host }) => host).filter(Boolean)).size;
  const untold = (some: readonly Mail[]): number =>
    some.filter(({ host }) => host === '').reduce((sum, { count }) => sum + count, 0);
  for (const day of found.days) {
    const some = hit.filter((mail) => mail.day === day.date);
    const connectors = new Set(some.map(({ connector }) => connector)).size;
    assert.deepEqual([day.hostCount, day.hostUntold, day.connectors], [different(some), untold(some), connectors]);
  }
  for (const { name, days, hosts } of found.connectors) {
    const over = hit.filter(({ connector }) => connector === name);
    assert.equal(hosts.length, different(over));
    for (const { date, hostCount, hostUntold } of days) {
      const some = over.filter((mail) => mail.day === date);
      assert.deepEqual([hostCount, hostUntold], [different(some), untold(some)], `${name} ${date}`);
    }
    for (const { host, messages, known, firstSeen, lastSeen } of hosts) {
      const own = over.filter((mail) => mail.host === host);
      const all = mails.filter((mail) => mail.connector === name && mail.host === host && mail.version !== '');
      const dates = own.map(({ day }) => day ?? '').sort();
      const sum = (some: readonly Mail[]): number => some.reduce((total, { count }) => total + count, 0);
      assert.deepEqual([messages, known, firstSeen, lastSeen], [sum(own), sum(all), dates[0], dates.at(-1)]);
    }
  }
}
