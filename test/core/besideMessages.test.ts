import assert from 'node:assert/strict';
import { reportText } from '../../src/core/report/text';
import { analyze, reportOf, textInput } from './analyzing';
import { fixture } from './fixtures';

const { inputs: TLS } = fixture('smtp-tls-report/sts');
const { inputs: CLIENTS } = fixture('smtp-auth-clients/counts');

describe('what is told beside messages', () => {
  it('lists an SMTP TLS report once, in however many files it is, by the first of them', async () => {
    const [{ bytes }] = TLS as [(typeof TLS)[number]];
    const files = ['a.json', 'b.json'].map((path) => ({ path, bytes }));
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { tlsReports } = await reportOf(files, {}, order);
      assert.deepEqual(
        tlsReports.map(({ policy, file, line }) => ({ policy, file, line })),
        [
          { policy: 'sts', file: 'a.json', line: 1 },
          { policy: 'tlsa', file: 'a.json', line: 1 },
        ],
      );
    }
  });

  it('leaves SMTP TLS reports out that share no day with the period that is asked for', async () => {
    const count = async (from: string, to: string) => (await reportOf(TLS, { from, to })).tlsReports.length;
    assert.equal(await count('2026-03-01', '2026-03-02'), 2);
    assert.equal(await count('2026-03-03', '2026-03-09'), 0);
    assert.equal(await count('2026-02-01', '2026-03-01'), 0);
  });

  it('counts no message, in no direction', async () => {
    const report = await reportOf([...TLS, ...CLIENTS]);
    assert.deepEqual([report.period, report.connectors, report.internal], [null, [], 0]);
    assert.equal(report.clientSubmission?.messages, 1167);
    assert.equal(report.tlsReports.length, 2);
  });

  it('is in the terminal a line each', async () => {
    const text = reportText(await analyze([...TLS, ...CLIENTS]));
    assert.ok(
      text.includes(
        '\n  Fabrikam Mail: contoso.example, 2026-03-02, sts: 5,326 sessions encrypted, 303 failed (200 offered no TLS) – certificate-expired 100 · starttls-not-supported 200 · validation-failure 3\n',
      ),
      text,
    );
    assert.ok(
      text.includes('\n  scanner@contoso.example: 150 messages – TLS 1.0 80.0% (120) · TLS 1.2 20.0% (30)\n'),
      text,
    );
    assert.doesNotMatch(reportText(await analyze([textInput('a,b\n')])), /SMTP/);
  });

  it('names only the first of many clients in the terminal, the oldest TLS first', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `c${row}@contoso.example,${row},${40 - row}`);
    const text = reportText(await analyze([textInput(`SenderAddress,Tls10Count,Tls12Count\n${rows.join('\n')}\n`)]));
    assert.match(text, /SMTP AUTH clients\n {2}All: 1,600 messages.*\n {2}c39@contoso.example: 40 messages/);
    assert.match(text, /\n {2}c15@contoso.example.*\n {2}and 15 more clients\n/);
  });
});
