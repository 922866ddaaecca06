import assert from 'node:assert/strict';
import type { TlsReportEntry } from '../../src/core/report/report';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { clientShare, clientStates, failuresText, reportDays } from '../../webview/components/reportTables';

const ENTRY: TlsReportEntry = {
  organization: 'Fabrikam',
  domain: 'contoso.example',
  start: '2026-03-02',
  end: '2026-03-02',
  policy: 'sts',
  successful: 5326,
  failed: 1303,
  notEncrypted: 1200,
  failures: [
    { result: 'certificate-expired', sessions: 100, sender: '', receiver: 'mx1.contoso.example', reason: '' },
    { result: 'starttls-not-supported', sessions: 1200, sender: '', receiver: '', reason: '' },
    { result: 'certificate-expired', sessions: 3, sender: '', receiver: 'mx2.contoso.example', reason: '' },
  ],
  file: 'a.json',
  line: 1,
};

describe('SMTP TLS reports on the page', () => {
  it('name one day, or the first and the last', () => {
    assert.equal(reportDays(ENGLISH_PAGE_STRINGS, ENTRY), '2026-03-02');
    assert.equal(reportDays(ENGLISH_PAGE_STRINGS, { ...ENTRY, end: '2026-03-04' }), '2026-03-02 to 2026-03-04');
  });

  it('name each reason once, the most frequent first', () => {
    assert.equal(
      failuresText(ENGLISH_PAGE_STRINGS, 'en', ENTRY),
      'starttls-not-supported: 1,200 · certificate-expired: 103',
    );
    assert.equal(failuresText(ENGLISH_PAGE_STRINGS, 'en', { ...ENTRY, failures: [] }), '');
  });
});

describe('SMTP AUTH clients on the page', () => {
  it('have columns for the TLS states in use', () => {
    assert.deepEqual(clientStates([0, 0, 0, 3, 0, 2, 0, 1]), ['tls1.0', 'tls1.2', 'unknown']);
  });

  it('have shares of the messages whose state is known, and of all for unknown', () => {
    const share = (tls: readonly number[], state: 'tls1.0' | 'unknown', approximate = false) =>
      clientShare(ENGLISH_PAGE_STRINGS, 'en', { tls, approximate }, state);
    assert.equal(share([0, 0, 0, 3, 0, 1, 0, 4], 'tls1.0'), '75.0% (3)');
    assert.equal(share([0, 0, 0, 3, 0, 1, 0, 4], 'unknown'), '50.0% (4)');
    assert.equal(share([0, 0, 0, 3, 0, 1, 0, 0], 'tls1.0', true), '≈\u200975.0% (3)');
    assert.equal(share([0, 0, 0, 0, 0, 0, 0, 4], 'tls1.0'), undefined);
  });
});
