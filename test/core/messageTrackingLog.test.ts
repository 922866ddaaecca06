import assert from 'node:assert/strict';
import { TRACKING_HEAD, type TrackingRow, trackingLine } from '../generate/trackingRow';
import { figuresOf, type Input, reportOf, textInput } from './analyzing';
import { fixture } from './fixtures';

describe('message tracking logs', () => {
  it('never tell No TLS, whatever the setting about missing versions', async () => {
    const { inputs } = fixture('message-tracking-log/exchange2016');
    const { directions } = await reportOf(inputs, { missingTlsMeansNone: true });
    assert.deepEqual([directions.inbound.tls, directions.outbound.tls], [{ unknown: 3 }, { unknown: 2 }]);
  });

  it('glued together, with marks between them, say what they say apart', async () => {
    const inputs = ['exchange2010', 'exchange2013', 'exchange2016'].flatMap(
      (name) => fixture(`message-tracking-log/${name}`).inputs,
    );
    const expected = figuresOf(await reportOf(inputs));
    for (const glue of ['', '\uFEFF', '\r\n']) {
      const glued = textInput(inputs.map(textOf).join(glue));
      assert.deepEqual(figuresOf(await reportOf([glued])), expected, JSON.stringify(glue));
    }
  });

  it('may have their fields in another order, and more of them', async () => {
    const { inputs } = fixture('message-tracking-log/exchange2013');
    const changed = textOf(inputs[0]).replace('#Fields: ', '#Fields: new-field,').replaceAll(/^2026/gm, 'new,2026');
    assert.deepEqual(await reportOf([textInput(changed, inputs[0]?.path)]), await reportOf(inputs));
  });

  it('know Exchange’s own send connectors, also translated', async () => {
    const names = ['组织内 SMTP 发送连接器', 'intra-organization smtp send connector', 'EdgeSync - Inbound to Rome'];
    const report = await reportOf([log(names.map((name, n) => sent(`${n}`, name)))]);
    assert.deepEqual([report.directions.outbound.messages, report.internal], [0, 3]);
    const edge = await reportOf([log([sent('1', 'EdgeSync - Rome to Internet')])]);
    assert.equal(edge.directions.outbound.messages, 1);
  });

  it('count a message once over a connector, by whichever FrontEnd it came', async () => {
    const rows = ['EX1', 'EX2'].map((proxy) => received('1', 'EX2', proxy));
    for (const order of [rows, rows.toReversed()]) {
      const report = await reportOf([log(order)]);
      assert.equal(report.directions.inbound.messages, 1);
    }
  });

  it('of several servers count a message that goes on over the same send connector once', async () => {
    const hub = log([sent('1', 'To Internet')]);
    const edge = log([
      sent('1', 'to internet', { 'client-hostname': 'EDGE1', 'server-hostname': 'mx.fabrikam.example' }),
    ]);
    assert.equal((await reportOf([hub, edge])).directions.outbound.messages, 1);
  });

  it('are told from other logs and tables', async () => {
    const { inputs } = fixture('message-tracking-log/headerless2013');
    const strange = textOf(inputs[0]).replaceAll(',SMTP,', ',FTP,').replaceAll(',STOREDRIVER,', ',FTP,');
    const connectivity = '#Software: Microsoft Exchange Server\r\n#Log-type: Transport Connectivity Log\r\n';
    for (const text of [strange, connectivity]) {
      assert.equal((await reportOf([textInput(text)])).files[0]?.format, null);
    }
  });
});

