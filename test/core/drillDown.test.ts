import assert from 'node:assert/strict';
import { Analysis } from '../../src/core/analyze';
import { daysOf, type Period } from '../../src/core/model/day';
import { addCounts, noCounts, TLS_STATES, type TlsCounts, volumeOf } from '../../src/core/model/tls';
import { readHere } from '../../src/core/readHere';
import { keyOf } from '../../src/core/report/connectorReport';
import { type DrillDownQuery, NO_LIMITS, type PeerLimits, type PeerReport } from '../../src/core/report/drillDown';
import { sumDays } from '../../src/core/report/figures';
import { extendedTrace } from '../generate/extendedTrace';
import { ProtocolLogs } from '../generate/protocolLogs';
import { Random } from '../generate/random';
import { sampleTrace } from '../generate/sampleTrace';
import { Totals } from '../generate/totals';
import { customData, TRACE_HEADER, traceLine } from '../generate/traceRow';
import { analysisOf, done, type Input, OPTIONS, textInput } from './analyzing';
import { FIXTURES, fixture } from './fixtures';

const EVERYTHING = { thresholds: { share: 0, messages: 1 } };

describe('remote hosts and senders add up to what the report counts', () => {
  for (const { name, inputs, options } of FIXTURES) {
    it(name, async () => {
      assertAddsUp(await analysisOf(inputs, { ...options, ...EVERYTHING }), name);
    });

    it(`${name}, in a part of the data`, async () => {
      const { period } = (await analysisOf(inputs, options)).report();
      for (const day of period === null ? [] : daysOf(period).slice(0, 8)) {
        const narrow = { ...options, ...EVERYTHING, from: day, to: day };
        assertAddsUp(await analysisOf(inputs, narrow), `${name} on ${day}`);
      }
    });
  }

  it('the sample export', async () => {
    assertAddsUp(await analysisOf([textInput(sampleTrace())], EVERYTHING), 'sample');
  });

  it('traces of any kind, of which a part is in two files', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = someTrace(seed);
      const inputs = [textInput(text, 'a.csv'), textInput(text.slice(0, text.length / 2), 'b.csv')];
      assertAddsUp(await analysisOf(inputs, EVERYTHING), `seed ${seed}`);
    }
  });

  for (const kind of ['receive', 'send'] as const) {
    it(`${kind} logs of any kind, files read in any order`, async () => {
      for (let seed = 1; seed <= 20; seed++) {
        const random = new Random(seed);
        const inputs = someLogs(kind, seed, random);
        const order = random.shuffled(inputs.map((_, index) => index));
        assertAddsUp(await analysisOf(inputs, EVERYTHING, order), `seed ${seed}, read ${order}`);
      }
    });
  }

  it('also where the same mail is logged by FrontEnd and, on some days only, by Hub', async () => {
    const { inputs, options } = fixture('protocol-log/twins');
    const analysis = await analysisOf(inputs, options);
    const left = analysis.report().files.map((file) => file.leftOut.hubTwin ?? 0);
    assert.ok(volumeOf(left) > 0);
    assertAddsUp(analysis, 'twins');
  });

  it('also where hosts are so many that the smaller ones are folded together', async () => {
    const rows = Array.from({ length: 45_000 }, (_, id) =>
      mail(id, { host: `10.${id >> 16}.${(id >> 8) & 255}.${id & 255}`, tls: id % 3 === 0 ? 'TLS1_0' : 'TLS1_2' }),
    );
    for (let id = 45_000; id < 45_100; id++) {
      rows.push(mail(id, { host: '192.0.2.1' }));
    }
    const analysis = await analysisOf([textInput(TRACE_HEADER + rows.join(''))], EVERYTHING);
    assertAddsUp(analysis, 'folded');
    const peers = peersOf(analysis, { connector: 'inbound:named:fabrikam' }, { hosts: 5, peers: 1 });
    assert.ok(peers.isFolded);
    assert.deepEqual(
      peers.hosts.slice(0, 2).map(({ host, isFolded }) => [host, isFolded]),
      [
        ['', true],
        ['192.0.2.1', false],
      ],
    );
    assert.equal(peers.messages, 45_100);
    assert.equal(volumeOf(peers.hosts.map((host) => host.messages)) + peers.notListed.messages, 45_100);
    assert.ok(peers.notListed.hosts > 10_000);
  });
});

