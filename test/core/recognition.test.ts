import assert from 'node:assert/strict';
import type { ColumnMapping } from '../../src/core/formats/format';
import { FORMATS } from '../../src/core/formats/formats';
import { readFileStart } from '../../src/core/reading/fileStart';
import { recognizeFile } from '../../src/core/stretch/fileBeginning';
import { reportOf, textInput } from './analyzing';
import { FIXTURES, isTable } from './fixtures';

/** Folders of fixtures that are not called after their format. */
const FOLDERS: Readonly<Record<string, RegExp>> = {
  'connector-definitions': /^(?:connector-definitions|extended-message-trace)$/,
  'extended-trace': /^extended-message-trace$/,
  'connector-report': /^connector-report-details$/,
  'protocol-log': /^smtp-(?:receive|send)-protocol-log$/,
};

/** Told apart by the order in which formats are tried. */
const LATER: Readonly<Record<string, string>> = { 'enhanced-summary-trace': 'requested-connector-report' };

/** Headers of other tables, which are none of these. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'a mail gateway’s list': ['Date', 'Sender', 'Recipient', 'Subject', 'Status', 'Spam score'],
  'a list in two languages': ['Datum', 'Sender', 'Empfänger', 'Betreff', 'Status'],
  'a list with two dates': ['Date', 'Received', 'Sender', 'Recipient', 'Status'],
  'a list that names its columns twice': ['Date', 'Date', 'Sender', 'Recipient', 'Status'],
  'a list without a status': ['Date', 'Sender', 'Recipient', 'Subject'],
  'a technical list': ['date', 'sender', 'recipient', 'status', 'message_id'],
  'parcels with ids': ['Received', 'Id', 'Status', 'Sender'],
  'a firewall’s log': ['Received', 'FromIP', 'ToIP', 'Id', 'Status'],
  'a tracking log without its first lines': [
    'date-time',
    'client-ip',
    'connector-id',
    'source',
    'event-id',
    'message-id',
    'network-message-id',
    'sender-address',
    'directionality',
  ],
  'a cut Extended trace': ['date_time_utc', 'connector_id', 'event_id', 'network_message_id', 'sender_address'],
  'trace details': ['MessageId', 'MessageTraceId', 'Date', 'Event', 'Action', 'Detail', 'Data'],
  'details with the trace’s columns': ['MessageTraceId', 'Received', 'FromIP', 'ToIP', 'Event', 'Detail'],
  'post-delivery events': ['Timestamp', 'NetworkMessageId', 'EmailDirection', 'ActionType', 'ActionTrigger'],
  'attachments of mail': ['Timestamp', 'NetworkMessageId', 'SenderFromAddress', 'FileName'],
  'SMTP AUTH clients': ['Sender address', 'Domain', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'Messages sent'],
  connectors: ['Name', 'ConnectorType', 'RequireTls', 'SenderDomains', 'TlsSenderCertificateName'],
  addresses: ['sender_address', 'message_id', 'received'],
};

const OURS = [
  'enhanced-summary-trace',
  'summary-trace',
  'message-trace',
  'requested-connector-report',
  'mapped-table',
  'email-events',
];

const SUMMARY_TITLES: readonly string[] = [
  'Date,Sender,Recipient,Subject,Status',
  'Received,Sender address,Recipient address,Status',
  'Received (UTC),SenderAddress,RecipientAddress,Subject,Status,Size',
  'Datum,Absender,Empfänger,Betreff,Status',
  'Empfangen,Absenderadresse,Empfängeradresse,Betreff,Status',
  'Date,Expéditeur,Destinataire,Objet,Statut',
  "Reçu,Adresse de l'expéditeur,Adresse du destinataire,Objet,État",
  'Fecha (UTC+01:00),Remitente,Destinatario,Asunto,Estado',
  'Recibido,Dirección del remitente,Dirección del destinatario,Estado',
  'Data,Mittente,Destinatario,Oggetto,Stato',
  'Ricevuto,Indirizzo mittente,Indirizzo destinatario,Oggetto,Stato',
  'Data,Remetente,Destinatário,Assunto,Status',
  'Datum,Afzender,Geadresseerde,Onderwerp,Status',
  'Ontvangen,Afzender,Ontvanger,Status',
];

describe('every export is recognised', () => {
  for (const fixture of FIXTURES) {
    const { name, inputs, options } = fixture;
    it(`${name}, by no format but its own`, () => {
      for (const { path, bytes } of inputs) {
        const folder = /(?:^|\/)([\w-]+)\/[^/]+$/.exec(path)?.[1] ?? name.split('/')[0] ?? '';
        const own = FOLDERS[folder] ?? new RegExp(`^${folder}$`);
        assert.match(recognizeFile(bytes, options.columnMappings).kind?.format ?? '', own, path);
        const all = FORMATS.filter((format) => format.recognizes(readFileStart(bytes), [])).map(({ id }) => id);
        const others = all.filter((id) => !own.test(id) && id !== LATER[all[0] ?? '']);
        assert.deepEqual(folder === 'mapped-table' ? [] : others, [], path);
      }
    });

    if (isTable(fixture) && !name.includes('/headerless')) {
      it(`${name}, also where there is no more than the header`, async () => {
        const text = new TextDecoder().decode(inputs[0]?.bytes);
        const header = text.slice(0, text.indexOf('\r\n') + 2);
        const expected = recognizeFile(inputs[0]?.bytes as Uint8Array, options.columnMappings).kind?.format;
        for (const shown of [header, header.trimEnd(), `#TYPE System.Object\r\n${header}`]) {
          const [file] = (await reportOf([textInput(shown)], options)).files;
          assert.equal(file?.format, expected);
          assert.ok(file?.problems.some(({ reason }) => reason === 'headerOnly'));
          assert.equal(file?.records, 0);
        }
      });
    }
  }

  for (const titles of SUMMARY_TITLES) {
    it(`as a trace’s list: ${titles}`, () => {
      for (const header of [titles, titles.replaceAll(',', ';'), `"${titles.replaceAll(',', '","')}"`]) {
        assert.equal(recognizeFile(new TextEncoder().encode(header)).kind?.format, 'summary-trace', header);
      }
    });
  }
});

describe('no other table is taken for an export', () => {
  for (const [about, titles] of Object.entries(OTHERS)) {
    it(about, () => {
      const table = `${titles.join(',')}\r\n${titles.map(() => 'x').join(',')}\r\n`;
      const objects = JSON.stringify([Object.fromEntries(titles.map((title) => [title, 'x']))]);
      for (const text of new Set(titles).size < titles.length ? [table] : [table, objects]) {
        const found = recognizeFile(new TextEncoder().encode(text)).kind?.format ?? '';
        assert.ok(!OURS.includes(found), found);
      }
    });
  }
});

describe('what the user says of a table', () => {
  const mapping: ColumnMapping = {
    header: ['Date', 'Sender', 'Recipient', 'Status'],
    columns: { time: 'Date' },
    direction: 'inbound',
  };
  const formatOf = (header: string, mappings: readonly ColumnMapping[]): string | undefined =>
    recognizeFile(new TextEncoder().encode(`${header}\r\n`), mappings).kind?.format;

  it('wins over what the table looks like', () => {
    assert.equal(formatOf('Date,Sender,Recipient,Status', []), 'summary-trace');
    assert.equal(formatOf('Date,Sender,Recipient,Status', [mapping]), 'mapped-table');
    assert.equal(formatOf('DATE;sender;Recipient;status', [mapping]), 'mapped-table');
  });

  it('holds for the same titles in the same order only', () => {
    assert.equal(formatOf('Date,Recipient,Sender,Status', [mapping]), 'summary-trace');
    assert.equal(formatOf('Date,Sender,Recipient,Status,Subject', [mapping]), 'summary-trace');
    assert.equal(formatOf('Date,Sender,Recipient', [mapping]), undefined);
  });

  it('is not enough where it names no column of times', async () => {
    const columnMappings = [{ ...mapping, columns: { sender: 'Sender' } }];
    const input = textInput('Date,Sender,Recipient,Status\r\n2026-03-02,kim@fabrikam.example,a@b.example,x\r\n');
    const [file] = (await reportOf([input], { columnMappings })).files;
    assert.deepEqual([file?.format, file?.problems[0]?.reason], [null, 'incompleteMapping']);
  });
});
