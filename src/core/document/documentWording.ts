import { ENGLISH_NAMES } from '../report/names';
import { ENGLISH_WORDING } from '../report/wording';

/** What an export's text is explained with, in English; a host hands in a translation with the same keys. */
export const ENGLISH_DOCUMENT_STRINGS = {
  ...ENGLISH_WORDING,
  ...ENGLISH_NAMES,

  'version.ssl3.0': 'Protects nobody any more: RFC 7568 (2015) forbids it. Mail under it does not count as protected.',
  'version.tls1.0':
    'Given up: RFC 8996 (March 2021) forbids it, and Exchange Online began to refuse it for mail on 11 January 2021.',
  'version.tls1.1': 'Given up together with TLS 1.0, by RFC 8996 (March 2021) and by Exchange Online.',
  'version.tls1.2': 'Up to date. It is the oldest version that may still be used.',
  'version.tls1.3': 'The newest version, and the most secure one.',
  'version.tls': 'Encrypted, in a version that this does not tell.',
  'version.advice': 'Have whoever stands at the other side switch on TLS 1.2 or newer.',
  'version.ofSession': 'Messages of this session behind this line travelled with it.',
  'version.sameSide': 'The other side connected to this server.',
  'version.otherSide': 'This server connected to the other side.',

  'cipher.weak':
    'A weak cipher, which no longer protects: have it switched off at the other side, or on your own server.',
  'cipher.known': 'No cipher that is known to be weak.',
  'cipher.aes': 'AES with keys of {0} bits.',
  'cipher.sha1': 'SHA-1, a hash that is given up for certificates.',
  'cipher.sha2': 'SHA-2 with {0} bits: the hash that tells whether something was changed.',
  'cipher.md5': 'MD5, a hash that is given up.',
  'cipher.ephemeral': 'A key exchange with keys made for this session alone: who learns the key later cannot read it.',
  'cipher.rsa': 'A key exchange with the key of the certificate: who learns that key can read all recorded sessions.',

  'items.heading': 'custom_data: {0} items',
  'items.headingOne': 'custom_data: 1 item',
  'items.item': 'Item',
  'items.value': 'Value',
  'items.meaning': 'Meaning',
  'items.more': 'and {0} more',
  'items.state': 'TLS state that this row tells: {0}',
  'items.stateUnknown':
    'This row tells no TLS state. The message is Unknown where no other row of it tells one either.',
  'items.stateNone':
    'This row tells no TLS version. By your setting, an inbound row of Exchange Online without one counts as No TLS.',
  'item.tlsversion': 'TLS version of the SMTP session that brought the message in',
  'item.tlscipher': 'Cipher of that session',
  'item.inboundconnectordata': 'Inbound connector that took the message, and its type',
  'item.microsoft.exchange.hygiene.tenantoutboundconnectorcustomdata': 'Outbound connector that the message left over',
  'item.microsoft.exchange.transport.mailrecipient.requiredtlsauthlevel':
    'What the rules ask for in transit; not what happened',
  'item.microsoft.exchange.transport.mailrecipient.effectivetlsauthlevel':
    'Which of these levels was reached; not a TLS version',
  'item.fromentity': 'Where the message came from: Internet, HybridOnPrem, Partner, or Hosted (inside Exchange Online)',
  'item.toentity': 'Where the message goes to, in the same words',
  'item.outboundproxytargethostname': 'Next host, where the message leaves through a front end',
  'item.outboundproxytargetipaddress': 'Its address',
  'item.outboundproxyfrontendname': 'Front end that the message leaves through',
  'item.proxyhop1': 'Server of Exchange Online that passed the session on',
  'item.proxiedclientipaddress': 'Address of the remote host',
  'item.proxiedclienthostname': 'Name of the remote host',
  'item.firstforesthop': 'First server of the organisation that had the message',
  'item.oorg': 'Organisation that sent the message',
  'item.e2elatency': 'Seconds from end to end',
  'item.deliverylatency': 'Seconds until delivery',
  'item.deliverypriority': 'Priority in the queue',
  'item.msgrecipcount': 'Recipients of the message',
  'item.accountforest': 'Part of Exchange Online that holds the mailboxes',

  'lens.inbound.one': '1 inbound message',
  'lens.inbound.many': '{0} inbound messages',
  'lens.outbound.one': '1 outbound message',
  'lens.outbound.many': '{0} outbound messages',
  'lens.connectors.one': '1 connector on {0}',
  'lens.connectors.many': '{0} connectors on {1}',
  'lens.noMessages': 'No message was counted',
  'lens.cancelled': 'Reading was stopped: {0}',
  'lens.open': 'Open Connector report',

  'outline.messages.one': '1 message',
  'outline.messages.many': '{0} messages',
  'outline.sessions.one': '1 session',
  'outline.sessions.many': '{0} sessions',
  'outline.more': '{0} more {0|session, which is|sessions, which are} not listed',
} as const;

export type DocumentStrings = Readonly<Record<keyof typeof ENGLISH_DOCUMENT_STRINGS, string>>;