describe('the remote hosts of a connector', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
  const rows = [
    mail(1, { host: '192.0.2.1', sender: 'kim@fabrikam.example', time: '2026-03-02T08:00:00.5Z' }),
    mail(2, { host: '192.0.2.1', sender: 'lee@fabrikam.example', time: '2026-03-04T09:00:00Z' }),
    mail(3, { host: '192.0.2.1', sender: 'kim@adatum.example', time: '2026-03-03T10:00:00Z', tls: 'TLS1_0' }),
    mail(4, { host: '192.0.2.2', sender: 'kim@fabrikam.example', time: '2026-03-03T11:00:00Z', tls: 'TLS1_0' }),
    mail(5, { host: '', sender: '', time: '2026-03-03T12:00:00Z', tls: '' }),
    mail(6, { host: '192.0.2.9', connector: 'Adatum' }),
  ];
  const read = (options = {}): Promise<Analysis> => analysisOf([textInput(TRACE_HEADER + rows.join(''))], options);
  const connector = 'inbound:named:fabrikam';

  it('come with senders, ciphers, first and last sight and the first proving line', async () => {
    const peers = peersOf(await read(), { connector });
    const at = (line: number) => ({ file: 'export.csv', line });
    assert.deepEqual(peers.period, { start: '2026-03-02', end: '2026-03-04' });
    assert.deepEqual([peers.messages, peers.isFolded], [5, false]);
    assert.deepEqual(
      peers.hosts.map(({ host, messages, firstSeen, lastSeen, first }) => ({
        host,
        messages,
        firstSeen,
        lastSeen,
        first,
      })),
      [
        {
          host: '192.0.2.1',
          messages: 3,
          firstSeen: Date.parse('2026-03-02'),
          lastSeen: Date.parse('2026-03-04'),
          first: at(2),
        },
        {
          host: '192.0.2.2',
          messages: 1,
          firstSeen: Date.parse('2026-03-03'),
          lastSeen: Date.parse('2026-03-03'),
          first: at(5),
        },
        {
          host: '',
          messages: 1,
          firstSeen: Date.parse('2026-03-03'),
          lastSeen: Date.parse('2026-03-03'),
          first: at(6),
        },
      ],
    );
    assert.deepEqual(
      peers.hosts[0]?.peers.map(({ sender, cipher, tls, messages, first }) => [
        sender,
        cipher,
        tls,
        messages,
        first.line,
      ]),
      [
        ['fabrikam.example', 'CALG_AES_256', 'tls1.2', 2, 2],
        ['adatum.example', 'CALG_AES_256', 'tls1.0', 1, 4],
      ],
    );
  });

  it('are those of a TLS state, of a host, of a sender, of days', async () => {
    const analysis = await read();
    const hosts = (query: Omit<DrillDownQuery, 'connector'>): [string, number][] =>
      peersOf(analysis, { connector, ...query }).hosts.map(({ host, messages }) => [host, messages]);
    assert.deepEqual(hosts({ tls: 'tls1.0' }), [
      ['192.0.2.1', 1],
      ['192.0.2.2', 1],
    ]);
    assert.deepEqual(hosts({ tls: 'unknown' }), [['', 1]]);
    assert.deepEqual(hosts({ host: '192.0.2.2' }), [['192.0.2.2', 1]]);
    assert.deepEqual(hosts({ host: '' }), [['', 1]]);
    assert.deepEqual(hosts({ sender: 'fabrikam.example', tls: 'tls1.2' }), [['192.0.2.1', 2]]);
    assert.deepEqual(hosts({ period: { start: '2026-03-03', end: '2026-03-03' } }), [
      ['192.0.2.1', 1],
      ['192.0.2.2', 1],
      ['', 1],
    ]);
    assert.deepEqual(hosts({ period: { start: '2025-01-01', end: '2025-01-02' } }), []);
  });

  it('are told by the day where only some days are asked for', async () => {
    const period = { start: '2026-03-03', end: '2026-03-04' };
    const peers = peersOf(await read(), { connector, period });
    assert.deepEqual(peers.period, period);
    assert.deepEqual(
      peers.hosts.map(({ messages, firstSeen, lastSeen, first }) => [
        messages,
        new Date(firstSeen).toISOString(),
        new Date(lastSeen).toISOString(),
        first.line,
      ]),
      [
        [2, '2026-03-03T00:00:00.000Z', '2026-03-04T00:00:00.000Z', 3],
        [1, '2026-03-03T00:00:00.000Z', '2026-03-03T00:00:00.000Z', 5],
        [1, '2026-03-03T00:00:00.000Z', '2026-03-03T00:00:00.000Z', 6],
      ],
    );
  });

  it('tell no domain of the empty sender of bounces', async () => {
    const bounces = ['<>', ''].map((sender, id) => mail(id, { host: '192.0.2.1', sender }));
    const peers = peersOf(await analysisOf([textInput(TRACE_HEADER + bounces.join(''))]), { connector });
    assert.deepEqual(
      peers.hosts[0]?.peers.map(({ sender, messages }) => [sender, messages]),
      [['', 2]],
    );
  });

  it('never leave the analysis period', async () => {
    const analysis = await read({ from: '2026-03-03', to: '2026-03-03' });
    assert.equal(peersOf(analysis, { connector }).messages, 3);
    assert.equal(peersOf(analysis, { connector, period: { start: '2026-03-02', end: '2026-03-04' } }).messages, 3);
    assert.equal(peersOf(analysis, { connector, period: { start: '2026-03-04', end: '2026-03-04' } }).period, null);
  });

  it('are the same whether all days are asked for at once or one by one', async () => {
    const analysis = await analysisOf([textInput(sampleTrace())]);
    const { connectors, period } = analysis.report();
    for (const key of connectors.map(keyOf)) {
      const whole = byPeer(peersOf(analysis, { connector: key }));
      const daily = new Map<string, number>();
      for (const day of daysOf(period as Period)) {
        const peers = peersOf(analysis, { connector: key, period: { start: day, end: day } });
        for (const [peer, messages] of byPeer(peers)) {
          daily.set(peer, (daily.get(peer) ?? 0) + messages);
        }
      }
      assert.deepEqual([...daily].sort(), [...whole].sort(), key);
    }
  });

  it('of a connector that there is not are none', async () => {
    const analysis = await read();
    const peers = peersOf(analysis, { connector: 'inbound:named:nobody' });
    assert.deepEqual([peers.messages, peers.hosts, peers.period?.start], [0, [], days[0]]);
    assert.deepEqual(done(analysis.proofLines({ connector: 'nonsense' }, 10)), { lines: [], total: 0 });
    const empty = await analysisOf([textInput('')]);
    assert.equal(peersOf(empty, { connector }).period, null);
  });

  it('are no longer told where the analysis goes on meanwhile', async () => {
    const analysis = new Analysis(['a.csv', 'b.csv'], OPTIONS);
    await readFile(analysis, 0, rows.join(''));
    assert.equal(peersOf(analysis, { connector }).messages, 5);
    const period = { start: '2026-03-03', end: '2026-03-04' };
    const [peers, lines] = [analysis.peers({ connector, period }), analysis.proofLines({ connector }, 10)];
    peers.next();
    lines.next();
    await readFile(analysis, 1, mail(7, { host: '192.0.2.1' }));
    assert.equal(done(peers), undefined);
    assert.equal(done(lines), undefined);
    assert.equal(peersOf(analysis, { connector }).messages, 6);
  });
});