describe('mail that a tracking log and protocol logs tell', () => {
  const names = ['message-tracking-log/inbound-twins', 'message-tracking-log/outbound-twins'] as const;

  it('counts once, whatever the order of the files', async () => {
    const all = [
      ...new Map(names.flatMap((name) => fixture(name).inputs).map((input) => [input.path, input])).values(),
    ];
    const expected = await reportOf(all);
    // 1 inbound and 4 outbound by protocol logs; 2 and 2 that they do not tell.
    assert.deepEqual([expected.directions.inbound.messages, expected.directions.outbound.messages], [3, 6]);
    assert.equal(expected.files.find(({ path }) => path === 'twin.log')?.leftOut.protocolLogTwin, 3);
    for (const order of [
      [2, 1, 0],
      [1, 2, 0],
      [0, 2, 1],
    ]) {
      assert.deepEqual(await reportOf(all, {}, order), expected);
    }
    assert.deepEqual(figuresOf(await reportOf([...all, ...all])), figuresOf(expected));
  });

  it('is told by the log of a FrontEnd that only the client’s name tells', async () => {
    const [table] = fixture('message-tracking-log/get-message-tracking-log').inputs;
    const [frontEnd] = fixture('protocol-log/twins').inputs;
    const other = textInput(textOf(frontEnd).replaceAll('EX1\\Default Frontend EX1', 'EX2\\Default Frontend EX2'));
    const report = await reportOf([table as Input, other]);
    assert.deepEqual([report.directions.inbound.messages, report.files[0]?.leftOut.protocolLogTwin], [2, 1]);
  });

  it('is told by Hub’s protocol log, too', async () => {
    const [hub] = fixture('protocol-log/transport').inputs;
    const tracking = log([received('1', 'EX1', 'EX1'), received('2', 'EX2', 'EX2'), received('3', 'EX3', 'EX3')]);
    const report = await reportOf([tracking, hub as Input]);
    assert.equal(report.directions.inbound.messages, 4);
    assert.deepEqual(report.files[0]?.leftOut, { protocolLogTwin: 2 });
  });

  it('is not left out for a session without a message, or one between Exchange servers', async () => {
    const text = textOf(fixture('protocol-log/twins').inputs[0]);
    const tracking = log([received('1', 'EX1', 'EX1')]);
    for (const other of [text.replace('250 2.6.0', '550 5.7.1'), text.replace('<,STARTTLS', '<,X-ANONYMOUSTLS')]) {
      assert.notEqual(other, text);
      const report = await reportOf([tracking, textInput(other)]);
      assert.deepEqual([report.directions.inbound.messages, report.files[0]?.leftOut], [1, {}]);
    }
  });

  it('is told by a session that goes on in another file', async () => {
    const lines = textOf(fixture('protocol-log/twins').inputs[0]).split(/(?<=\r\n)/);
    const parts = [lines.slice(0, 15), [...lines.slice(0, 5), ...lines.slice(15)]].map((part) =>
      textInput(part.join('')),
    );
    const report = await reportOf([log([received('1', 'EX1', 'EX1')]), ...parts]);
    assert.deepEqual([report.directions.inbound.messages, report.files[0]?.leftOut], [1, { protocolLogTwin: 1 }]);
  });

  it('is internal once', async () => {
    const [send] = fixture('protocol-log/send').inputs;
    const day = (date: string): Input =>
      log([{ ...sent('1', 'Intra-Organization SMTP Send Connector'), 'date-time': date }]);
    assert.equal((await reportOf([send as Input])).internal, 1);
    assert.equal((await reportOf([send as Input, day('2026-03-02T09:00:00.000Z')])).internal, 1);
    assert.equal((await reportOf([send as Input, day('2026-03-03T09:00:00.000Z')])).internal, 2);
  });
});

function textOf(input: Input | undefined): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(input?.bytes as Uint8Array);
}

function log(rows: readonly TrackingRow[]): Input {
  return textInput(TRACKING_HEAD + rows.map(trackingLine).join(''), 'MSGTRK.LOG');
}

function received(id: string, server: string, proxy: string): TrackingRow {
  return {
    'date-time': '2026-03-02T08:00:00.000Z',
    'connector-id': `${server}\\Default ${server}`,
    source: 'SMTP',
    'event-id': 'RECEIVE',
    'network-message-id': `r${id}`,
    'original-client-ip': '203.0.113.9',
    directionality: 'Incoming',
    'custom-data': `S:ProxyHop1=${proxy}.contoso.example(10.0.0.1);S:FirstForestHop=${server}.contoso.example`,
  };
}

function sent(id: string, connector: string, more: TrackingRow = {}): TrackingRow {
  return {
    'date-time': '2026-03-02T08:00:00.000Z',
    'connector-id': connector,
    source: 'SMTP',
    'event-id': 'SENDEXTERNAL',
    'network-message-id': `s${id}`,
    directionality: 'Originating',
    ...more,
  };
}
