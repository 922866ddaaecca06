import assert from 'node:assert/strict';
import type { AnalysisOptions } from '../../src/core/analyze';
import { always, CROWD, dateOf, OLD_HOST, PLAIN, type PlantedHost, plantedMail, until } from '../generate/plantedMail';
import { type Mail, TLS10, TLS11, TLS12, traceOf } from '../generate/traceMail';
import { analyze, reportOf, textInput } from './analyzing';
import type { InsightJson, ReportJson } from './reportContract';

const PLAIN_TEXT: Partial<AnalysisOptions> = { missingTlsMeansNone: true };

describe('who is behind an insight', () => {
  it('is a host that moves to plain text on the fourth day', async () => {
    const culprit: PlantedHost = {
      host: '203.0.113.4',
      sender: 'a@lost.example',
      count: 5,
      version: until(3, TLS10, PLAIN),
    };
    const report = await reportFor([...CROWD, culprit], 10, PLAIN_TEXT);
    const insight = insightOf(report, 'tls10-turned-none');
    assert.deepEqual(
      insight.hosts.map(({ host, messages, firstSeen, lastSeen }) => [host, messages, firstSeen, lastSeen]),
      [['203.0.113.4', 35, dateOf(3), dateOf(9)]],
    );
    assert.deepEqual(insight.senders, [
      { name: 'lost.example', messages: 35, firstSeen: dateOf(3), lastSeen: dateOf(9) },
    ]);
    assert.deepEqual(report.hostChanges, [
      {
        direction: 'inbound',
        connector: 'Fabrikam',
        connectorType: 'Partner',
        stopped: { count: 0, hosts: [] },
        lost: { count: 1, hosts: [{ host: '203.0.113.4', messages: 15, lastOld: dateOf(2), since: dateOf(3) }] },
      },
    ]);
  });

  it('is a partner that was repaired in the second week, and is no more behind what remains', async () => {
    const repaired: PlantedHost = {
      host: '203.0.113.8',
      sender: 'b@repaired.example',
      count: 9,
      version: until(8, TLS10, TLS12),
    };
    const report = await reportFor([...CROWD, repaired, OLD_HOST], 14);
    assert.deepEqual(report.hostChanges[0]?.stopped, {
      count: 1,
      hosts: [{ host: '203.0.113.8', messages: 72, lastOld: dateOf(7), since: dateOf(8) }],
    });
    assert.deepEqual(report.hostChanges[0]?.lost, { count: 0, hosts: [] });
    const { hosts } = insightOf(report, 'inbound-partner-tls10');
    assert.deepEqual(
      hosts.map(({ host, lastSeen }) => [host, lastSeen]),
      [
        ['203.0.113.8', dateOf(7)],
        ['192.0.2.50', dateOf(13)],
      ],
    );
  });

  it('is a host and not the names that its senders forge', async () => {
    const forged = ['bank.example', 'contoso.example', 'fabrikam.example'].map(
      (domain): PlantedHost => ({ host: '203.0.113.66', sender: `ceo@${domain}`, count: 2, version: always(TLS10) }),
    );
    const honest: PlantedHost = { host: '203.0.113.70', sender: 'ceo@bank.example', count: 40, version: always(TLS12) };
    const insight = insightOf(await reportFor([...CROWD, ...forged, honest], 5), 'inbound-partner-tls10');
    assert.deepEqual(
      insight.hosts.map(({ host, messages }) => [host, messages]),
      [['203.0.113.66', 30]],
    );
    assert.deepEqual(
      insight.senders.map(({ name, messages }) => [name, messages]),
      [
        ['bank.example', 10],
        ['contoso.example', 10],
        ['fabrikam.example', 10],
      ],
    );
    assert.deepEqual(insight.repair?.hosts, ['203.0.113.66']);
  });

  it('adds up, with what no file tells', async () => {
    const report = await reportFor([...CROWD, OLD_HOST, { ...OLD_HOST, host: '', count: 6 }], 5);
    const { messages, hosts, hostCount, hostUntold, repair } = insightOf(report, 'inbound-partner-tls10');
    assert.deepEqual([messages, hosts.length, hostCount, hostUntold], [50, 1, 1, 30]);
    assert.deepEqual(repair, { hosts: ['192.0.2.50'], hostCount: 1, messages: 20, remaining: 30, isEnough: false });
  });

  it('counts every message of a host once, whatever its ciphers', async () => {
    const mail = ['CALG_3DES', 'CALG_RC4'].map(
      (cipher): Mail => ({ count: 20, version: TLS12, cipher, host: '192.0.2.9' }),
    );
    const report = await reportOf([textInput(traceOf(mail))]);
    const { hosts, ciphers } = insightOf(report, 'weak-cipher');
    assert.deepEqual(
      hosts.map(({ host, messages }) => [host, messages]),
      [['192.0.2.9', 40]],
    );
    assert.deepEqual(
      ciphers.map(({ name, messages }) => [name, messages]),
      [
        ['CALG_3DES', 20],
        ['CALG_RC4', 20],
      ],
    );
  });

  it('is proved by the first line and the last one, whichever host it is of', async () => {
    const { insights } = await analyze(
      [
        textInput(
          traceOf([
            { count: 3, version: TLS10, host: '192.0.2.1' },
            { count: 4, version: '', day: '2026-03-04', host: '192.0.2.1' },
            { count: 2, version: '', day: '2026-03-04', host: '192.0.2.2' },
            { count: 20, version: TLS12, cipher: 'CALG_3DES', host: '192.0.2.3' },
          ]),
        ),
      ],
      PLAIN_TEXT,
    );
    const lines = Object.fromEntries(insights.map(({ rule, first, last }) => [rule, [first.line, last.line]]));
    assert.deepEqual(lines['tls10-turned-none'], [5, 8]);
    assert.deepEqual(lines['weak-cipher'], [11, 30]);
  });

  it('names of a rule about the last week only hosts that are new to it', async () => {
    const newcomer: PlantedHost = {
      host: '203.0.113.4',
      sender: 'a@new.example',
      count: 9,
      version: until(10, TLS12, PLAIN),
    };
    const known: PlantedHost = { host: '203.0.113.5', sender: 'b@known.example', count: 1, version: always(PLAIN) };
    const insight = insightOf(await reportFor([...CROWD, newcomer, known], 14, PLAIN_TEXT), 'protection-fell');
    assert.deepEqual([insight.messages, insight.hosts.length, insight.hostUntold, insight.repair], [43, 1, null, null]);
    assert.deepEqual([insight.hosts[0]?.host, insight.hosts[0]?.messages], ['203.0.113.4', 36]);
  });
});