describe('the lines that prove messages', () => {
  it('come in the order of files and lines, a part at a time, with their number', async () => {
    const texts = [0, 1].map((file) => [1, 2, 3, 4].map((id) => mail(file * 10 + id, { tls: 'TLS1_0' })).join(''));
    const inputs = texts.map((text, file) => textInput(TRACE_HEADER + text, `${file}.csv`));
    const analysis = await analysisOf(inputs, {}, [1, 0]);
    const query = { connector: 'inbound:named:fabrikam', tls: 'tls1.0' } as const;
    const all = [0, 1].flatMap((file) => [2, 3, 4, 5].map((line) => ({ file, line })));
    assert.deepEqual(done(analysis.proofLines(query, 100)), { lines: all, total: 8 });
    assert.deepEqual(done(analysis.proofLines(query, 3, 2)), { lines: all.slice(2, 5), total: 8 });
    assert.deepEqual(done(analysis.proofLines({ ...query, tls: 'tls1.2' }, 3)), { lines: [], total: 0 });
    const host = done(analysis.proofLines({ ...query, host: '192.0.2.200' }, 3));
    assert.deepEqual(host, { lines: [], total: 0 });
  });

  it('are told once where one proves several messages', async () => {
    const { inputs, options } = fixture('protocol-log/receive');
    const analysis = await analysisOf(inputs, options);
    const { connectors } = analysis.report();
    let isShared = false;
    for (const connector of connectors) {
      for (const [state, tls] of TLS_STATES.entries()) {
        const list = done(analysis.proofLines({ connector: keyOf(connector), tls }, 1000));
        const messages = sumDays(connector.days, null).tls[state] ?? 0;
        assert.equal(list?.lines.length, list?.total);
        assert.equal(new Set(list?.lines.map(({ line }) => line)).size, list?.total);
        assert.ok((list?.total ?? 0) <= messages && (messages === 0) === (list?.total === 0));
        isShared ||= (list?.total ?? 0) < messages;
      }
    }
    assert.ok(isShared, 'the fixture has a session with several messages');
  });

  it('of a report that was aggregated are its rows', async () => {
    const { inputs, options } = fixture('connector-report/month-first');
    const analysis = await analysisOf(inputs, options);
    for (const connector of analysis.report().connectors) {
      const list = done(analysis.proofLines({ connector: keyOf(connector) }, 1000));
      assert.equal(list?.total, connector.days.filter((day) => volumeOf(day.tls) > 0).length);
    }
  });

  it('begin with the first line of an insight about them, and end with its last one', async () => {
    let compared = 0;
    for (const { name, inputs, options } of FIXTURES) {
      const analysis = await analysisOf(inputs, { ...options, ...EVERYTHING });
      const { insights, connectors, files } = analysis.report();
      for (const { connector, direction, first, last } of insights.filter(({ rule }) => rule.endsWith('-tls10'))) {
        compared++;
        const flow = connectors.find((one) => one.name === connector && one.direction === direction);
        assert.ok(flow !== undefined);
        const list = done(analysis.proofLines({ connector: keyOf(flow), tls: 'tls1.0' }, 1000));
        const lines = list?.lines.map(({ file, line }) => ({ file: files[file]?.path, line })) ?? [];
        assert.deepEqual([lines[0], lines.at(-1)], [first, last], name);
      }
    }
    assert.ok(compared > 5);
  });
});

