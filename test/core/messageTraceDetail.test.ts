import assert from 'node:assert/strict';
import { readMepElements } from '../../src/core/formats/messageTraceDetail/mepElements';
import { keyOf } from '../../src/core/report/connectorReport';
import { Random } from '../generate/random';
import { analysisOf, done, figuresOf, type Input, reportOf, textInput } from './analyzing';
import { fixture } from './fixtures';
import type { ReportJson } from './reportContract';

const RECEIVED = 'Message received by: MBX1.contoso.example';
const OUTSIDE = mep('CustomData', 'S:FromEntity=Internet;S:tlsversion=SP_PROT_TLS1_2_SERVER');

describe('trace details', () => {
  it('are understood in the languages of the admin centre', async () => {
    for (const [received, submitted, sent] of [
      ['Receive', 'Submit', 'Send external'],
      ['Empfangen', 'Übermitteln', 'Extern senden'],
      ['Recevoir', 'Soumettre', 'Envoi externe'],
      ['Réception', 'Soumission', 'Envoyer à l’extérieur'],
      ['Recibir', 'Presentar', 'Envío externo'],
      ['Ricezione', 'Sottometti', 'Invio esterno'],
      ['Ontvangen', 'Indienen', 'Extern verzenden'],
      ['Receber', 'Submeter', 'Envio externo'],
    ] as const) {
      const report = await details([
        ['1', received, '', OUTSIDE],
        ['2', received, RECEIVED, ''],
        ['2', submitted, '', ''],
        ['2', sent, '', ''],
      ]);
      assert.deepEqual([report.directions.inbound.messages, report.directions.outbound.messages], [1, 1], received);
    }
  });

  it('are understood by their data where the language is not', async () => {
    const report = await details([
      ['1', '受信', '', OUTSIDE],
      ['2', '配信', '', mep('MailboxServer', 'MBX1') + OUTSIDE],
      ['3', '外部送信', 'TLS1.3 AES256', mep('ConnectorId', 'To_DefaultOpportunisticTLS')],
      [
        '4',
        '送信',
        '',
        mep('CustomData', "'S:Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData=Name=Out;A=1'"),
      ],
      [
        '5',
        '失敗',
        '',
        mep('OutboundProxyTargetIPAddress', '203.0.113.5') + mep('RecipientStatus', '[{LED=550 5.1.1 no};'),
      ],
      ['6', '遅延', 'Reason: [{LED=450 4.4.316 refused};{MSG=}]', mep('OutboundProxyTargetHostName', 'mx.a.example')],
      ['7', 'スパム', '', mep('SCL', '6')],
    ]);
    assert.deepEqual(report.directions.inbound.tls, { 'tls1.2': 1 });
    assert.deepEqual(report.directions.outbound.tls, { 'tls1.3': 1, unknown: 1 });
  });

  it('that do not tell where a message came from take it for one from outside only where nobody inside sent it', async () => {
    const rows: Detail[] = [
      ['1', 'Receive', `${RECEIVED} using TLS1.2 with AES256`, ''],
      ['1', 'Submit', '', ''],
      ['2', 'Receive', `${RECEIVED} using TLS1.1 with AES256`, ''],
      ['3', 'Receive', `${RECEIVED} using TLS1.0 with AES256`, ''],
      ['3', 'Receive', `${RECEIVED} using TLS1.2 with AES256`, OUTSIDE],
    ];
    const random = new Random(3);
    for (let attempt = 0; attempt < 20; attempt++) {
      const { directions, internal, files } = await details(random.shuffled(rows));
      assert.deepEqual([directions.inbound.tls, internal], [{ 'tls1.1': 1, 'tls1.2': 1 }, 1]);
      assert.deepEqual([files[0]?.used, files[0]?.leftOut], [4, { otherEvent: 1 }]);
    }
  });

  it('take the version from the data first on the way in, from the sentence first on the way out', async () => {
    const data = mep('CustomData', 'S:FromEntity=Internet;S:tlsversion=SP_PROT_TLS1_0_SERVER;S:tlscipher=CALG_3DES');
    for (const [event, text, xml, expected] of [
      ['Receive', 'using TLS1.3 with AES256', data, { 'tls1.0': 1 }],
      ['Send external', 'using TLS1.3 with AES256', data, { 'tls1.3': 1 }],
      ['Send external', 'sent to mx.a.example', data, { 'tls1.0': 1 }],
      ['Send external', 'using TLS1_2', '', { 'tls1.2': 1 }],
      ['Send external', 'mit SSL3', '', { 'ssl3.0': 1 }],
      ['Send external', '', mep('RecipientStatus', '250 2.0.0 Ok, TLS1.1'), { 'tls1.1': 1 }],
      [
        'Receive',
        '',
        mep('TlsVersion', 'SP_PROT_TLS1_1_SERVER') + mep('CustomData', 'S:FromEntity=Partner'),
        { 'tls1.1': 1 },
      ],
      ['Send external', 'sent to tls1.example', '', { unknown: 1 }],
      ['Send external', 'sent to tls1.2.example, ssl3.example', '', { unknown: 1 }],
      ['Send external', '', mep('SourceContext', 'SP_PROT_TLS1_2_CLIENT.'), { 'tls1.2': 1 }],
    ] as const) {
      const { inbound, outbound } = (await details([['1', event, text, xml]])).directions;
      assert.deepEqual(event === 'Receive' ? inbound.tls : outbound.tls, expected, `${event} ${text}`);
    }
  });

  it('tell a sender by the return path, and none by that of bounces', async () => {
    const analysis = await analysisOf([
      table([
        ['1', 'Receive', '', mep('ReturnPath', 'ann@Fabrikam.example') + OUTSIDE],
        ['2', 'Receive', '', mep('ReturnPath', '<>') + OUTSIDE],
      ]),
    ]);
    const [connector = assert.fail()] = analysis.report().connectors.map(keyOf);
    const senders = done(analysis.peers({ connector }))?.hosts.flatMap(({ peers }) =>
      peers.map(({ sender }) => sender),
    );
    assert.deepEqual(senders?.sort(), ['', 'fabrikam.example']);
  });

  it('name the same messages as an Extended trace', async () => {
    const trace = [
      '"date_time_utc","source","event_id","connector_id","network_message_id","message_id","directionality","custom_data"',
      '"2026-03-01T08:00:00.0000000Z","SMTP","RECEIVE","","00000000-0000-4000-8000-000000000001","<1@a.example>","Incoming",""',
      '',
    ].join('\r\n');
    const rows = table([['1', 'Receive', '', OUTSIDE]]);
    const { connectors } = await reportOf([textInput(trace), rows]);
    assert.deepEqual(
      connectors.map(({ days }) => days.map(({ date, tls }) => [date, tls])),
      [[['2026-03-01', { 'tls1.2': 1 }]]],
    );
  });

  it('of Graph count events and recipients of a message once', async () => {
    const { inputs } = fixture('message-trace-detail/graph');
    const { value } = JSON.parse(new TextDecoder().decode(inputs[0]?.bytes)) as { value: object[] };
    const twice = textInput(JSON.stringify([...value, ...value].reverse()), 'graph.json');
    assert.deepEqual(figuresOf(await reportOf([twice])), figuresOf(await reportOf(inputs)));
  });

  it('may have members that only some objects have', async () => {
    const objects = [
      { MessageTraceId: '1', Date: '2026-03-02T08:00:00Z', Event: 'Receive', Detail: 'using TLS1.2' },
      { MessageTraceId: '1', Date: '2026-03-02T08:00:01Z', Event: 'Submit', Detail: '', Action: 'x', Data: '' },
    ];
    const report = await reportOf([textInput(objects.map((object) => JSON.stringify(object)).join('\n'))]);
    assert.deepEqual([report.directions.inbound.messages, report.internal], [0, 1]);
  });
});

