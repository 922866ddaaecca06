import assert from 'node:assert/strict';
import { ENGLISH_DOCUMENT_STRINGS } from '../../../src/core/document/documentWording';
import { lensSentence } from '../../../src/core/document/lensSentence';
import { type Mail, TLS10, TLS11, TLS12, traceOf } from '../../generate/traceMail';
import { analyze, textInput } from '../analyzing';

async function lens(...mails: Mail[]): Promise<string> {
  return lensSentence(await analyze([textInput(traceOf(mails))]), ENGLISH_DOCUMENT_STRINGS, 'en');
}

describe('the lens over an export', () => {
  it('says messages, and connectors on versions that are given up', async () => {
    assert.equal(
      await lens(
        { count: 1200, version: TLS10, connector: 'A' },
        { count: 30, version: TLS10, connector: 'B' },
        { count: 5, version: TLS11, connector: 'B' },
        { count: 1, version: 'TLS1.2', out: true },
      ),
      '1,235 inbound messages · 1 outbound message · 2 connectors on TLS 1.0 · 1 connector on TLS 1.1 · Open Connector report',
    );
  });

  it('is silent about versions where there is nothing to say', async () => {
    assert.equal(await lens({ count: 1, version: TLS12 }), '1 inbound message · Open Connector report');
    assert.equal(await lens({ count: 2 }), '2 inbound messages · Open Connector report');
  });

  it('says that reading was stopped', async () => {
    const report = await analyze([textInput(traceOf([{ count: 2, version: TLS10 }]))]);
    assert.equal(
      lensSentence(report, ENGLISH_DOCUMENT_STRINGS, 'en', true),
      'Reading was stopped: 2 inbound messages · 1 connector on TLS 1.0 · Open Connector report',
    );
  });

  it('says that nothing was counted', async () => {
    assert.equal(await lens(), 'No message was counted · Open Connector report');
  });
});