/** Holds peers and proof lines of every connector and TLS state against the report. */
function assertAddsUp(analysis: Analysis, about: string): void {
  const { connectors, period } = analysis.report();
  for (const connector of connectors) {
    const key = keyOf(connector);
    const counted = sumDays(connector.days, null).tls;
    for (const limits of [NO_LIMITS, { hosts: 2, peers: 1 }]) {
      const peers = peersOf(analysis, { connector: key }, limits);
      assertSums(peers, counted, limits, `${about}: ${key}`);
      assert.deepEqual(peers.period, period, about);
    }
    for (const [state, tls] of TLS_STATES.entries()) {
      const only = noCounts();
      only[state] = counted[state] ?? 0;
      const peers = peersOf(analysis, { connector: key, tls }, NO_LIMITS);
      assertSums(peers, only, NO_LIMITS, `${about}: ${key} ${tls}`);
      const lines = done(analysis.proofLines({ connector: key, tls }, 5));
      assert.equal((lines?.total ?? 0) > 0, (counted[state] ?? 0) > 0, `${about}: ${key} ${tls}: lines`);
      assert.equal(lines?.lines.length, Math.min(5, lines?.total ?? -1));
    }
    const [day] = connector.days;
    if (day !== undefined) {
      const peers = peersOf(analysis, { connector: key, period: { start: day.date, end: day.date } }, NO_LIMITS);
      assertSums(peers, day.tls, NO_LIMITS, `${about}: ${key} on ${day.date}`);
    }
  }
}

