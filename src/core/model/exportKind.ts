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
  'connector-definitions': ['direction', 'connector', 'connectorType', 'forcedTls'],
  /** As far as the user has named its columns. */
  'mapped-table': ['messages', 'direction', 'tls', 'cipher', 'connector', 'connectorType', 'remoteHost', 'sender'],
} as const satisfies Record<string, readonly Told[]>;

export type FormatId = keyof typeof EXPORT_KINDS;

/** Where exports come from, in the order in which they are listed. */
export const EXPORT_ORIGINS = ['exchangeOnline', 'exchangeServer', 'elsewhere'] as const;
export type ExportOrigin = (typeof EXPORT_ORIGINS)[number];

/** Where an export of each kind comes from. */
export const ORIGIN_OF: Readonly<Record<FormatId, ExportOrigin>> = {
  'extended-message-trace': 'exchangeOnline',
  'enhanced-summary-trace': 'exchangeOnline',
  'summary-trace': 'exchangeOnline',
  'message-trace': 'exchangeOnline',
  'message-trace-detail': 'exchangeOnline',
  'connector-report-details': 'exchangeOnline',
  'requested-connector-report': 'exchangeOnline',
  'smtp-receive-protocol-log': 'exchangeServer',
  'smtp-send-protocol-log': 'exchangeServer',
  'message-tracking-log': 'exchangeServer',
  'message-headers': 'elsewhere',
  'email-events': 'exchangeOnline',
  'postfix-log': 'elsewhere',
  'smtp-tls-report': 'elsewhere',
  'smtp-auth-clients': 'exchangeOnline',
  'connector-definitions': 'exchangeOnline',
  'mapped-table': 'elsewhere',
};

/** The kinds of an origin, as they are listed; a mapped table is none that somebody exports. */
export function kindsFrom(origin: ExportOrigin): FormatId[] {
  const kinds = Object.keys(EXPORT_KINDS) as FormatId[];
  return kinds.filter((kind) => kind !== 'mapped-table' && ORIGIN_OF[kind] === origin);
}

/** What an export is good for, in a word. */
export type MainlyTold = 'tlsOfMessages' | 'tlsOfDays' | 'messages' | 'sessions' | 'connectors';

/** What an export of the kind is good for: TLS first. */
export function mainlyTold(kind: FormatId): MainlyTold {
  if (tells(kind, 'messages')) {
    return tells(kind, 'tls') ? 'tlsOfMessages' : 'messages';
  }
  if (tells(kind, 'volumes')) {
    return tells(kind, 'tls') ? 'tlsOfDays' : 'messages';
  }
  return tells(kind, 'sessions') ? 'sessions' : 'connectors';
}

/** True where an export of the kind tells something. */
export function tells(kind: FormatId, what: Told): boolean {
  return (EXPORT_KINDS[kind] as readonly Told[]).includes(what);
}
