import assert from 'node:assert/strict';
import { cellAt, cellsIn } from '../../../src/core/document/lineCells';

describe('the cells of a line', () => {
  it('are separated by what stands outside of quotation marks', () => {
    for (const [line, cells] of [
      ['', ['']],
      ['a,b', ['a', 'b']],
      ['a,', ['a', '']],
      [',,', ['', '', '']],
      ['"a,b",c', ['a,b', 'c']],
      ['"a ""b"", c",d', ['a "b", c', 'd']],
      ['"",""', ['', '']],
      ['a,"b, c', ['a', 'b, c']],
      ['"a"x,b', ['a', 'b']],
    ] as const) {
      assert.deepEqual(cellsIn(line, ','), cells, line);
    }
  });

  it('are found by a position, with the separators at their ends', () => {
    const line = 'one,"two, ""2""",three';
    for (let position = 0; position <= line.length; position++) {
      const cell = cellAt(line, position, ',');
      assert.equal(cell?.text, position <= 3 ? 'one' : position <= 16 ? 'two, "2"' : 'three', String(position));
      assert.ok(cell !== undefined && cell.start <= position && position <= cell.end);
    }
    assert.equal(cellAt('a;b', 2, ';')?.text, 'b');
  });

  it('may begin in a line before', () => {
    assert.equal(cellAt('rest, of it",next', 3, ',', true)?.text, 'rest, of it');
    assert.equal(cellAt('rest, of it",next', 14, ',', true)?.text, 'next');
    assert.equal(cellAt('rest, no end', 8, ',', true)?.text, 'rest, no end');
  });
});