function assertSums(peers: PeerReport, counted: TlsCounts, limits: PeerLimits, about: string): void {
  const all = noCounts();
  addCounts(all, peers.counts);
  addCounts(all, peers.aggregated);
  assert.deepEqual(all, counted, about);
  assert.equal(peers.messages, volumeOf(peers.counts), about);
  const listed = volumeOf(peers.hosts.map((host) => host.messages));
  assert.equal(listed + peers.notListed.messages, peers.messages, about);
  assert.equal(peers.notListed.hosts === 0, peers.notListed.messages === 0, about);
  assert.ok(peers.hosts.length <= limits.hosts);
  for (const host of peers.hosts) {
    assert.equal(host.messages, volumeOf(host.tls), about);
    assert.ok(host.messages > 0 && host.firstSeen <= host.lastSeen && host.first.line > 0, about);
    const rows = volumeOf(host.peers.map((peer) => peer.messages));
    assert.ok(host.notListed === 0 ? rows === host.messages : rows < host.messages, about);
  }
  const order = peers.hosts.map((host) => host.messages);
  assert.deepEqual(
    order,
    order.toSorted((a, b) => b - a),
    about,
  );
}

function byPeer(peers: PeerReport): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { host, peers: rows } of peers.hosts) {
    for (const { sender, cipher, tls, messages } of rows) {
      counts.set([host, sender, cipher, tls].join(' '), messages);
    }
  }
  return counts;
}

async function readFile(analysis: Analysis, file: number, rows: string): Promise<void> {
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(TRACE_HEADER + rows);
  };
  const surroundings = { pause: () => Promise.resolve(), isCancelled: () => false };
  await readHere(analysis, file, { path: analysis.accounts[file]?.path ?? '', open }, surroundings);
}

function peersOf(analysis: Analysis, query: DrillDownQuery, limits?: PeerLimits): PeerReport {
  const peers = done(analysis.peers(query, limits));
  assert.ok(peers !== undefined);
  return peers;
}

interface Mail {
  readonly host?: string;
  readonly sender?: string;
  readonly time?: string;
  readonly tls?: string;
  readonly connector?: string;
}

function mail(id: number, { host = '', sender = '', time, tls = 'TLS1_2', connector = 'Fabrikam' }: Mail): string {
  return traceLine({
    date_time_utc: time ?? '2026-03-02T08:00:00Z',
    source: 'SMTP',
    event_id: 'RECEIVE',
    network_message_id: `m${id}`,
    sender_address: sender,
    original_client_ip: host,
    custom_data: customData([
      ['InboundConnectorData', `Name=${connector};ConnectorType=Partner`],
      ['tlsversion', tls === '' ? '' : `SP_PROT_${tls}_SERVER`],
      ['tlscipher', 'CALG_AES_256'],
    ]),
  });
}

function someTrace(seed: number): string {
  const tls = [
    ['tls1.0', 1],
    ['tls1.2', 2],
    ['unknown', 1],
  ] as const;
  const hosts = Array.from({ length: 6 }, (_, host) => ({
    ip: `192.0.2.${host}`,
    name: `mx${host}.fabrikam.example`,
    weight: host + 1,
    tls,
    domains: ['fabrikam.example', `d${host}.example`],
  }));
  const routes = (['inbound', 'outbound'] as const).flatMap((direction) =>
    [null, 'Fabrikam'].map((name) => ({
      direction,
      name,
      type: name === null ? ('NoConnector' as const) : ('Partner' as const),
      weight: 1,
      hosts,
    })),
  );
  const options = {
    seed,
    messages: 80,
    start: Date.UTC(2026, 2, 2),
    days: 5,
    routes,
    subjects: ['Hello'],
    repeated: 0.4,
    otherEvents: 0.2,
    internal: 0.2,
    hopless: 0.1,
    disorder: 20,
  };
  return [...extendedTrace(options, new Totals())].join('');
}

function someLogs(kind: 'receive' | 'send', seed: number, random: Random): Input[] {
  const tls = [
    ['none', 1],
    ['tls1.0', 1],
    ['tls1.2', 2],
  ] as const;
  const logs = new ProtocolLogs(
    {
      seed,
      kind,
      sessions: 20,
      connectors: ['EX1\\Default Frontend EX1', 'EX1\\Partner relay'],
      mix: { tls, mostMessages: 4, damaged: 0.3, internal: 0.2 },
      rowsPerFile: random.integer(20, 300),
      atATime: 3,
      start: Date.UTC(2026, 2, 2),
      step: 90_000,
    },
    new Totals(),
  );
  const inputs: Input[] = [];
  while (!logs.isDone) {
    inputs.push(textInput([...logs.file()].join(''), `${inputs.length}.LOG`));
  }
  return inputs;
}
