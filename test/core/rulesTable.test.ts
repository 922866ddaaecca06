import assert from 'node:assert/strict';
import type { AnalysisOptions } from '../../src/core/analyze';
import { isWeakCipher } from '../../src/core/insights/rules/weakCipher';
import { RULE_IDS, type RuleId } from '../../src/core/model/ruleTable';
import { reportText } from '../../src/core/report/text';
import { type Mail, TLS10, TLS11, TLS12, traceOf } from '../generate/traceMail';
import { analyze, reportOf, textInput } from './analyzing';
import { fixture } from './fixtures';
import type { InsightJson, ReportJson } from './reportContract';

/** What a rule is tried with: mail, and what else there is. */
interface Trial {
  readonly rule: RuleId;
  readonly severity: 'warning' | 'information';
  readonly fires: readonly Mail[];
  /** Just below one of the thresholds: a warning is a near miss then. */
  readonly below: readonly (readonly Mail[])[];
  /** Mail of which the rule cannot tell. */
  readonly silent: readonly Mail[];
  /** A handful of messages; what a rule without a least number says of them. */
  readonly tiny: { readonly mail: readonly Mail[]; readonly says?: RegExp };
  readonly options?: Partial<AnalysisOptions>;
  /** Connector definitions beside the mail. */
  readonly definitions?: string;
}

/** A rule about messages of a kind, under the general thresholds: 1 % and 10 messages. */
function ofKind(rule: RuleId, kind: Omit<Mail, 'count'>, good: Omit<Mail, 'count'>): Trial {
  const mail = (bad: number, others: number): readonly Mail[] => [
    { ...kind, count: bad },
    { ...kind, ...good, count: others },
  ];
  return {
    rule,
    severity: 'warning',
    fires: mail(10, 990),
    below: [mail(9, 891), mail(10, 991)],
    silent: [{ ...kind, version: '', cipher: '', count: 50 }],
    tiny: { mail: mail(3, 1) },
  };
}

const GOOD = { version: TLS12, cipher: 'CALG_AES_256' };
const OLD_DAY = '2026-03-02';
const NEW_DAY = '2026-03-05';
const HOST = '192.0.2.7';
const FORCED =
  'Enabled,ConnectorType,SenderDomains,RequireTls,TlsSenderCertificateName,Name\r\nTrue,Partner,smtp:*;1,True,,Fabrikam\r\n';

