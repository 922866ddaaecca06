// What the preview shows of who is behind insights, of baselines, comparisons and suppositions.
const FILE = '/home/admin/exports/2026-03/MTDetail_2026-03-08.csv';
const SEEN = { firstSeen: '2026-03-02', lastSeen: '2026-03-08' };

const host = (name, messages, more = {}) => ({
  host: name,
  messages,
  ...SEEN,
  file: FILE,
  line: 4711,
  names: [],
  certificates: [],
  ...more,
});

/** Who is behind an insight, with everything that can be told of a host. */
export const WHO = {
  hosts: [
    host('203.0.113.5', 220, {
      names: ['mail.contoso.example', 'mail-old.contoso.example'],
      certificates: [
        { subject: 'CN=mail.contoso.example, O=Contoso, C=DE', expires: '2026-04-01' },
        { subject: 'CN=mail-gateway-17.with.a.very.long.name.datacenter.contoso.example', expires: null },
      ],
    }),
    host('mail-gateway-17.with.a.very.long.name.datacenter.contoso.example', 80),
    host('2001:db8::25', 30),
  ],
  hostCount: 27,
  hostUntold: 4,
  senders: [
    { name: 'contoso.example', messages: 300, ...SEEN },
    { name: 'billing.contoso.example', messages: 40, ...SEEN },
  ],
  ciphers: [{ name: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', messages: 340, ...SEEN }],
  repair: {
    hosts: ['203.0.113.5', 'mail-gateway-17.with.a.very.long.name.datacenter.contoso.example'],
    hostCount: 2,
    messages: 300,
    remaining: 40,
    isEnough: true,
  },
};

export const GONE_HOSTS = [
  {
    direction: 'inbound',
    connector: 'Contoso',
    connectorType: 'Partner',
    stopped: {
      count: 31,
      hosts: [
        { host: '203.0.113.9', messages: 120, lastOld: '2026-02-20', since: '2026-02-21' },
        { host: 'mx2.contoso.example', messages: 7, lastOld: '2026-02-25', since: '2026-03-01' },
      ],
    },
    lost: { count: 1, hosts: [{ host: '198.51.100.4', messages: 44, lastOld: '2026-03-01', since: '2026-03-02' }] },
  },
];

const insight = (rule, severity, messages) => ({
  rule,
  severity,
  direction: 'inbound',
  connector: 'Contoso',
  messages,
  share: 0.1,
});

/** The first insight is known, the second has become worse, the third is new; one is gone. */
export const BASELINE = {
  name: '.vscode/mail-flow-baseline.json',
  saved: Date.UTC(2026, 2, 9, 8, 30),
  verdict: {
    period: { start: '2026-02-01', end: '2026-02-28' },
    states: ['known', 'worse', 'new'],
    gone: [insight('outbound-old-tls', 'warning', 33)],
  },
};

const change = (direction, name, type, kind, before, now) => ({
  direction,
  connector: name === undefined ? null : { direction, name, type, tls: now },
  change: kind,
  before,
  now,
});

const SHOWN = {
  before: 'MTDetail_2026-02.csv',
  now: 'MTDetail_2026-03-08.csv',
  hasInsightsOnly: false,
  comparison: {
    before: { start: '2026-02-02', end: '2026-02-08' },
    now: { start: '2026-03-02', end: '2026-03-08' },
    directions: [
      change(
        'inbound',
        undefined,
        undefined,
        'worse',
        [10, 0, 0, 20, 5, 4000, 965, 3],
        [12, 0, 0, 340, 9, 4000, 965, 3],
      ),
      change('outbound', undefined, undefined, 'same', [0, 0, 0, 0, 0, 900, 30, 0], [0, 0, 0, 0, 0, 901, 33, 0]),
    ],
    connectors: [
      change('inbound', 'Contoso', 'Partner', 'worse', [0, 0, 0, 20, 5, 900, 65, 0], [0, 0, 0, 340, 9, 900, 65, 0]),
      change('inbound', 'Northwind', 'Partner', 'appeared', [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 80, 7, 0]),
      change('inbound', 'Fabrikam', 'OnPremises', 'improved', [90, 0, 0, 9, 0, 10, 0, 0], [3, 0, 0, 9, 0, 99, 1, 0]),
      change('outbound', 'Litware', 'Partner', 'disappeared', [0, 0, 0, 4, 0, 6, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]),
      change('inbound', null, 'Unknown', 'untold', [0, 0, 0, 0, 0, 0, 0, 40], [0, 0, 0, 0, 0, 0, 0, 44]),
      change('outbound', null, 'NoConnector', 'same', [0, 0, 0, 0, 0, 800, 30, 0], [0, 0, 0, 0, 0, 801, 33, 0]),
    ],
    insights: [
      { before: null, now: insight('inbound-partner-tls10', 'warning', 340) },
      { before: insight('weak-cipher', 'warning', 12), now: insight('weak-cipher', 'warning', 15) },
      { before: insight('connector-without-tls', 'warning', 90), now: null },
    ],
  },
};

/** What a comparison shows. */
export const COMPARISON = { ...SHOWN, redacted: SHOWN.comparison };

const days = (counts) =>
  counts.map((messages, index) => ({
    date: `2026-03-0${index + 2}`,
    messages,
    volume: 700 + 11 * index,
    hostCount: messages === 0 ? 0 : 3 + index,
    hostUntold: index === 2 ? 22 : 0,
    connectors: messages === 0 ? 0 : 1,
  }));
const FIGURES = {
  messages: 352,
  volume: 5002,
  unknown: 3,
  versionUntold: 12,
  approximate: false,
  hostCount: 27,
  hostUntold: 22,
};
const hit = {
  ...FIGURES,
  direction: 'inbound',
  name: 'Contoso',
  type: 'Partner',
  days: days([60, 50, 44, 60, 70, 30, 38]),
  hosts: WHO.hosts.map(({ host, messages }, index) => ({ host, messages, known: messages + index, ...SEEN })),
};

/** An answer of the host's: `isHit`: something would have been refused. */
export function impactOf(isHit) {
  const figures = isHit ? FIGURES : { ...FIGURES, messages: 0, unknown: 0, versionUntold: 0 };
  return {
    title: 'What if these were refused: TLS 1.0, TLS 1.1',
    sentences: isHit
      ? [
          '352 of 5,002 messages (7%), 2026-03-02 to 2026-03-08 (UTC), would have been refused.',
          'Remote hosts that would have been refused: at least 27. Connectors: 1.',
          'Of 3 messages it cannot be told, since their TLS state is unknown.',
          'Of 12 messages it cannot be told, since the version of their TLS is not told.',
          'Of 22 refused messages no remote host is told: where that is so, there are at least so many.',
        ]
      : ['0 of 5,002 messages (0%), 2026-03-02 to 2026-03-08 (UTC), would have been refused.'],
    impact: {
      ...figures,
      period: { start: '2026-03-02', end: '2026-03-08' },
      states: ['tls1.0', 'tls1.1'],
      days: isHit ? hit.days : days([0, 0, 0, 0, 0, 0, 0]),
      connectors: isHit ? [hit] : [],
    },
    hostCounts: isHit ? [27] : [],
    markdown: '# What if',
    redactedMarkdown: '# What if',
  };
}
