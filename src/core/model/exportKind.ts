/** What an export can tell of messages; what it cannot is unknown, or has to come from another one. */
export type Told =
  /** That there were messages, one by one … */
  | 'messages'
  /** … or as numbers per day. */
  | 'volumes'
  /** SMTP sessions that carried no message, or of which only the number is told. */
  | 'sessions'
  | 'direction'
  /** Whether a message was encrypted, and with which version. */
  | 'tls'
  | 'cipher'
  | 'connector'
  | 'connectorType'
  | 'forcedTls'
  | 'remoteHost'
  | 'sender';

/** The exports that the engine reads, by the identifiers reports use, and what each tells. */
export const EXPORT_KINDS = {
  'extended-message-trace': [
    'messages',
    'direction',
    'tls',
    'cipher',
    'connector',
    'connectorType',
    'remoteHost',
    'sender',
  ],
  'enhanced-summary-trace': ['messages', 'direction', 'connector', 'remoteHost', 'sender'],
  'summary-trace': ['messages', 'sender'],
  'message-trace': ['messages', 'direction', 'remoteHost', 'sender'],
  'message-trace-detail': [
    'messages',
    'direction',
    'tls',
    'cipher',
    'connector',
    'connectorType',
    'remoteHost',
    'sender',
  ],
  'connector-report-details': ['volumes', 'direction', 'tls', 'connector', 'connectorType', 'forcedTls'],
  'requested-connector-report': [
    'messages',
    'direction',
    'tls',
    'cipher',
    'connector',
    'connectorType',
    'remoteHost',
    'sender',
  ],
  'smtp-receive-protocol-log': [
    'messages',
    'sessions',
    'direction',
    'tls',
    'cipher',
    'connector',
    'remoteHost',
    'sender',
  ],
  'smtp-send-protocol-log': ['messages', 'sessions', 'direction', 'tls', 'cipher', 'connector', 'remoteHost', 'sender'],
  'message-tracking-log': ['messages', 'direction', 'connector', 'remoteHost', 'sender'],
  'message-headers': ['messages', 'direction', 'tls', 'cipher', 'remoteHost', 'sender'],
  'email-events': ['messages', 'direction', 'connector', 'remoteHost', 'sender'],
  'postfix-log': ['messages', 'direction', 'tls', 'cipher', 'remoteHost', 'sender'],
  'smtp-tls-report': ['sessions', 'direction'],
  'smtp-auth-clients': ['volumes', 'tls', 'sender'],
  'connector-definitions': ['connector', 'connectorType', 'forcedTls'],
  'mapped-table': ['messages'],
} as const satisfies Record<string, readonly Told[]>;

export type FormatId = keyof typeof EXPORT_KINDS;

/** True where an export of the kind tells something. */
export function tells(kind: FormatId, what: Told): boolean {
  return (EXPORT_KINDS[kind] as readonly Told[]).includes(what);
}
