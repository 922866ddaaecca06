import assert from 'node:assert/strict';
import type { DrillDownAnswer, PageMessage } from '../../src/protocol/messages';
import { linesByFile } from '../../webview/drillDown/linesByFile';
import { lineKey, NO_LINES, ProofLineReading, type ToldLines } from '../../webview/drillDown/proofLineReading';
import { Questions } from '../../webview/questions';

const query = { connector: 'inbound:none:' };

/** A reading whose questions are answered by hand. */
function begin() {
  const posted: PageMessage[] = [];
  const questions = new Questions({ post: (message) => posted.push(message) });
  let told: ToldLines = NO_LINES;
  const reading = new ProofLineReading(questions, query, (next) => {
    told = next;
  });
  const answer = (message: DrillDownAnswer) => questions.answer(message);
  return { posted, reading, answer, told: () => told };
}

describe('reading proving lines', () => {
  it('asks for lines, then for their texts file after file, then for more lines', () => {
    const { posted, reading, answer, told } = begin();
    const lines = [
      { file: 1, line: 7 },
      { file: 0, line: 9 },
      { file: 1, line: 3 },
    ];
    answer({ type: 'proofLines', request: 1, list: { lines, total: 4 } });
    assert.deepEqual([told().total, told().isAsking, told().texts.size], [4, false, 0]);
    assert.deepEqual(posted.slice(1), [{ type: 'lineTexts', request: 2, file: 1, lines: [3, 7] }]);
    reading.more();
    reading.more();
    assert.deepEqual(posted.slice(2), [{ type: 'proofLines', request: 3, query, skip: 3 }], 'asked once');
    answer({ type: 'proofLines', request: 3, list: { lines: [{ file: 0, line: 20 }], total: 4 } });
    assert.equal(posted.length, 3, 'one file at a time');
    answer({ type: 'lineTexts', request: 2, texts: [{ line: 7, text: 'seven', isCut: true }] });
    assert.deepEqual(posted[3], { type: 'lineTexts', request: 4, file: 0, lines: [9] });
    answer({ type: 'lineTexts', request: 4, texts: [{ line: 9, text: 'nine', isCut: false }] });
    assert.deepEqual(posted[4], { type: 'lineTexts', request: 5, file: 0, lines: [20] });
    assert.deepEqual(told().lines.map(lineKey), ['1:7', '0:9', '1:3', '0:20']);
    assert.equal(told().texts.get('1:3'), null, 'a text that cannot be told');
    assert.equal(told().texts.get('1:7')?.text, 'seven');
    assert.equal(told().texts.has('0:20'), false, 'is being looked for');
  });

  it('tells nothing any more once it is put away', () => {
    const { reading, answer, told } = begin();
    reading.dispose();
    answer({ type: 'proofLines', request: 1, list: { lines: [{ file: 0, line: 1 }], total: 1 } });
    assert.equal(told(), NO_LINES);
  });

  it('waits for another report where the host has no answer', () => {
    const { answer, told } = begin();
    answer({ type: 'proofLines', request: 1, list: null });
    assert.equal(told().isAsking, true);
  });

  it('asks for a line once, though it is told twice', () => {
    const lines = [4, 2, 4].map((line) => ({ file: 0, line }));
    assert.deepEqual(linesByFile(lines), [{ file: 0, lines: [2, 4] }]);
  });
});
