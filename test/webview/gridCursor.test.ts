import assert from 'node:assert/strict';
import { afterGridKey, type Cursor, HEADER_ROW, inside, START, selectedCells } from '../../webview/details/gridCursor';

const size = { rows: 100, columns: 11, page: 18 };
const at = (row: number, column: number): Cursor => ({ at: { row, column }, anchor: null });

/** The cursor after keys such as `Shift+Control+End`. */
function press(cursor: Cursor, ...keys: readonly string[]): Cursor | undefined {
  return keys.reduce<Cursor | undefined>((current, pressed) => {
    const parts = pressed.split('+');
    const key = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? '');
    const modifiers = { isShift: parts.includes('Shift'), isCtrl: parts.includes('Control') };
    return current && afterGridKey(current, { key, ...modifiers }, size);
  }, cursor);
}

describe('the keys of the details table', () => {
  it('move from cell to cell, and stop at the edges', () => {
    assert.deepEqual(press(START, 'ArrowDown', 'ArrowRight'), at(1, 1));
    assert.deepEqual(press(START, 'ArrowLeft'), at(0, 0));
    assert.deepEqual(press(at(5, 10), 'ArrowRight'), at(5, 10));
  });

  it('lead up to the titles and down to the total', () => {
    assert.deepEqual(press(START, 'ArrowUp'), at(HEADER_ROW, 0));
    assert.deepEqual(press(START, 'ArrowUp', 'ArrowUp'), at(HEADER_ROW, 0));
    assert.deepEqual(press(at(99, 3), 'ArrowDown'), at(100, 3));
    assert.deepEqual(press(at(100, 3), 'ArrowDown'), at(100, 3));
  });

  it('move by pages, to the ends of a row and of the table', () => {
    assert.deepEqual(press(START, 'PageDown'), at(18, 0));
    assert.deepEqual(press(at(95, 0), 'PageDown'), at(99, 0));
    assert.deepEqual(press(at(5, 0), 'PageUp'), at(0, 0));
    assert.deepEqual(press(at(5, 4), 'End'), at(5, 10));
    assert.deepEqual(press(at(5, 4), 'Home'), at(5, 0));
    assert.deepEqual(press(at(5, 4), 'Control+End'), at(99, 10));
    assert.deepEqual(press(at(5, 4), 'Control+Home'), at(0, 0));
    assert.deepEqual(press(at(5, 4), 'Control+ArrowDown'), at(99, 4));
  });

  it('select with Shift, from where the reader was', () => {
    const selected = press(at(3, 3), 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
    assert.deepEqual(selected, { at: { row: 4, column: 5 }, anchor: { row: 3, column: 3 } });
    assert.deepEqual(selectedCells(selected ?? START), { top: 3, bottom: 4, left: 3, right: 5 });
    assert.deepEqual(press(selected ?? START, 'ArrowDown'), at(5, 5), 'a key without Shift ends it');
    const back = press(at(3, 3), 'Shift+ArrowUp', 'Shift+Home');
    assert.deepEqual(selectedCells(back ?? START), { top: 2, bottom: 3, left: 0, right: 3 });
  });

  it('select no titles', () => {
    assert.deepEqual(press(START, 'Shift+ArrowUp')?.at, { row: 0, column: 0 });
    assert.deepEqual(press(at(HEADER_ROW, 3), 'Shift+ArrowDown'), at(0, 3));
  });

  it('select a row, a column and all', () => {
    assert.deepEqual(selectedCells(press(at(7, 4), 'Shift+Space') ?? START), { top: 7, bottom: 7, left: 0, right: 10 });
    assert.deepEqual(selectedCells(press(at(7, 4), 'Control+Space') ?? START), {
      top: 0,
      bottom: 99,
      left: 4,
      right: 4,
    });
    assert.deepEqual(selectedCells(press(at(7, 4), 'Control+a') ?? START), { top: 0, bottom: 99, left: 0, right: 10 });
  });

  it('leave others alone', () => {
    for (const key of ['a', 'Enter', 'Space', 'Tab', 'Escape', 'F5', 'constructor']) {
      assert.equal(press(at(7, 4), key), undefined, key);
    }
  });

  it('stay inside where rows have gone', () => {
    assert.deepEqual(inside({ row: 500, column: 12 }, size), { row: 100, column: 10 });
    assert.deepEqual(inside({ row: -3, column: -1 }, size), { row: -1, column: 0 });
  });
});
