/**
 * What pages and exports call things, in English; hosts translate it as they do wording.ts. A column has the same title
 * wherever it stands.
 */
export const ENGLISH_NAMES = {
  'direction.outbound': 'Outbound',
  'direction.inbound': 'Inbound',
  period: '{0} to {1} (UTC)',
  notTold: 'Not told',

  'tls.none': 'No TLS',
  'tls.ssl3.0': 'SSL 3.0',
  'tls.tls': 'TLS (version not told)',
  'tls.tls1.0': 'TLS 1.0',
  'tls.tls1.1': 'TLS 1.1',
  'tls.tls1.2': 'TLS 1.2',
  'tls.tls1.3': 'TLS 1.3',
  'tls.unknown': 'Unknown',
  'tls.messages': 'Messages',

  'type.Partner': 'Partner',
  'type.OnPremises': 'OnPremises',
  'type.NoConnector': 'NoConnector',
  'type.Unknown': 'Unknown',

  'format.extended-message-trace': 'Extended message trace',
  'format.smtp-receive-protocol-log': 'SMTP receive protocol log',
  'format.smtp-send-protocol-log': 'SMTP send protocol log',
  'format.connector-report-details': 'Connector report details',
  'format.enhanced-summary-trace': 'Enhanced summary message trace',
  'format.summary-trace': 'Summary message trace',
  'format.message-trace': 'Get-MessageTrace',
  'format.message-trace-detail': 'Get-MessageTraceDetail',
  'format.requested-connector-report': 'Requested connector report',
  'format.message-tracking-log': 'Message tracking log',
  'format.message-headers': 'Message headers',
  'format.email-events': 'Defender email events',
  'format.postfix-log': 'Postfix log',
  'format.smtp-tls-report': 'SMTP TLS report',
  'format.smtp-auth-clients': 'SMTP AUTH clients report',
  'format.connector-definitions': 'Connector definitions',
  'format.mapped-table': 'Table read by your column mapping',
  'format.unknown': 'Unknown format',

  'told.messages': 'messages',
  'told.volumes': 'messages by day',
  'told.sessions': 'SMTP sessions',
  'told.direction': 'direction',
  'told.tls': 'TLS',
  'told.cipher': 'cipher',
  'told.connector': 'connector',
  'told.connectorType': 'connector type',
  'told.forcedTls': 'Forced TLS',
  'told.remoteHost': 'remote host',
  'told.sender': 'sender',

  'result.internal':
    '{0} {0|message|messages} stayed inside the organisation; {0|it is|they are} counted nowhere else.',
  'result.shared': 'More than one file tells of {0} {0|message; it counts once|messages; each counts once}.',

  'definition.heading': 'As defined:',
  'definition.forced': 'TLS is forced.',
  'definition.notForced': 'TLS is not forced.',
  'definition.certificate': 'The certificate has to name {0}.',
  'definition.off': 'The connector is switched off.',
  'definition.at': 'Defined in {0}, line {1}',

  'insights.warning': 'Warning',
  'insights.information': 'Information',
  lineOfFile: '{0}, line {1}',

  'details.date': 'Date',
  'details.connector': 'Connector direction and name',
  'details.type': 'Connector type',
  'details.forcedTls': 'Forced TLS?',
  'details.volume': 'Volume',
  'details.yes': 'Yes',
  'details.no': 'No',
  'details.shareAndCount': '{0} ({1})',
  'details.percentNote': 'Percentages are of the messages whose TLS state is known; Unknown is of Volume.',
} as const;

export type Names = Readonly<Record<keyof typeof ENGLISH_NAMES, string>>;