describe('the fewest hosts whose repair clears an insight', () => {
  const SIZES = [30, 14, 9, 9, 4, 2, 1, 1];
  const HOSTS = SIZES.map((count, index): PlantedHost => {
    return { host: `203.0.113.${index + 1}`, sender: `a@h${index}.example`, count, version: always(TLS10) };
  });

  for (const [share, messages] of [
    [0.01, 10],
    [0.1, 1],
    [0.25, 20],
    [0, 1],
    [0.05, 30],
  ] as const) {
    it(`are enough, and one fewer is not: ${share}, ${messages}`, async () => {
      const options = { thresholds: { share, messages } };
      const { repair } = insightOf(await reportFor([...CROWD, ...HOSTS], 1, options), 'inbound-partner-tls10');
      assert.ok(repair?.isEnough === true);
      const known = [...CROWD, ...HOSTS].reduce((sum, { count }) => sum + count, 0);
      const total = SIZES.reduce((sum, size) => sum + size, 0);
      const clears = (sizes: readonly number[]): boolean => {
        const left = total - sizes.reduce((sum, size) => sum + size, 0);
        return left === 0 || left < messages || left / known < share;
      };
      const fewest = Math.min(
        ...subsets(SIZES)
          .filter(clears)
          .map((sizes) => sizes.length),
      );
      assert.equal(repair.hostCount, fewest);
      assert.equal(repair.hosts.length, fewest);
      assert.equal(repair.messages + repair.remaining, total);
      // Repaired, and read again: the warning is gone.
      const repaired = HOSTS.map((host) =>
        repair.hosts.includes(host.host) ? { ...host, version: always(TLS12) } : host,
      );
      const after = await reportFor([...CROWD, ...repaired], 1, options);
      assert.ok(!after.insights.some((one) => one.rule === 'inbound-partner-tls10' && one.severity === 'warning'));
    });
  }
});

describe('hosts that gave up old TLS', () => {
  it('are those that did it for good', async () => {
    const host = (index: number, version: (day: number) => string): PlantedHost => ({
      host: `203.0.113.${index}`,
      sender: 'a@host.example',
      count: 2,
      version,
    });
    const report = await analyze(
      [
        textInput(
          traceOf(
            plantedMail(
              [
                host(1, until(4, TLS11, TLS12)),
                host(2, until(4, TLS10, PLAIN)),
                host(3, (day) => (day % 2 === 0 ? TLS10 : TLS12)),
                host(4, (day) => (day < 3 ? TLS10 : day < 5 ? TLS12 : PLAIN)),
                host(5, always(TLS12)),
                host(6, (day) => (day === 5 ? TLS10 : TLS12)),
              ],
              8,
            ),
          ),
        ),
      ],
      PLAIN_TEXT,
    );
    const [{ stopped, lost } = { stopped: undefined, lost: undefined }] = report.hostChanges;
    assert.deepEqual(
      stopped?.hosts.map(({ host: name, since }) => [name, since]),
      [
        ['203.0.113.1', dateOf(4)],
        ['203.0.113.3', dateOf(7)],
        ['203.0.113.6', dateOf(7)],
      ],
    );
    assert.deepEqual(
      lost?.hosts.map(({ host: name }) => name),
      ['203.0.113.2', '203.0.113.4'],
    );
  });
});

/** All selections of them. */
function subsets(sizes: readonly number[]): number[][] {
  return Array.from({ length: 2 ** sizes.length }, (_, mask) =>
    sizes.filter((_, index) => (mask & (1 << index)) !== 0),
  );
}

function insightOf({ insights }: ReportJson, rule: string): InsightJson {
  return insights.find((insight) => insight.rule === rule) ?? assert.fail(rule);
}

function reportFor(
  hosts: readonly PlantedHost[],
  days: number,
  options: Partial<AnalysisOptions> = {},
): Promise<ReportJson> {
  return reportOf([textInput(traceOf(plantedMail(hosts, days)))], options);
}