describe('the data of a trace detail', () => {
  it('is read whatever its quotes, escapes and order of attributes', () => {
    const read = (text: string): string[] => {
      const found: string[] = [];
      readMepElements(text, (name, value) => found.push(`${name}=${value}`));
      return found;
    };
    assert.deepEqual(read(`<root><MEP Name="A" String="1"/><MEP Long = '2'\r\n Name = 'B' /></root>`), ['A=1', 'B=2']);
    assert.deepEqual(read('<MEP Name="A" Blob="&lt;a&gt;&amp;lt;&apos;&quot;&#65;&#x42;&#x110000;&nope;"/>'), [
      `A=<a>&lt;'"AB&#x110000;&nope;`,
    ]);
    assert.deepEqual(read('&lt;root&gt;&lt;MEP Name=&quot;A&quot; String=&quot;1&quot;/&gt;'), ['A=1']);
    assert.deepEqual(read('<MEP Name="A" String="<MEP Name='), ['A=']);
    assert.deepEqual(read('<root><MEP ... String="x" /><MEP Name="B"/><MEP'), ['B=']);
  });

  it('takes no longer than its size, whatever it holds', async () => {
    for (const part of [
      '<MEP ',
      '<MEP Name="',
      "<MEP Name='",
      '<MEP Name="A" String="&#',
      '<MEP\t \n',
      '<MEP a',
      "<MEP Name='CustomData' Blob='",
      "'S:a=b;",
      'TLS ',
      'using TLS1 ',
      '&lt;MEP Name=&quot;',
    ]) {
      const text = part.repeat(Math.ceil(400_000 / part.length));
      const started = Date.now();
      const rows = Array.from({ length: 4 }, (_, n): Detail => [`${n}`, 'Send external', text, `<root>${text}`]);
      const report = await details(rows);
      assert.equal(report.directions.outbound.messages, 4);
      assert.ok(Date.now() - started < 5000, `${part}: ${Date.now() - started} ms`);
    }
  });
});

type Detail = readonly [id: string, event: string, detail: string, data: string];

function mep(name: string, value: string): string {
  return `<MEP Name="${name}" String="${value.replaceAll("'", '&apos;')}"/>`;
}

function table(rows: readonly Detail[]): Input {
  const cells = rows.map(([id, event, detail, data]) => [
    `00000000-0000-4000-8000-00000000000${id}`,
    '2026-03-02T08:00:00Z',
    event,
    detail,
    data,
  ]);
  const lines = [['MessageTraceId', 'Date', 'Event', 'Detail', 'Data'], ...cells].map((line) =>
    line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  return textInput(`${lines.join('\r\n')}\r\n`, 'details.csv');
}

function details(rows: readonly Detail[]): Promise<ReportJson> {
  return reportOf([table(rows)]);
}
