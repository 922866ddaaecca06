import assert from 'node:assert/strict';
import type { AnalysisOptions } from '../../src/core/analyze';
import { definesConnectors, likelyDefinitions, MOST_BESIDE } from '../../src/core/definitionFiles';
import { assertAccounted } from './accounting';
import { analyze, type Input, reportOf, textInput } from './analyzing';
import type { ConnectorJson, ReportJson } from './reportContract';

const INBOUND = 'Enabled,ConnectorType,SenderDomains,RequireTls,TlsSenderCertificateName,Name';
const OUTBOUND = 'Enabled,UseMXRecord,ConnectorType,SmartHosts,TlsDomain,TlsSettings,Name';
const TRACE = 'date_time_utc,connector_id,source,event_id,network_message_id,directionality,custom_data';

/** A trace with a message from each of the connectors; none of its rows tells a type. */
function traceOf(...connectors: readonly string[]): Input {
  const rows = connectors.map(
    (name, id) => `2026-03-02T08:00:00Z,${name},SMTP,RECEIVE,${id},Incoming,S:FromEntity=Internet;S:tlsversion=TLS1_2`,
  );
  return textInput(lines(TRACE, ...rows), 'trace.csv');
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\r\n`).join('');
}

function connectorOf(report: ReportJson, name: string): ConnectorJson {
  const [found, ...others] = report.connectors.filter((connector) => connector.name === name);
  assert.ok(found !== undefined && others.length === 0, `${name} is listed once`);
  return found;
}

/** What is said of the first connector of a definition file that stands alone, and of the file. */
async function read(text: string): Promise<ReportJson> {
  const report = await reportOf([textInput(text)]);
  assertAccounted(report, text);
  return report;
}

describe('connector definitions', () => {
  it('tell a type before a setting does, and leave it to the setting where they do not', async () => {
    const definitions = textInput(lines(INBOUND, 'True,OnPremises,smtp:*;1,False,,A', 'True,,smtp:*;1,False,,B'));
    const typeOf: AnalysisOptions['typeOf'] = () => 'Partner';
    const report = await reportOf([traceOf('A', 'B'), definitions], { typeOf });
    assert.equal(connectorOf(report, 'A').type, 'OnPremises');
    assert.equal(connectorOf(report, 'B').type, 'Partner');
  });

  it('are of a connector whatever the case of its name, and of its direction alone', async () => {
    const definitions = textInput(lines(OUTBOUND, 'True,False,Partner,x,,,a'), 'outbound.csv');
    const inbound = textInput(lines(INBOUND, 'True,Partner,smtp:*;1,True,,FABRIKAM'), 'inbound.csv');
    const report = await reportOf([traceOf('Fabrikam', 'A'), definitions, inbound]);
    assert.equal(connectorOf(report, 'Fabrikam').type, 'Partner');
    assert.equal(connectorOf(report, 'A').type, 'Unknown');
    assert.deepEqual(
      report.connectors.map(({ direction, name, messages }) => [direction, name, messages]),
      [
        ['inbound', 'A', 1],
        ['inbound', 'Fabrikam', 1],
        ['outbound', 'a', 0],
      ],
    );
  });

  it('that do not agree tell nothing of what they do not agree on, in any order, and the last one is reported', async () => {
    const first = textInput(lines(INBOUND, 'True,Partner,smtp:*;1,True,a.example,A'), 'first.csv');
    const second = textInput(lines(INBOUND, 'True,Partner,smtp:*;1,False,,A'), 'second.csv');
    for (const inputs of [
      [traceOf('A'), first, second],
      [second, first, traceOf('A')],
    ]) {
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
      ]) {
        const report = await reportOf(inputs, {}, order);
        const { type, forcedTls, definition } = connectorOf(report, 'A');
        assert.deepEqual({ type, forcedTls }, { type: 'Partner', forcedTls: null });
        assert.deepEqual([definition?.certificate, definition?.enabled], ['a.example', true]);
        const problems = report.files.map((file) => file.problems.map(({ reason }) => reason));
        assert.deepEqual(
          problems,
          inputs[0] === second ? [[], ['differingDefinition'], []] : [[], [], ['differingDefinition']],
        );
      }
    }
  });

  it('that call a connector Partner and OnPremises make it one of unknown type', async () => {
    const both = lines(INBOUND, 'True,Partner,smtp:*;1,True,,A', 'True,OnPremises,smtp:*;1,True,,a');
    const report = await read(both);
    const { type, forcedTls } = connectorOf(report, 'A');
    assert.deepEqual({ type, forcedTls }, { type: 'Unknown', forcedTls: true });
    assert.deepEqual(
      report.files[0]?.problems.map(({ line, reason }) => [line, reason]),
      [[3, 'connectorTypeConflict']],
    );
  });

  it('say whether TLS is forced where the record of the day does not', async () => {
    const details = textInput(
      lines(
        'Date,Connector direction and name,Connector type,Forced TLS?,No TLS,TLS 1.2,Volume',
        '2026-03-02,From your partner - A,Partner,False,0,100,10',
        '2026-03-03,From your partner - A,Partner,,0,100,10',
      ),
      'details.csv',
    );
    const definitions = textInput(lines(INBOUND, 'True,Partner,smtp:*;1,True,,A'));
    const [connector] = (await analyze([details, definitions])).connectors;
    assert.deepEqual(
      connector?.days.map(({ forcedTls }) => forcedTls),
      [false, true],
    );
    assert.equal(connector?.forcedTls, false);
    const [traced] = (await analyze([traceOf('A'), definitions])).connectors;
    assert.deepEqual([traced?.forcedTls, traced?.days[0]?.forcedTls], [true, true]);
  });

  it('force TLS by what they ask of the other side', async () => {
    for (const [settings, forced] of [
      ['EncryptionOnly', true],
      ['CertificateValidation', true],
      ['domainvalidation', true],
      ['4', true],
      ['', false],
      ['Opportunistic', null],
    ] as const) {
      const report = await read(lines(OUTBOUND, `True,True,Partner,,,${settings},A`));
      assert.equal(connectorOf(report, 'A').forcedTls, forced, settings);
      assert.equal(report.files[0]?.problemCount, forced === null ? 1 : 0);
    }
    for (const [type, required, forced] of [
      ['Partner', 'True', true],
      ['Partner', 'Falso', false],
      ['Partner', '', null],
      ['OnPremises', 'True', true],
      ['OnPremises', 'False', null],
      ['', 'False', null],
    ] as const) {
      const report = await read(lines(INBOUND, `True,${type},smtp:*;1,${required},,A`));
      assert.equal(connectorOf(report, 'A').forcedTls, forced, `${type} ${required}`);
    }
  });

  it('tell little where only some properties were saved, and that', async () => {
    const { connectors, files } = await read(lines('Name,TlsSettings', 'A,', 'B,EncryptionOnly'));
    assert.deepEqual(
      connectors.map(({ direction, name, type, forcedTls, definition }) => [
        direction,
        name,
        type,
        forcedTls,
        definition?.enabled,
      ]),
      [
        ['outbound', 'A', 'Unknown', false, null],
        ['outbound', 'B', 'Unknown', true, null],
      ],
    );
    assert.deepEqual(
      files[0]?.problems.map(({ reason }) => reason),
      ['missingColumn'],
    );
  });

  it('of both kinds under the titles of the first are told from each other, or left out', async () => {
    const table = await read(lines(INBOUND, 'True,Partner,smtp:*;1,True,,A', 'True,Partner,,,,B'));
    assert.deepEqual(
      table.files[0]?.problems.map(({ line, reason }) => [line, reason]),
      [[3, 'unknownDirection']],
    );
    const glued = await read(
      lines(INBOUND, 'True,Partner,smtp:*;1,True,,A') + lines(OUTBOUND, 'True,True,Partner,,,,B'),
    );
    assert.deepEqual(
      glued.connectors.map(({ direction, name }) => `${direction} ${name}`),
      ['inbound A', 'outbound B'],
    );
  });

  it('of Exchange Server are none', async () => {
    for (const header of [
      'AuthMechanism,Banner,Bindings,Enabled,RequireTLS,TlsCertificateName,RemoteIPRanges,Name,Identity',
      'AddressSpaces,DNSRoutingEnabled,Enabled,SmartHosts,RequireTLS,TlsAuthLevel,TlsDomain,Name,Identity',
    ]) {
      assert.equal(definesConnectors(new TextEncoder().encode(lines(header, header))), false, header);
    }
  });

  it('are all that is read of a file that is given as such', async () => {
    const trace = traceOf('A');
    const report = await reportOf([trace, trace, textInput('name,age\n')], {}, undefined, undefined, 1);
    assert.deepEqual(
      report.files.map(({ format, used, problems }) => [format, used, problems[0]?.reason]),
      [
        ['extended-message-trace', 1, undefined],
        [null, 0, 'noDefinitions'],
        [null, 0, 'unknownFormat'],
      ],
    );
  });

  it('of no connector at all are a file without records', async () => {
    const report = await read(lines(INBOUND));
    assert.deepEqual(
      report.files[0]?.problems.map(({ reason }) => reason),
      ['headerOnly'],
    );
    assert.deepEqual(report.connectors, []);
  });
});

describe('connector definitions as Format-List shows them', () => {
  const list = (...all: readonly string[]): string => lines('', '', ...all, '', '');

  it('are told from each other by a property that comes again, or by more than one empty line', async () => {
    const { connectors, files } = await read(
      list(
        'Name        : A',
        'TlsSettings : ',
        '',
        'Name        : B',
        'TlsSettings : EncryptionOnly',
        '',
        '',
        '',
        'RequireTls : True',
        'Name       : C',
      ),
    );
    assert.deepEqual(
      connectors.map(({ direction, name, forcedTls, definition }) => [direction, name, forcedTls, definition?.line]),
      [
        ['inbound', 'C', true, 11],
        ['outbound', 'A', false, 3],
        ['outbound', 'B', true, 6],
      ],
    );
    assert.deepEqual([files[0]?.records, files[0]?.used], [3, 3]);
  });

  it('are found among what a console shows, and what else it lists is reported', async () => {
    const { connectors, files } = await read(
      lines('PS C:\\> Get-InboundConnector | Format-List') +
        list('Name          : A', 'ConnectorType : Partner', 'RequireTls    : True') +
        lines('PS C:\\> Get-AcceptedDomain | Format-List') +
        list('DomainName : contoso.example', 'Default    : True'),
    );
    assert.deepEqual(
      connectors.map(({ name, type }) => [name, type]),
      [['A', 'Partner']],
    );
    assert.deepEqual(
      files[0]?.problems.map(({ line, reason }) => [line, reason]),
      [[12, 'noConnectorName']],
    );
  });
});

describe('hostile connector definitions', () => {
  const names = [
    '__proto__',
    'constructor',
    '<img src=x onerror=alert(1)>',
    '=1+2',
    '\u001b[31mred',
    'a\u202eb',
    '{0}',
    '🐟',
  ];

  it('define connectors of any name', async () => {
    const quoted = names.map((name) => `True,Partner,"System.String[]",True,${name},"${name}"`);
    const objects = names.map((Name) => ({ Name, ConnectorType: 2, RequireTls: true, TlsSenderCertificateName: Name }));
    const listed = names.map(
      (name) =>
        `Name                     : ${name}\r\nRequireTls               : True\r\nConnectorType            : Partner\r\nTlsSenderCertificateName : ${name}\r\n`,
    );
    for (const text of [lines(INBOUND, ...quoted), JSON.stringify(objects), listed.join('\r\n')]) {
      const report = await reportOf([textInput(text), traceOf(...names)]);
      for (const name of names) {
        const { type, messages, forcedTls, definition } = connectorOf(report, name);
        assert.deepEqual([type, messages, forcedTls, definition?.certificate], ['Partner', 1, true, name]);
      }
    }
  });

  const connector = 'SenderDomains : {}\nRequireTls : True\nName : A\n';
  const slow: readonly (readonly [name: string, text: string])[] = [
    ['a value without end', `${connector}Comment : ${`  ${'x'.repeat(98)}\n`.repeat(100_000)}`],
    ['very many properties', `${connector}${Array.from({ length: 200_000 }, (_, at) => `P${at} : x\n`).join('')}`],
    ['very many connectors', `${connector}\n`.repeat(100_000)],
    ['a line of spaces', `${connector}A${' '.repeat(5_000_000)}\n`],
    ['lines of spaces', `${connector}${`A${' '.repeat(15_000)}\n`.repeat(300)}`],
  ];
  for (const [name, text] of slow) {
    it(`take no longer than their size: ${name}`, async () => {
      const started = Date.now();
      const report = await read(text);
      assert.ok(Date.now() - started < 5000, `${Date.now() - started} ms`);
      assert.equal(connectorOf(report, 'A').forcedTls, true);
    });
  }
});

describe('files beside an export', () => {
  it('are looked at by name only in so far as there are many, the likeliest first', () => {
    const many = Array.from({ length: 200 }, (_, at) => `A${at}.csv`);
    const names = ['RECV.log', 'x.xlsx', ...many, 'My Connectors.JSON', 'inboundconnector.txt'];
    const likely = likelyDefinitions(names);
    assert.equal(likely.length, MOST_BESIDE);
    assert.deepEqual(likely.slice(0, 3), ['My Connectors.JSON', 'inboundconnector.txt', 'A0.csv']);
  });

  it('define connectors by what they hold', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    assert.ok(definesConnectors(bytes(lines(INBOUND))));
    assert.ok(definesConnectors(bytes('[{"Name":"A","TlsSettings":null}]')));
    assert.ok(definesConnectors(bytes('Name : A\nSmartHosts : {}\nConnectorType : Partner\n')));
    for (const text of ['', 'name,age\n', lines(TRACE), 'Name: A\nSmartHosts: {}\nConnectorType: Partner\n']) {
      assert.ok(!definesConnectors(bytes(text)), text);
    }
  });
});