const TRIALS: readonly Trial[] = [
  ofKind('inbound-partner-tls10', { version: TLS10 }, GOOD),
  ofKind('inbound-onpremises-tls10', { version: TLS10, type: 'OnPremises' }, GOOD),
  ofKind('inbound-unknown-tls10', { version: TLS10, type: '' }, GOOD),
  ofKind('inbound-tls11', { version: TLS11 }, GOOD),
  ofKind('outbound-old-tls', { version: 'TLS1.1', out: true }, { version: 'TLS1.2' }),
  ofKind('connector-without-tls', { version: 'SSL3' }, GOOD),
  ofKind('weak-cipher', { version: TLS12, cipher: 'CALG_3DES' }, GOOD),
  {
    rule: 'forced-tls-broken',
    severity: 'warning',
    fires: [
      { count: 1, version: 'SSL3' },
      { count: 999, version: TLS12 },
    ],
    below: [[{ count: 1000, version: TLS12 }]],
    silent: [{ count: 50 }],
    tiny: {
      mail: [
        { count: 1, version: 'SSL3' },
        { count: 3, version: TLS12 },
      ],
      says: /1 of 4 messages of known TLS state \(25\.0%\)/,
    },
    definitions: FORCED,
  },
  {
    rule: 'tls10-turned-none',
    severity: 'warning',
    fires: [
      { count: 3, version: TLS10, day: OLD_DAY, host: HOST },
      { count: 5, version: '', day: NEW_DAY, host: HOST },
    ],
    below: [
      [
        { count: 3, version: '', day: OLD_DAY, host: HOST },
        { count: 5, version: TLS10, day: NEW_DAY, host: HOST },
      ],
      [
        { count: 3, version: TLS10, day: OLD_DAY, host: HOST },
        { count: 5, version: '', day: NEW_DAY, host: HOST },
        { count: 1, version: TLS12, day: NEW_DAY, host: HOST },
      ],
    ],
    silent: [
      { count: 3, version: TLS10, day: OLD_DAY },
      { count: 5, version: '', day: NEW_DAY },
    ],
    tiny: {
      mail: [
        { count: 1, version: TLS10, day: OLD_DAY, host: HOST },
        { count: 1, version: '', day: NEW_DAY, host: HOST },
      ],
      says: /1 of 2 messages of known TLS state \(50\.0%\)/,
    },
    options: { missingTlsMeansNone: true },
  },
  {
    rule: 'could-force-tls',
    severity: 'information',
    fires: [{ count: 100, version: TLS12 }],
    below: [
      [{ count: 99, version: TLS12 }],
      [
        { count: 100, version: TLS12 },
        { count: 1, version: TLS11 },
      ],
    ],
    silent: [{ count: 100, version: TLS12 }, { count: 1 }],
    tiny: { mail: [{ count: 4, version: TLS12 }] },
  },
  {
    rule: 'protection-fell',
    severity: 'information',
    fires: [
      { count: 100, version: TLS12, day: '2026-03-01' },
      { count: 80, version: TLS12, day: '2026-03-14' },
      { count: 20, version: 'SSL3', day: '2026-03-14' },
    ],
    below: [
      [
        { count: 80, version: TLS12, day: '2026-03-01' },
        { count: 20, version: 'SSL3', day: '2026-03-01' },
        { count: 79, version: TLS12, day: '2026-03-14' },
        { count: 21, version: 'SSL3', day: '2026-03-14' },
      ],
      // Less than a percentage point, and fewer than ten messages.
      [
        { count: 1100, version: TLS12, day: '2026-03-01' },
        { count: 1090, version: TLS12, day: '2026-03-14' },
        { count: 10, version: 'SSL3', day: '2026-03-14' },
      ],
      [
        { count: 100, version: TLS12, day: '2026-03-01' },
        { count: 91, version: TLS12, day: '2026-03-14' },
        { count: 9, version: 'SSL3', day: '2026-03-14' },
      ],
    ],
    silent: [
      { count: 100, version: TLS12, day: '2026-03-02' },
      { count: 20, version: 'SSL3', day: '2026-03-14' },
    ],
    tiny: {
      mail: [
        { count: 4, version: TLS12, day: '2026-03-01' },
        { count: 1, version: TLS12, day: '2026-03-14' },
        { count: 3, version: 'SSL3', day: '2026-03-14' },
      ],
    },
  },
];

