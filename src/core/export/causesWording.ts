/** What exports say about who is behind insights, and whether it is getting better, in English. See exportWording.ts. */
export const ENGLISH_CAUSES_STRINGS = {
  'muted.heading': 'Muted insights',

  'baseline.new': 'New against the baseline.',
  'baseline.worse': 'Worse than in the baseline.',
  'baseline.known': 'Known from the baseline.',
  'baseline.gone': 'Gone since the baseline: {0} – {1}',

  'causes.untold': 'The files do not tell the {0|host|hosts} of {0} of these messages.',
  'causes.names': 'Calls itself: {0}',
  'causes.certificate': 'Certificate: {0}',
  'causes.certificateUntil': 'Certificate: {0}, expires on {1}',
  'causes.senders': 'Sender domains: {0}',
  'causes.ciphers': 'Ciphers: {0}',

  'repair.one': 'Repair of one host would take this below the threshold: {0}. Messages left: {1}.',
  'repair.many': 'Repair of {2} hosts, and of no fewer, would take this below the threshold: {0}. Messages left: {1}.',
  'repair.notEnough':
    'Repair of every host that is told would not take this below the threshold: {0} {0|message|messages} would be left.',

  'hostChanges.heading': 'Hosts that gave up TLS 1.0 and 1.1',
  'hostChanges.lead':
    'They used TLS 1.0 or 1.1 in the period, and then did not any more. Those that now send in plain text have not been repaired: they lost TLS.',
  'hostChanges.oldMessages': 'Messages with old TLS',
  'hostChanges.lastOld': 'Last with old TLS (UTC)',
  'hostChanges.since': 'Otherwise since (UTC)',
  'hostChanges.now': 'Now',
  'hostChanges.stopped': 'TLS 1.2 or newer',
  'hostChanges.more': '{0} of {1} hosts are listed.',

  'trend.heading': 'Over time',
  'trend.tooShort': 'A trend needs {0} days; the period has {1}.',
  'trend.note':
    'Weak: without TLS, or with SSL 3.0, TLS 1.0 or TLS 1.1; shares are of the messages whose TLS state is known. A difference below one percentage point is no change. This week is {0} to {1} (UTC), the first week begins on {2}.',
  'trend.thisWeek': 'Weak this week',
  'trend.lastWeek': 'Weak the week before',
  'trend.firstWeek': 'Weak in the first week',
  'trend.sinceLast': 'Against the week before',
  'trend.sinceFirst': 'Against the first week',
} as const;
