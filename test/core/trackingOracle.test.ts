import assert from 'node:assert/strict';
import { Random } from '../generate/random';
import { assertAccounted } from './accounting';
import { type Input, reportOf, textInput } from './analyzing';
import { figuresIn, listed } from './oracle';
import { readTracking } from './trackingOracle';
import { wildTracking } from './wildTracking';

describe('random message tracking logs against a second, plain implementation', () => {
  it('agree figure by figure, alone', async () => {
    assert.ok((await compared(() => [])) > 200);
  });

  it('agree figure by figure beside protocol logs that tell the mail of some servers and connectors', async () => {
    const scopes = [
      ['inbound', 'EX1'],
      ['inbound', 'EX2'],
      ['outbound', 'To Internet'],
      ['outbound', 'to partners'],
    ] as const;
    const some = (random: Random): Told[] =>
      scopes.flatMap(([direction, scope]) =>
        [1, 2, 3].filter(() => random.chance(0.3)).map((day) => ({ direction, scope, day: `2026-03-0${day}` })),
      );
    assert.ok((await compared(some)) > 200);
  });
});

interface Told {
  readonly direction: 'inbound' | 'outbound';
  readonly scope: string;
  readonly day: string;
}

/** Compares 400 logs, each beside what protocol logs tell; returns how many could be compared wholly. */
async function compared(some: (random: Random) => Told[]): Promise<number> {
  let wholly = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const random = new Random(seed);
    const text = wildTracking(random, random.integer(1, 20));
    const told = some(random);
    const truth = readTracking(text, new Set(told.map(keyOf)));
    const about = `seed ${seed}`;
    const inputs = random.shuffled([textInput(text, 'MSGTRK.LOG'), ...told.map(protocolLog)]);
    const report = await reportOf(inputs);
    assertAccounted(report, about);
    const file = report.files.find(({ path }) => path === 'MSGTRK.LOG');
    assert.equal(file?.records, truth.records, about);
    for (const reason of ['malformed', 'futureDay', 'noMessageId', 'directionNotTold'] as const) {
      assert.equal(file?.leftOut[reason] ?? 0, truth[reason], `${about}: ${reason}`);
    }
    assert.equal(file?.leftOut.protocolLogTwin ?? 0, truth.twins, `${about}: twins`);
    assert.ok(report.internal >= truth.internalLeast && report.internal <= truth.internalMost, about);
    if (truth.isUndecided) {
      continue;
    }
    wholly++;
    const tracked = new Map([...figuresIn(report)].filter(([key]) => key.endsWith('unknown')));
    assert.deepEqual(listed(tracked), listed(truth.figures), about);
    const logged = [...figuresIn(report)].filter(([key]) => key.endsWith('none'));
    assert.equal(logged.length, told.length, `${about}: what protocol logs tell stays`);
  }
  return wholly;
}

function keyOf({ direction, scope, day }: Told): string {
  return `${direction} ${scope.toLowerCase()} ${day}`;
}

/** A log of one session with one message without TLS. */
function protocolLog({ direction, scope, day }: Told, index: number): Input {
  const isReceive = direction === 'inbound';
  const connector = isReceive ? `${scope}\\Default Frontend ${scope}` : scope;
  const [client, server] = isReceive ? ['<', '>'] : ['>', '<'];
  const rows = [
    ['+', ''],
    [server, '220 mx ESMTP'],
    [client, 'EHLO a'],
    [server, '250 mx'],
    [client, 'MAIL FROM:<a@a.example>'],
    [server, '250 2.1.0 ok'],
    [client, 'DATA'],
    [server, '354 go on'],
    [server, '250 2.6.0 <1@a.example> Queued mail for delivery'],
    ['-', ''],
  ].map(
    ([event, data], sequence) =>
      `${day}T08:00:00.000Z,${connector},08DE00000000${1000 + index},${sequence},192.0.2.1:25,203.0.113.1:9,${event},${data},`,
  );
  const head = [
    '#Version: 15.0.0.0',
    `#Log-type: SMTP ${isReceive ? 'Receive' : 'Send'} Protocol Log`,
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
  ];
  return textInput(`${[...head, ...rows].join('\r\n')}\r\n`, `${direction}${index}.LOG`);
}
