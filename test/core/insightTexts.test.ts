import assert from 'node:assert/strict';
import type { Analysis } from '../../src/core/analyze';
import { ENGLISH_EXPORT_STRINGS } from '../../src/core/export/exportWording';
import { insightEvidence } from '../../src/core/export/insight/insightEvidence';
import { insightPeers } from '../../src/core/export/insight/insightPeers';
import { partnerNotice } from '../../src/core/export/insight/partnerNotice';
import { RULE_IDS } from '../../src/core/model/ruleTable';
import { volumeOf } from '../../src/core/model/tls';
import type { Insight } from '../../src/core/report/report';
import { sampleTrace } from '../generate/sampleTrace';
import { type Mail, TLS10, TLS12, traceOf } from '../generate/traceMail';
import { analysisOf, done, type Input, textInput } from './analyzing';
import { hostileTrace } from './exporting';
import { FIXTURES } from './fixtures';

const CONTEXT = { strings: ENGLISH_EXPORT_STRINGS, locale: 'en', time: Date.UTC(2026, 2, 20, 23) };
const EVERYTHING = { thresholds: { share: 0, messages: 1 } };

/** One insight of mail with what is handed on of it. */
async function contentOf(mails: readonly Mail[], rule: string) {
  const analysis = await analysisOf([textInput(traceOf(mails), 'trace.csv')]);
  const report = analysis.report();
  const insight = report.insights.find((one) => one.rule === rule);
  assert.ok(insight, rule);
  const peers = done(insightPeers(analysis, report, insight)) ?? [];
  const lines = traceOf(mails).split('\r\n');
  const evidence = [insight.first, insight.last].map(({ file, line }) => ({
    file,
    line,
    text: lines[line - 1] ?? '',
    isCut: false,
  }));
  return { insight, peers, evidence };
}

const OLD = [
  { count: 30, version: TLS10, cipher: 'CALG_AES_256', host: '192.0.2.7', sender: 'ann@fabrikam.example' },
  { count: 12, version: TLS10, host: '192.0.2.8', day: '2026-03-05' },
  { count: 58, version: TLS12, host: '192.0.2.9' },
];

describe('who is behind an insight', () => {
  const seen = new Set<string>();

  for (const { name, inputs, options } of [
    ...FIXTURES,
    { name: 'sample', inputs: [textInput(sampleTrace(), 'sample.csv')] as Input[], options: {} },
    { name: 'hostile names', inputs: [hostileTrace()] as Input[], options: {} },
  ]) {
    it(`adds up to its messages: ${name}`, async () => {
      const analysis = await analysisOf(inputs, { ...options, ...EVERYTHING });
      const report = analysis.report();
      for (const insight of report.insights) {
        seen.add(insight.rule);
        const peers = done(insightPeers(analysis, report, insight)) ?? [];
        const counted = volumeOf(peers.map(({ messages }) => messages));
        assert.equal(counted, insight.approximate ? counted : insight.messages, insight.rule);
      }
    });
  }

  it('was looked at for most rules', () => assert.ok(seen.size >= 6, [...seen].join(', ')));
});

describe('the evidence of an insight', () => {
  it('has the sentence, hosts with counts, and lines as FILE:LINE', async () => {
    const text = insightEvidence(await contentOf(OLD, 'inbound-partner-tls10'), CONTEXT);
    assert.match(
      text,
      /^\*\*Warning\*\* \(inbound-partner-tls10\): Inbound Partner connector seeing significant TLS1\.0/,
    );
    assert.match(text, /42 of 100 messages of known TLS state \(42\.0%\)/);
    assert.match(
      text,
      /\| 192\.0\.2\.7 \| fabrikam\.example \| TLS 1\.0 \| `CALG_AES_256` \| 30 \| 2026-03-02 \| 2026-03-02 \|/,
    );
    assert.match(text, /First line that proves it: ` trace\.csv:2 `: ` .*SP_PROT_TLS1_0_SERVER/);
    assert.match(text, /Last line that proves it: ` trace\.csv:43 `/);
    assert.doesNotMatch(text, /ann&#64;|ann@/);
  });
});

describe('the notice to a partner', () => {
  it('names connector, hosts, dates, counts, what to change and by when', async () => {
    const letter = partnerNotice(await contentOf(OLD, 'inbound-partner-tls10'), CONTEXT);
    assert.match(letter, /^# Mail between us still travels under old TLS\n\nDear colleagues,\n/);
    assert.match(
      letter,
      /From 2026-03-02 to 2026-03-05 \(UTC\) our connector `Fabrikam` took 100 messages of known TLS state from your servers\. 42 of them \(42\.0%\) travelled under TLS 1\.0\./,
    );
    assert.match(letter, /\| 192\.0\.2\.8 \| {2}\| TLS 1\.0 \| {2}\| 12 \| 2026-03-05 \| 2026-03-05 \|/);
    assert.match(letter, /A line of our logs that proves it is `.*SP_PROT_TLS1_0_SERVER/);
    assert.match(letter, /Switch on TLS 1\.2 or newer for outgoing SMTP/);
    assert.match(letter, /Please do so by \*\*2026-04-19\*\*/);
    assert.doesNotMatch(letter, /\{\d\}|undefined/);
  });

  it('asks whoever takes mail for something else than whoever sends it', async () => {
    const out: Mail[] = [{ count: 20, version: 'TLS1.1', out: true }];
    const letter = partnerNotice(await contentOf(out, 'outbound-old-tls'), CONTEXT);
    assert.match(letter, / sent 20 messages/);
    assert.match(letter, /travelled under TLS 1\.0 \/ TLS 1\.1\./);
    assert.match(letter, /for incoming SMTP/);
    assert.match(letter, /openssl s_client -connect HOST:25 -starttls smtp -tls1_2/);
  });

  it('can be written about every rule, with and without a connector, and hostile names', async () => {
    const analysis: Analysis = await analysisOf([hostileTrace()], EVERYTHING);
    const [insight] = analysis.report().insights;
    assert.ok(insight);
    for (const rule of RULE_IDS) {
      for (const changed of [
        { rule },
        { rule, connector: null, connectorType: 'NoConnector', direction: 'outbound' },
        { rule, connector: '`|<b>[x](http://evil)', approximate: true },
      ] satisfies Partial<Insight>[]) {
        const letter = partnerNotice({ insight: { ...insight, ...changed }, peers: [], evidence: [] }, CONTEXT);
        assert.doesNotMatch(letter, /\{\d\}|undefined|<b>|[^\\]\]\(http/, rule);
        assert.match(letter, /\*\*2026-04-19\*\*/, rule);
      }
    }
  });
});