describe('every rule', () => {
  for (const trial of TRIALS) {
    const { rule, severity, fires, below, silent, tiny } = trial;
    const found = async (mail: readonly Mail[], options: Partial<AnalysisOptions> = {}): Promise<ReportJson> =>
      reportFor(mail, { ...trial.options, ...options }, trial.definitions);
    const of = ({ insights }: Pick<ReportJson, 'insights'>): InsightJson | undefined =>
      insights.find((insight) => insight.rule === rule);

    it(`${rule} fires`, async () => {
      const insight = of(await found(fires));
      assert.deepEqual([insight?.severity, insight?.nearMiss], [severity, false]);
      assert.ok((insight?.message.length ?? 0) > 20 && (insight?.line ?? 0) > 1);
      assert.match(insight?.message ?? '', new RegExp(`\\b${insight?.messages}\\b`), 'counts stand beside the share');
    });

    it(`${rule} does not fire just below`, async () => {
      for (const mail of below) {
        const insight = of(await found(mail));
        assert.ok(insight === undefined || (insight.nearMiss && insight.severity === 'information'));
      }
    });

    it(`${rule} says nothing where it cannot tell`, async () => {
      assert.equal(of(await found(silent)), undefined);
    });

    it(`${rule} is not warned about where it is muted`, async () => {
      for (const mute of [{ connector: null }, { rule, connector: null }, { connector: 'FABRIKAM' }]) {
        const report = await found(fires, { muted: [mute] });
        const isMuted =
          (of(await found(fires))?.connector ?? null) ===
          (mute.connector?.toLowerCase() === 'fabrikam' ? 'Fabrikam' : null);
        assert.equal(of(report) === undefined, isMuted);
        assert.equal(of({ insights: report.mutedInsights }) !== undefined, isMuted);
      }
    });

    it(`${rule} says of tiny numbers what they are`, async () => {
      const insight = of(await found(tiny.mail));
      if (tiny.says === undefined) {
        assert.equal(insight, undefined);
      } else {
        assert.match(insight?.message ?? '', tiny.says);
      }
    });
  }

  it('is tried', () => {
    const tried = new Set(TRIALS.map(({ rule }) => rule));
    assert.deepEqual(
      RULE_IDS.filter((rule) => !tried.has(rule)),
      [],
    );
  });

  it('keeps to thresholds of its own, and to those of a connector', async () => {
    const mail = [{ count: 4, version: TLS10 }];
    const byRule = {
      ruleThresholds: new Map<RuleId, { messages: number }>([['inbound-partner-tls10', { messages: 4 }]]),
    };
    assert.equal((await reportFor(mail, byRule)).insights[0]?.severity, 'warning');
    const byConnector = { connectorThresholds: new Map([['fabrikam', { messages: 3, share: 0.5 }]]) };
    assert.equal((await reportFor(mail, byConnector)).insights[0]?.severity, 'warning');
    const stricter = { ...byRule, connectorThresholds: new Map([['fabrikam', { messages: 50 }]]) };
    assert.deepEqual((await reportFor(mail, stricter)).insights, []);
  });
});

describe('rules that cannot tell', () => {
  it('say so, and what is missing', async () => {
    const { silentRules } = await reportFor([{ count: 50, version: TLS12 }]);
    assert.deepEqual(silentRules, [
      { rule: 'forced-tls-broken', missing: ['forcedTls'], tooShort: false },
      { rule: 'protection-fell', missing: [], tooShort: true },
    ]);
  });
});

describe('rules that cannot tell, in the text of a terminal', () => {
  it('are listed with what is missing', async () => {
    const { inputs, options } = fixture('message-tracking-log/exchange2013');
    const text = reportText(await analyze(inputs, options));
    assert.match(text, /\nRules that could say nothing\n( {2}.*\n)+/);
    assert.match(text, /\n {2}Mail encrypted with a weak cipher: the files do not tell: cipher\.\n/);
    assert.doesNotMatch(text, /:1: (?:warning|information)/);
  });
});

describe('a weak cipher', () => {
  it('is told in the words of Exchange, OpenSSL and the standards', () => {
    for (const cipher of [
      'CALG_RC4',
      'CALG_3DES',
      'CALG_DES',
      'RC4-SHA',
      'DES-CBC3-SHA',
      'ECDHE-RSA-DES-CBC3-SHA',
      'EXP-RC2-CBC-MD5',
      'EXP1024-DES-CBC-SHA',
      'NULL-SHA256',
      'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
      'TLS_RSA_WITH_NULL_SHA',
      'TLS_RSA_EXPORT_WITH_RC4_40_MD5',
      'arcfour',
    ]) {
      assert.ok(isWeakCipher(cipher), cipher);
    }
    for (const cipher of [
      '',
      'CALG_AES_256',
      'AES256-SHA',
      'ECDHE-RSA-AES128-GCM-SHA256',
      'TLS_AES_256_GCM_SHA384',
      'TLS_CHACHA20_POLY1305_SHA256',
      'TLS_RSA_WITH_AES_256_CBC_SHA',
      'modes',
      'description',
    ]) {
      assert.ok(!isWeakCipher(cipher), cipher);
    }
  });
});

/** A report of an Extended trace with mail over one connector. */
function reportFor(
  mails: readonly Mail[],
  options: Partial<AnalysisOptions> = {},
  definitions?: string,
): Promise<ReportJson> {
  const more = definitions === undefined ? [] : [textInput(definitions, 'connectors.csv')];
  return reportOf([textInput(traceOf(mails)), ...more], options);
}
