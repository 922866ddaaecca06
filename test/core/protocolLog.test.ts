import assert from 'node:assert/strict';
import { type Input, reportOf, textInput } from './analyzing';
import { fixture } from './fixtures';
import { figuresIn, listed } from './oracle';

describe('protocol logs', () => {
  it('of several hours in one file say what they say apart', async () => {
    const { inputs } = fixture('protocol-log/hours');
    const expected = listed(figuresIn(await reportOf(inputs)));
    for (const glue of ['', '\uFEFF', '\r\n']) {
      const glued = textInput(inputs.map(textOf).join(glue));
      const report = await reportOf([glued]);
      assert.deepEqual(listed(figuresIn(report)), expected, JSON.stringify(glue));
      assert.equal(report.files[0]?.records, 45);
      assert.deepEqual(report.files[0]?.problems, []);
    }
  });

  it('may have their fields in another order, and more of them', async () => {
    const { inputs } = fixture('protocol-log/receive-states');
    const expected = await reportOf(inputs);
    const changed = textOf(inputs[0]).replace('#Fields: ', '#Fields: new-field,').replaceAll(/^2026/gm, 'new,2026');
    assert.deepEqual(await reportOf([textInput(changed, inputs[0]?.path)]), expected);
  });

  it('without the line #Fields have the usual ones, which is reported', async () => {
    const { inputs } = fixture('protocol-log/receive');
    const report = await reportOf([textInput(textOf(inputs[0]).replace(/#Fields.*\r\n/, ''))]);
    assert.equal(report.directions.inbound.messages, 3);
    assert.deepEqual(
      report.files[0]?.problems.map(({ line, reason }) => ({ line, reason })),
      [{ line: 5, reason: 'missingFields' }],
    );
  });

  it('without any header are told by who replies, by the side of TLS, or by the connector’s name', async () => {
    const tls = (side: string): string => `*,,"TLS protocol SP_PROT_TLS1_2_${side} negotiation succeeded, and so on"`;
    for (const [connector, row, format] of [
      ['Any name', '>,220 mx ESMTP,', 'smtp-receive-protocol-log'],
      ['EX1\\Any name', '<,220 mx ESMTP,', 'smtp-send-protocol-log'],
      ['Any name', '<,EHLO mx,', 'smtp-receive-protocol-log'],
      ['EX1\\Any name', '>,"MAIL FROM:<a@a.example>",', 'smtp-send-protocol-log'],
      ['Any name', tls('SERVER'), 'smtp-receive-protocol-log'],
      ['EX1\\Any name', tls('CLIENT'), 'smtp-send-protocol-log'],
      ['EX1\\Any name', '+,,', 'smtp-receive-protocol-log'],
      ['Any name', '*,,attempting to connect', 'smtp-send-protocol-log'],
    ] as const) {
      const text = `2026-03-02T08:00:00.000Z,${connector},08DE000000000001,0,192.0.2.1:25,203.0.113.1:9,${row}\r\n`;
      assert.equal((await reportOf([textInput(text)])).files[0]?.format, format, text);
    }
    for (const text of ['2026-03-02T08:00:00.000Z,a,b,0,,,+,,', '2026-03-02T08:00:00Z,a,08DE000000000001,0,,,+,']) {
      assert.equal((await reportOf([textInput(`${text}\r\n`)])).files[0]?.format, null, text);
    }
  });

  it('without a header at first go on as what the header of the next part says', async () => {
    const [headerless] = fixture('protocol-log/headerless-send').inputs;
    const [receive] = fixture('protocol-log/exchange2019-receive').inputs;
    const report = await reportOf([textInput(textOf(headerless) + textOf(receive))]);
    assert.deepEqual([report.directions.inbound.messages, report.directions.outbound.messages], [1, 1]);
    assert.deepEqual(
      report.files[0]?.problems.map(({ line, reason }) => ({ line, reason })),
      [{ line: 1, reason: 'missingFields' }],
    );
    const back = await reportOf([textInput(textOf(receive) + textOf(headerless))]);
    assert.equal(back.directions.inbound.messages, 1);
  });

  it('tell SSL 3.0, which is no protection', async () => {
    const { inputs } = fixture('protocol-log/receive');
    const text = textOf(inputs[0]).replaceAll(/SP_PROT_TLS1_\d_SERVER/g, 'SP_PROT_SSL3_SERVER');
    const { inbound } = (await reportOf([textInput(text)])).directions;
    assert.deepEqual([inbound.tls, inbound.protectedPercent], [{ 'ssl3.0': inbound.messages }, 0]);
  });

  it('of Hub are left out by the day of their messages, also where a session began the day before', async () => {
    const frontEnd = (day: string) =>
      log('EX1\\Default Frontend EX1', '192.0.2.1:25', `${day}T08:00:00.000Z`, `${day}T08:00:01.000Z`);
    const hub = log('EX1\\Default EX1', '192.0.2.1:2525', '2026-03-01T23:59:59.000Z', '2026-03-02T00:00:01.000Z');
    const twin = await reportOf([frontEnd('2026-03-02'), hub]);
    assert.deepEqual(
      [twin.directions.inbound.messages, twin.files[1]?.used, twin.files[1]?.leftOut],
      [1, 0, { hubTwin: 5 }],
    );
    const apart = await reportOf([frontEnd('2026-03-01'), hub]);
    assert.deepEqual([apart.directions.inbound.messages, apart.files[1]?.used, apart.files[1]?.leftOut], [2, 5, {}]);
  });

  it('of Hub are twins too where Hub took the mail over with X-ANONYMOUSTLS', async () => {
    const frontEnd = log(
      'EX1\\Default Frontend EX1',
      '192.0.2.1:25',
      '2026-03-02T08:00:00.000Z',
      '2026-03-02T08:00:01.000Z',
    );
    const text = textOf(
      log('EX1\\Default EX1', '192.0.2.1:2525', '2026-03-02T08:00:00.000Z', '2026-03-02T08:00:01.000Z'),
    );
    const hub = textInput(text.replace('EHLO a', 'X-ANONYMOUSTLS'));
    const report = await reportOf([frontEnd, hub]);
    assert.deepEqual(
      [report.directions.inbound.messages, report.internal, report.files[1]?.leftOut],
      [1, 0, { hubTwin: 5 }],
    );
    assert.equal((await reportOf([hub])).internal, 1);
  });

  it('of two servers may use the same session id', async () => {
    const { inputs } = fixture('protocol-log/receive');
    const other = textInput(textOf(inputs[0]).replaceAll('EX1\\Default Frontend EX1', 'EX2\\Default Frontend EX2'));
    const report = await reportOf([...inputs, other]);
    assert.equal(report.directions.inbound.messages, 6);
    assert.deepEqual(
      report.connectors.map((connector) => connector.messages),
      [3, 3],
    );
  });

  it('of Exchange 2010 have no Hub twins by the name Default', async () => {
    const { inputs } = fixture('protocol-log/twins');
    const old = inputs.map((input) =>
      textInput(textOf(input).replace('15.01.2507.039', '14.03.0123.004').replaceAll(':2525', ':25'), input.path),
    );
    const report = await reportOf(old);
    assert.equal(report.directions.inbound.messages, 4);
  });

  it('of the Hub service are told by their folder', async () => {
    const { inputs } = fixture('protocol-log/hours');
    const front = fixture('protocol-log/twins').inputs[0];
    for (const path of ['C:\\Logs\\Hub\\ProtocolLog\\RECV.LOG', '/logs/Hub/RECV.LOG', 'hub/RECV.LOG']) {
      const report = await reportOf([
        ...(front === undefined ? [] : [front]),
        ...inputs.map((input) => ({ ...input, path })),
      ]);
      assert.equal(report.directions.inbound.messages, 1, path);
    }
  });

  it('keep a session internal of which another file holds a part', async () => {
    const text = textOf(fixture('protocol-log/receive-states').inputs[0]);
    const lines = text.split(/(?<=\r\n)/);
    const internal = lines.filter((line) => line.includes('08DE000000000017'));
    const head = lines.slice(0, 5);
    const part = textInput([...head, ...internal.slice(-11)].join(''));
    const report = await reportOf([textInput(text), part]);
    assert.equal(report.directions.inbound.messages, 7);
    assert.equal(report.internal, 1);
  });

  it('do not take the reply to another command for the end of a message where rows are missing', async () => {
    const text = textOf(fixture('protocol-log/send').inputs[0]);
    const lines = text.split(/(?<=\r\n)/);
    const from = lines.findIndex((line) => line.includes('BDAT 100'));
    const report = await reportOf([textInput([...lines.slice(0, 5), ...lines.slice(from, from + 6)].join(''))]);
    assert.equal(report.directions.outbound.messages, 0);
  });
});

function textOf(input: Input | undefined): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(input?.bytes as Uint8Array);
}

/** A log of one session with one message, which begins and ends at these times. */
function log(connector: string, local: string, begin: string, end: string): Input {
  const rows = [
    ['+', '', begin],
    ['>', '220 mx ESMTP', begin],
    ['<', 'EHLO a', begin],
    ['>', '250 2.6.0 <1@a.example> Queued mail for delivery', end],
    ['-', '', end],
  ].map(
    ([event, data, time], sequence) =>
      `${time},${connector},08DE${local.length},${sequence},${local},203.0.113.1:9,${event},${data},`,
  );
  const head = [
    '#Version: 15.0.0.0',
    '#Log-type: SMTP Receive Protocol Log',
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
  ];
  return textInput(`${[...head, ...rows].join('\r\n')}\r\n`);
}
