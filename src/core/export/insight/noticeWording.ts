/** A letter to whoever runs the servers at the other side of a connector, in English. `{0}`, `{1}` … are replaced by values. */
export const ENGLISH_NOTICE_STRINGS = {
  'evidence.host': '{0}: {1} of these messages, one proved by',

  'notice.title.old': 'Mail between us still travels under old TLS',
  'notice.title.none': 'Mail between us travels without TLS',
  'notice.title.cipher': 'Mail between us is encrypted with a weak cipher',
  'notice.title.force': 'We are going to force TLS for mail between us',
  'notice.greeting': 'Dear colleagues,',
  'notice.found.inbound':
    'From {0} to {1} (UTC) our connector {2} took {3} {3|message|messages} of known TLS state from your servers. {4} of them ({5}) {6}',
  'notice.found.outbound':
    'From {0} to {1} (UTC) our connector {2} sent {3} {3|message|messages} of known TLS state to your servers. {4} of them ({5}) {6}',
  'notice.found.noConnector.inbound':
    'From {0} to {1} (UTC) we took {3} {3|message|messages} of known TLS state, from your servers and others. {4} of them ({5}) {6}',
  'notice.found.noConnector.outbound':
    'From {0} to {1} (UTC) we sent {3} {3|message|messages} of known TLS state, to your servers and others. {4} of them ({5}) {6}',
  'notice.how.old': 'travelled under {0}.',
  'notice.how.none': 'travelled without any protection.',
  'notice.how.cipher': 'were encrypted with a cipher that no longer protects.',
  'notice.how.force': 'used TLS 1.2 or newer.',
  'notice.approximate': 'The counts are worked out from rounded percentages.',
  'notice.why.old':
    'RFC 8996 (March 2021) forbids TLS 1.0 and 1.1. Once either side refuses them, this mail is sent in plain text or not at all.',
  'notice.why.none': 'Anyone on the way can read and change such mail.',
  'notice.why.cipher': 'Such ciphers can be broken: who records the mail can read it.',
  'notice.why.force': 'Forced TLS keeps it so: mail without TLS will then be refused instead of sent in plain text.',
  'notice.hosts': 'Hosts',
  'notice.example': 'A line of our logs that proves it is {0}.',
  'notice.change': 'What to change',
  'notice.change.old.inbound': 'Switch on TLS 1.2 or newer for outgoing SMTP on these hosts.',
  'notice.change.old.outbound': 'Switch on TLS 1.2 or newer for incoming SMTP on these hosts.',
  'notice.change.none.inbound': 'Have these hosts use STARTTLS, with TLS 1.2 or newer, whenever they send to us.',
  'notice.change.none.outbound':
    'Have these hosts offer STARTTLS, with TLS 1.2 or newer, and a certificate that is valid.',
  'notice.change.cipher': 'Switch off RC4, 3DES, DES, NULL and export ciphers on these hosts.',
  'notice.change.force': 'Nothing, if all your servers use TLS 1.2 or newer. Tell us if any does not.',
  'notice.change.later': 'Switch TLS 1.0 and 1.1 off only once everything that talks to these hosts knows TLS 1.2.',
  'notice.change.devices':
    'Scanners, printers and applications that cannot be upgraded can send through a relay of yours that does TLS 1.2.',
  'notice.by': 'By when',
  'notice.byDay': 'Please do so by {0}. Tell us beforehand if that is not possible.',
  'notice.byDay.force': 'We plan to force TLS from {0} on. Tell us before that day if anything speaks against it.',
  'notice.check': 'How to check',
  'notice.check.inbound':
    'Send a message to us afterwards: we will tell you which version it used. Your own log of outgoing SMTP shows it too.',
  'notice.check.outbound': 'This has to work for each of your hosts that takes mail:',
  'notice.regards': 'Kind regards',
} as const;
