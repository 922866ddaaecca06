import assert from 'node:assert/strict';
import { guessColumns } from '../../src/core/formats/guessColumns';
import type { MappedColumns } from '../../src/core/model/columnMapping';

/** Columns of which only the titles are there. */
const titled = (...titles: readonly string[]) => titles.map((title) => ({ title, values: [] }));

const HEADERS: Record<string, { readonly titles: readonly string[]; readonly roles: MappedColumns }> = {
  'English, as a gateway writes it': {
    titles: [
      'Received Date',
      'Subject',
      'Direction',
      'Internet Message-ID',
      'TLS Version',
      'Cipher Suite',
      'Remote IP',
      'From',
      'To',
    ],
    roles: {
      time: 'Received Date',
      direction: 'Direction',
      messageId: 'Internet Message-ID',
      tls: 'TLS Version',
      cipher: 'Cipher Suite',
      remoteHost: 'Remote IP',
      sender: 'From',
    },
  },
  'English, in Exchange’s own words': {
    titles: [
      'date-time',
      'client-ip',
      'client-hostname',
      'connector-id',
      'internal-message-id',
      'message-id',
      'network-message-id',
      'directionality',
      'sender-address',
      'recipient-address',
    ],
    roles: {
      time: 'date-time',
      remoteHost: 'client-ip',
      connector: 'connector-id',
      messageId: 'message-id',
      networkMessageId: 'network-message-id',
      direction: 'directionality',
      sender: 'sender-address',
    },
  },
  'names of JSON members': {
    titles: [
      'timeGenerated',
      'networkMessageId',
      'internetMessageId',
      'emailDirection',
      'connector.name',
      'connector.type',
      'tls.version',
      'tls.cipher',
      'senderFromAddress',
      'senderIPv4',
    ],
    roles: {
      time: 'timeGenerated',
      networkMessageId: 'networkMessageId',
      messageId: 'internetMessageId',
      direction: 'emailDirection',
      connector: 'connector.name',
      connectorType: 'connector.type',
      tls: 'tls.version',
      cipher: 'tls.cipher',
      sender: 'senderFromAddress',
      remoteHost: 'senderIPv4',
    },
  },
  German: {
    titles: [
      'Zeitstempel',
      'Richtung',
      'Nachrichten-ID',
      'Netzwerknachrichten-ID',
      'TLS-Version',
      'Verschlüsselungssammlung',
      'Konnektor',
      'Konnektortyp',
      'Gegenstelle',
      'Absenderadresse',
      'Empfänger',
    ],
    roles: {
      time: 'Zeitstempel',
      direction: 'Richtung',
      messageId: 'Nachrichten-ID',
      networkMessageId: 'Netzwerknachrichten-ID',
      tls: 'TLS-Version',
      cipher: 'Verschlüsselungssammlung',
      connector: 'Konnektor',
      connectorType: 'Konnektortyp',
      remoteHost: 'Gegenstelle',
      sender: 'Absenderadresse',
    },
  },
  'German, with other words': {
    titles: [
      'Empfangsdatum',
      'Absender',
      'Absender-IP',
      'Nachrichtenkennung',
      'Verschlüsselung',
      'Mailrichtung',
      'Typ des Konnektors',
      'Name des Konnektors',
    ],
    roles: {
      time: 'Empfangsdatum',
      sender: 'Absender',
      remoteHost: 'Absender-IP',
      messageId: 'Nachrichtenkennung',
      tls: 'Verschlüsselung',
      direction: 'Mailrichtung',
      connectorType: 'Typ des Konnektors',
      connector: 'Name des Konnektors',
    },
  },
  French: {
    titles: [
      'Date et heure',
      'Sens',
      'ID du message',
      'ID de message réseau',
      'Version TLS',
      'Suite de chiffrement',
      'Connecteur',
      'Type de connecteur',
      'Hôte distant',
      'Adresse de l’expéditeur',
      'Destinataire',
    ],
    roles: {
      time: 'Date et heure',
      direction: 'Sens',
      messageId: 'ID du message',
      networkMessageId: 'ID de message réseau',
      tls: 'Version TLS',
      cipher: 'Suite de chiffrement',
      connector: 'Connecteur',
      connectorType: 'Type de connecteur',
      remoteHost: 'Hôte distant',
      sender: 'Adresse de l’expéditeur',
    },
  },
  'French, with other words': {
    titles: ['Horodatage', 'Direction', 'Identifiant du message', 'Chiffrement', 'Adresse IP du client', 'Expéditeur'],
    roles: {
      time: 'Horodatage',
      direction: 'Direction',
      messageId: 'Identifiant du message',
      tls: 'Chiffrement',
      remoteHost: 'Adresse IP du client',
      sender: 'Expéditeur',
    },
  },
  Italian: {
    titles: [
      'Data e ora',
      'Direzione',
      'ID messaggio',
      'ID messaggio di rete',
      'Versione TLS',
      'Suite di crittografia',
      'Connettore',
      'Tipo di connettore',
      'Indirizzo IP',
      'Indirizzo mittente',
      'Destinatario',
    ],
    roles: {
      time: 'Data e ora',
      direction: 'Direzione',
      messageId: 'ID messaggio',
      networkMessageId: 'ID messaggio di rete',
      tls: 'Versione TLS',
      cipher: 'Suite di crittografia',
      connector: 'Connettore',
      connectorType: 'Tipo di connettore',
      remoteHost: 'Indirizzo IP',
      sender: 'Indirizzo mittente',
    },
  },
  Spanish: {
    titles: [
      'Fecha y hora',
      'Dirección',
      'ID del mensaje',
      'ID de mensaje de red',
      'Versión de TLS',
      'Conjunto de cifrado',
      'Conector',
      'Tipo de conector',
      'Servidor remoto',
      'Dirección del remitente',
      'Destinatario',
    ],
    roles: {
      time: 'Fecha y hora',
      direction: 'Dirección',
      messageId: 'ID del mensaje',
      networkMessageId: 'ID de mensaje de red',
      tls: 'Versión de TLS',
      cipher: 'Conjunto de cifrado',
      connector: 'Conector',
      connectorType: 'Tipo de conector',
      remoteHost: 'Servidor remoto',
      sender: 'Dirección del remitente',
    },
  },
};

