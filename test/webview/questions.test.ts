import assert from 'node:assert/strict';
import type { PageMessage } from '../../src/protocol/messages';
import { isAnswer, Questions } from '../../webview/questions';

const query = { connector: 'inbound:none:' };

describe('questions to the host', () => {
  it('get their answers by number, whichever comes first', () => {
    const posted: PageMessage[] = [];
    const questions = new Questions({ post: (message) => posted.push(message) });
    const told: string[] = [];
    questions.ask({ type: 'peers', query }, ({ peers }) => told.push(`first ${peers}`));
    questions.ask({ type: 'lineTexts', file: 0, lines: [1] }, ({ texts }) => told.push(`second ${texts.length}`));
    assert.deepEqual(posted, [
      { type: 'peers', query, request: 1 },
      { type: 'lineTexts', file: 0, lines: [1], request: 2 },
    ]);
    questions.answer({ type: 'lineTexts', request: 2, texts: [] });
    questions.answer({ type: 'peers', request: 1, peers: null });
    questions.answer({ type: 'peers', request: 1, peers: null });
    assert.deepEqual(told, ['second 0', 'first null']);
  });

  it('are forgotten where nobody waits any more, and take no answer of another kind', () => {
    const questions = new Questions({ post: () => {} });
    const forget = questions.ask({ type: 'peers', query }, () => assert.fail('forgotten'));
    questions.ask({ type: 'proofLines', query, skip: 0 }, () => assert.fail('of another kind'));
    forget();
    questions.answer({ type: 'peers', request: 1, peers: null });
    questions.answer({ type: 'peers', request: 2, peers: null });
  });

  it('have answers that are told from news of the whole page', () => {
    assert.equal(isAnswer({ type: 'peers', request: 1, peers: null }), true);
    assert.equal(isAnswer({ type: 'mappingDone' }), false);
  });
});
