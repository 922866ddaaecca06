// Where the text of a record's cell is.
import { OFFSET } from './memory';
import { isQuoting } from './scan';
import { unit } from './units';
import { W } from './width';

const QUOTE: u32 = 34;
const CR: u32 = 13;

/** What locate() found: the text's first byte, the one behind its last, and whether it stands in quotes. */
export let from: usize = 0;
export let to: usize = 0;
export let isQuoted: bool = false;

/**
 * Finds a column's text, without its quotes, in the record that begins at `start` and whose ends stand from `first` to `last`; an empty
 * one where there is no such column.
 */
// @ts-ignore: decorators of AssemblyScript
@inline export function locate(base: usize, start: usize, first: usize, last: usize, column: usize): void {
  from = 0; to = 0; isQuoted = false;
  const end = first + column * 4;
  // A missing column has the number 0xffff, which no record reaches.
  if (column == 0xffff || end > last) return;
  let s = column == 0 ? start : base + <usize>(load<u32>(end - 4) & OFFSET) + W;
  let e = base + <usize>(load<u32>(end) & OFFSET);
  if (end == last && e > s && unit(e - W) == CR) e -= W;
  isQuoted = isQuoting && e - s >= 2 * W && unit(s) == QUOTE;
  if (isQuoted) {
    s += W; e -= W;
    if (end == last && e > s && unit(e - W) == CR) e -= W;
  }
  from = s; to = e;
}