describe('guesses of what columns hold', () => {
  for (const [name, { titles, roles }] of Object.entries(HEADERS)) {
    it(`know the words of a header: ${name}`, () => {
      assert.deepEqual(guessColumns(titled(...titles)), roles);
      assert.deepEqual(guessColumns(titled(...[...titles].reverse())), roles, 'in another order');
      assert.deepEqual(
        guessColumns(titled(...titles.map((title) => title.toUpperCase()))),
        upperCase(roles),
        'in capitals',
      );
    });
  }

  it('take no column twice and none for words that say something else', () => {
    assert.deepEqual(guessColumns(titled('Recipient', 'Subject', 'Size', 'Status', 'Tenant ID', 'Attachments')), {});
    assert.deepEqual(guessColumns(titled('Connector')), { connector: 'Connector' });
    assert.deepEqual(guessColumns(titled('Internal message id')), {});
  });

  it('take a column for a time only if its values are times', () => {
    const columns = [
      { title: 'Delivery time', values: ['113', '87'] },
      { title: 'Processed', values: ['2026-03-02 10:00:00', '02.03.2026 11:00'] },
    ];
    assert.deepEqual(guessColumns(columns), { time: 'Processed' });
  });

  it('go by values where titles say nothing', () => {
    const guids = ['4d5e3a8c-0c1e-4c5f-8f0e-08dc3a000001', '4d5e3a8c-0c1e-4c5f-8f0e-08dc3a000002'];
    const columns = [
      { title: 'A', values: ['2026-03-02T10:00:00Z'] },
      { title: 'B', values: ['Inbound', 'Outbound'] },
      { title: 'C', values: guids },
      { title: 'D', values: [`<${'a'.repeat(79)}…`, '<1@fabrikam.example>'] },
      { title: 'E', values: ['TLSv1.2', 'SP_PROT_TLS1_0_SERVER'] },
      { title: 'F', values: ['192.0.2.7:25', '[2001:db8::1]:25'] },
      { title: 'Tenant', values: ['00000000-0000-0000-0000-000000000001'] },
    ];
    assert.deepEqual(guessColumns(columns), {
      time: 'A',
      direction: 'B',
      networkMessageId: 'C',
      messageId: 'D',
      tls: 'E',
      remoteHost: 'F',
    });
  });

  it('leave open what two columns look like', () => {
    const columns = [
      { title: 'A', values: ['192.0.2.7'] },
      { title: 'B', values: ['192.0.2.8'] },
    ];
    assert.deepEqual(guessColumns(columns), {});
  });
});

function upperCase(roles: MappedColumns): MappedColumns {
  return Object.fromEntries(Object.entries(roles).map(([role, title]) => [role, title.toUpperCase()]));
}
