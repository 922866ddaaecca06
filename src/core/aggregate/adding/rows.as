// What is the same of all rows of facts (facts.ts) that are added several at a time.
import { HEADER, ROWS } from './memory';
import { fetch } from './segment';

/** Marks a row that names no message. */
export const UNNAMED: u32 = 0x800;
/** For how many rows the ledger's memory is fetched at once. */
export const AHEAD: u32 = 16;
/** In the header: whether others have to add the row that adding stopped at. */
const IS_ODD: usize = 48;

/**
 * Has the memory fetched for the messages of {@link AHEAD} rows, whose numbers each begin with the key: many take little longer
 * than one.
 */
// @ts-ignore: decorators of AssemblyScript
@inline export function expectRows(row: u32, to: u32, bytes: usize): void {
  const end = ROWS + <usize>min(row + AHEAD, to) * bytes;
  for (let at = ROWS + <usize>row * bytes; at < end; at += bytes) fetch(load<i32>(at), load<i32>(at, 4));
}

/** Others have to add a row. */
export function stopAt(row: u32): u32 {
  store<u32>(HEADER, 1, IS_ODD);
  return row;
}

/** No row is odd yet. */
// @ts-ignore: decorators of AssemblyScript
@inline export function goOn(): void {
  store<u32>(HEADER, 0, IS_ODD);
}
