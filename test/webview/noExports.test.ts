import assert from 'node:assert/strict';
import type { ReadingProblem } from '../../src/core/model/problem';
import type { FileReport } from '../../src/core/report/report';
import { isNotRead, partFiles } from '../../webview/components/noExports';

function file(path: string, format: FileReport['format'], ...problems: readonly ReadingProblem[]): FileReport {
  const encoding = format === null ? '' : 'utf-8';
  return { path, format, encoding, records: 0, used: 0, leftOut: {}, problems, problemCount: problems.length };
}

const trace = file('a.csv', 'extended-message-trace');
const damaged = file('b.zip', null, { line: 0, reason: 'damagedContainer', detail: 'cut' });
const gone = file('c.csv', null, { line: 0, reason: 'unreadable', detail: 'no such file' });
const waiting = file('d.log', null);
const notes = file('e.txt', null, { line: 1, reason: 'unknownFormat', detail: 'Dear colleague' });
const document = file('f.docx', null, { line: 0, reason: 'noExportInside' });

describe('files that only lie beside exports', () => {
  it('are those that are something else, with the positions that the host knows', () => {
    const { read, beside } = partFiles([notes, trace, damaged, document, gone, waiting]);
    assert.deepEqual(
      beside.map(({ file: { path }, position }) => [path, position]),
      [
        ['e.txt', 0],
        ['f.docx', 3],
      ],
    );
    assert.deepEqual(
      read.map(({ position }) => position),
      [1, 2, 4, 5],
    );
  });

  it('are none where there is no export, nor anything that should be one', () => {
    const { read, beside } = partFiles([notes, document]);
    assert.deepEqual([read.length, beside.length], [2, 0]);
    assert.deepEqual(partFiles([]), { read: [], beside: [] });
  });

  it('differ from files that reading has not come to', () => {
    assert.deepEqual([trace, damaged, gone, waiting, notes].map(isNotRead), [false, false, false, true, false]);
  });
});
