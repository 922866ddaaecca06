import assert from 'node:assert/strict';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { silentRuleSentences } from '../../webview/components/silentRuleSentences';

describe('Rules that could say nothing', () => {
  it('say what is missing', () => {
    const [cipher, trend, ...more] = silentRuleSentences(ENGLISH_PAGE_STRINGS, [
      { rule: 'weak-cipher', missing: ['cipher'], tooShort: false },
      { rule: 'protection-fell', missing: [], tooShort: true },
    ]);
    assert.match(cipher ?? '', /: the files do not tell: cipher\.$/);
    assert.match(trend ?? '', /: this compares two weeks/);
    assert.deepEqual(more, []);
  });

  it("lead to connector definitions where a connector's type is missing", () => {
    const sentences = silentRuleSentences(ENGLISH_PAGE_STRINGS, [
      { rule: 'could-force-tls', missing: ['connectorType'], tooShort: false },
    ]);
    assert.match(sentences[0] ?? '', /: the files do not tell: connector type\.$/);
    assert.match(sentences[1] ?? '', /^Connector definitions/);
  });
});
