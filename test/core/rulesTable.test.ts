import assert from 'node:assert/strict';
import type { AnalysisOptions } from '../../src/core/analyze';
import { isWeakCipher } from '../../src/core/insights/rules/weakCipher';
import { RULE_IDS, type RuleId } from '../../src/core/model/ruleTable';
import { type Mail, TLS10, TLS11, TLS12, traceOf } from '../generate/traceMail';
import { reportOf, textInput } from './analyzing';
import type { ReportJson } from './reportContract';

/** By rule: mail that makes it fire, mail just below, and mail of which it cannot tell. */
const CASES: readonly (readonly [
  RuleId,
  'warning' | 'information',
  readonly Mail[],
  readonly Mail[],
  readonly Mail[],
])[] = [
  [
    'inbound-partner-tls10',
    'warning',
    [{ count: 10, version: TLS10 }],
    [{ count: 4, version: TLS10 }],
    [{ count: 50 }],
  ],
  [
    'inbound-onpremises-tls10',
    'warning',
    [{ count: 10, version: TLS10, type: 'OnPremises' }],
    [{ count: 10, version: TLS12, type: 'OnPremises' }],
    [{ count: 50, type: 'OnPremises' }],
  ],
  [
    'inbound-unknown-tls10',
    'warning',
    [{ count: 10, version: TLS10, type: '' }],
    [{ count: 10, version: TLS10 }],
    [{ count: 50, type: '' }],
  ],
  ['inbound-tls11', 'warning', [{ count: 10, version: TLS11 }], [{ count: 10, version: TLS10 }], [{ count: 50 }]],
  [
    'outbound-old-tls',
    'warning',
    [{ count: 10, version: 'TLS1.1', out: true }],
    [{ count: 10, version: TLS11 }],
    [{ count: 50, out: true }],
  ],
  [
    'connector-without-tls',
    'warning',
    [
      { count: 10, version: 'SSL3' },
      { count: 90, version: TLS12 },
    ],
    [{ count: 10, version: 'SSL3', type: '' }],
    [{ count: 50 }],
  ],
  [
    'tls10-turned-none',
    'warning',
    [
      { count: 3, version: TLS10, day: '2026-03-02', host: '192.0.2.7' },
      { count: 5, version: '', day: '2026-03-05', host: '192.0.2.7' },
    ],
    [
      { count: 3, version: '', day: '2026-03-02', host: '192.0.2.7' },
      { count: 5, version: TLS10, day: '2026-03-05', host: '192.0.2.7' },
    ],
    [{ count: 3, version: TLS10, day: '2026-03-02', host: '192.0.2.7' }],
  ],
  [
    'weak-cipher',
    'warning',
    [{ count: 10, version: TLS12, cipher: 'CALG_3DES' }],
    [{ count: 10, version: TLS12, cipher: 'CALG_AES_256' }],
    [{ count: 50, version: TLS12 }],
  ],
  [
    'could-force-tls',
    'information',
    [{ count: 100, version: TLS12 }],
    [{ count: 99, version: TLS12 }],
    [{ count: 100, version: TLS12 }, { count: 1 }],
  ],
  [
    'protection-fell',
    'information',
    [
      { count: 100, version: TLS12, day: '2026-03-01' },
      { count: 80, version: TLS12, day: '2026-03-14' },
      { count: 20, version: 'SSL3', day: '2026-03-14' },
    ],
    [
      { count: 80, version: TLS12, day: '2026-03-01' },
      { count: 20, version: 'SSL3', day: '2026-03-01' },
      { count: 79, version: TLS12, day: '2026-03-14' },
      { count: 21, version: 'SSL3', day: '2026-03-14' },
    ],
    [
      { count: 100, version: TLS12, day: '2026-03-02' },
      { count: 20, version: 'SSL3', day: '2026-03-14' },
    ],
  ],
];

describe('every rule', () => {
  for (const [rule, severity, fires, below, silent] of CASES) {
    it(`${rule} fires, and does not where it should not`, async () => {
      const options = rule === 'tls10-turned-none' ? { missingTlsMeansNone: true } : {};
      const found = (await reportFor(fires, options)).insights.find((insight) => insight.rule === rule);
      assert.equal(found?.severity, severity);
      assert.ok((found?.message.length ?? 0) > 20 && (found?.line ?? 0) > 1);
      for (const mails of [below, silent]) {
        const { insights } = await reportFor(mails, options);
        assert.deepEqual(
          insights.filter((insight) => insight.rule === rule && !insight.nearMiss),
          [],
        );
      }
    });
  }

  it('is tried here, but for those that other tests try', () => {
    const tried = new Set([...CASES.map(([rule]) => rule), 'forced-tls-broken']);
    assert.deepEqual(
      RULE_IDS.filter((rule) => !tried.has(rule)),
      [],
    );
  });

  it('says of tiny numbers what they are', async () => {
    const { insights } = await reportFor([
      { count: 3, version: TLS10 },
      { count: 1, version: TLS12 },
    ]);
    assert.deepEqual(insights, [], '3 of 4 messages are no significant 75 %');
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
function reportFor(mails: readonly Mail[], options: Partial<AnalysisOptions> = {}): Promise<ReportJson> {
  return reportOf([textInput(traceOf(mails))], options);
}
