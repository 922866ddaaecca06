/** What is said of a change of settings and what it would have done, in English. See exportWording.ts. */
export const ENGLISH_WHAT_IF_STRINGS = {
  'whatIf.refuse': 'What if these were refused: {0}',
  'whatIf.force': 'What if TLS were forced',
  'whatIf.hit': '{0} of {1} {1|message|messages} ({2}), {3}, would have been refused.',
  'whatIf.who': 'Remote hosts that would have been refused: {0}. Connectors: {1}.',
  'whatIf.connector': '{0} of {1} {1|message|messages} ({2}) would have been refused.',
  'whatIf.unknown': 'Of {0} {0|message|messages} it cannot be told, since {0|its|their} TLS state is unknown.',
  'whatIf.versionUntold':
    'Of {0} {0|message|messages} it cannot be told, since the version of {0|its|their} TLS is not told.',
  'whatIf.fallback':
    'Where TLS is not forced, a sender that is refused an old version may send in plain text instead: then the mail arrives, unprotected.',
  'whatIf.atLeast': 'at least {0}',
  'whatIf.hostUntold':
    'Of {0} refused {0|message|messages} no remote host is told: where that is so, there are at least so many.',
  'whatIf.perDay': 'Per day (UTC)',
  'whatIf.connectorsHit': 'Connectors hit',
  'whatIf.hostsHit': 'Remote hosts hit',
  'whatIf.refused': 'Refused',
  'whatIf.allOfIt': 'All of its mail',
} as const;
