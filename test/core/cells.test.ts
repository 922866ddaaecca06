import assert from 'node:assert/strict';
import { readConnectorType } from '../../src/core/formats/connectorTypeCell';
import { readDirectionCell } from '../../src/core/formats/directionCell';
import { readTlsCell } from '../../src/core/formats/tlsCell';
import { TLS_STATES, type TlsState } from '../../src/core/model/tls';
import { reportOf, textInput } from './analyzing';

const TLS: Readonly<Record<TlsState, readonly string[]>> = {
  none: [
    'No TLS',
    'No Tls',
    'NoTLS',
    'no_tls',
    'None',
    'none',
    'Kein TLS',
    'Geen TLS',
    'Pas de TLS',
    'Sin TLS',
    'Sem TLS',
    'Ingen TLS',
    'Nessun TLS',
    'TLS なし',
    '无 TLS',
    'False',
    'Nein',
    'plaintext',
    'Unencrypted',
  ],
  'ssl3.0': ['SSL3', 'SSL 3.0', 'SSLv3', 'SP_PROT_SSL3_SERVER'],
  tls: ['TLS', 'True', 'ja', 'StartTLS', 'TLS 1.4', 'TLS 2.0'],
  'tls1.0': ['TLS1.0', 'TLS 1.0', 'TLSv1', 'SP_PROT_TLS1_0_SERVER', '1.0', 'TLS 1,0'],
  'tls1.1': ['TLS1.1', 'TLS1_1', 'tlsv1.1', 'v1.1'],
  'tls1.2': ['TLS1.2', '(Most secure) TLS 1.2', ' TLS 1.2 ', 'TLSv1.2', '1.2', 'SP_PROT_TLS1_2_CLIENT'],
  'tls1.3': ['TLS1.3', 'TLS1_3', '1_3'],
  unknown: [
    'No TLS information',
    'not TLS1.2',
    'TLS failed',
    '',
    ' ',
    '-',
    'n/a',
    'unknown',
    'Opportunistic',
    '0',
    '12',
    '1.4',
    'AES256',
  ],
};

describe('cells', () => {
  for (const [state, texts] of Object.entries(TLS)) {
    it(`say ${state} in many ways`, () => {
      for (const text of texts) {
        assert.equal(TLS_STATES[readTlsCell(text)], state, text);
      }
    });
  }

  it('say a direction in the words of exports and of languages', () => {
    const words = {
      inbound: 'Incoming,Inbound,IN,1,Received,Eingehend,Entrant,In entrata,Entrante,Recibido,Reçu,Ricevuti',
      outbound: 'Originating,Outbound,out,2,Sent,Ausgehend,Sortant,In uscita,Saliente,Enviado,Envoyé,Inviati',
      internal: 'Internal,Intra-org,Intern,Interne,Interno',
      other: ',Undefined,Unknown,0,3,inside,outsider,Partner',
    };
    for (const [direction, texts] of Object.entries(words)) {
      for (const text of texts.split(',')) {
        assert.equal(readDirectionCell(text), direction, text);
      }
    }
  });

  it('say a connector’s type', () => {
    const types = ['Partner', 'OnPremises', 'On-premises', 'on premises', 'NoConnector', 'No connector', 'Default', ''];
    assert.deepEqual(types.map(readConnectorType), [
      'Partner',
      'OnPremises',
      'OnPremises',
      'OnPremises',
      'NoConnector',
      'NoConnector',
      'Unknown',
      'Unknown',
    ]);
  });
});

describe('the zone of times in a table of unknown origin', () => {
  const told = async (title: string, ...times: string[]): Promise<boolean> => {
    const columnMappings = [
      { header: [title, 'Id'], columns: { time: title, messageId: 'Id' }, direction: 'inbound' as const },
    ];
    const rows = times.map((time, index) => `"${time}",${index}\r\n`);
    const report = await reportOf([textInput(`${title},Id\r\n${rows.join('')}`)], { columnMappings });
    const said = report.files[0]?.problems.filter(({ reason }) => reason === 'zoneNotTold') ?? [];
    assert.ok(said.length <= 1 && said.every(({ line }) => line === 0));
    assert.equal(report.files[0]?.problemCount, report.files[0]?.problems.length);
    return said.length === 0;
  };

  it('is told by the title or the time', async () => {
    assert.ok(await told('Time', '2026-03-02T08:00:00Z', '2026-03-02T08:00:00.1234567z'.toUpperCase()));
    assert.ok(await told('Time', '2026-03-02 08:00:00+01:00', '2026-03-02T08:00:00-0500', '/Date(1772467166000)/'));
    assert.ok(await told('Time', '3/14/2026 8:00 UTC'));
    assert.ok(await told('Time (UTC)', '3/14/2026 8:00'));
    assert.ok(await told('Time', 'never'), 'a time that cannot be read tells nothing');
  });

  it('is asked for once in a file', async () => {
    assert.ok(!(await told('Time', '2026-03-02 08:00', '2026-03-02 09:00', '2026-03-02 10:00')));
    assert.ok(!(await told('Time', '2026-03-02T08:00:00Z', '2026-03-02')));
    assert.ok(!(await told('Time', '14-03-2026')));
  });
});
