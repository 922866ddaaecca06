// Where everything lies in the adding kernel's memory, in bytes, and what is given out of it. The first page is the compiler's.

/** Numbers that TypeScript reads or sets as well: see addingKernel.ts. */
export const HEADER: usize = 0x10000;
/** Parts of the ledger: see segment.as. */
export const SEGMENTS: usize = 0x10100;
/** What days have gained, as long as they are few: a hash table, and the numbers, see dayGains.as. */
export const GAIN_SLOTS: usize = 0x14000;
export const GAIN_SLOTS_BYTES: usize = 0x4000;
export const GAINS: usize = 0x18000;
export const GAINS_BYTES: usize = 0x8000;
/** Rows of facts that are to be added, and how many numbers there is room for. */
export const ROWS: usize = 0x20000;
export const MOST_ROW_NUMBERS: u32 = 20800;
/** Peers, as long as they are few: see peers.as. */
export const PEERS: usize = 0x38000;
/** Where the tables lie that say where the pieces of the ledger's parts are, and those for the upper halves of days: see segment.as. */
export const PIECES: usize = 0x44000;
export const ERAS: usize = 0x45000;
/** From here on memory is given out. */
const FREE: usize = 0x48000;

/** Memory is given out in these, and each is zero. */
export const PIECE_BYTES: usize = 0x4000;
let top: usize = FREE;
/** Pieces that were given back: each begins with the address of the next one. */
let spare: usize = 0;

/** So many bytes that lie together, all zero, a multiple of {@link PIECE_BYTES}. */
export function take(bytes: usize): usize {
  const at = top;
  top += bytes;
  if (top < at) unreachable();
  const size = <usize>memory.size() << 16;
  if (top > size) {
    const missing = <i32>((top - size + 0xffff) >> 16);
    // Each step stops all threads for a moment, and what is not written to takes no memory: few large ones. Where there is not that
    // much, what is needed.
    if (memory.grow(missing + 16 + <i32>(size >> 18)) < 0 && memory.grow(missing) < 0) unreachable();
  }
  return at;
}

export function takePiece(): usize {
  const piece = spare;
  if (piece == 0) return take(PIECE_BYTES);
  spare = <usize>load<u32>(piece);
  memory.fill(piece, 0, PIECE_BYTES);
  return piece;
}

/** A table twice as large, that begins with what is in this one, which is given back. */
export function enlarged(table: usize, bytes: usize): usize {
  const larger = take(2 * bytes);
  memory.copy(larger, table, bytes);
  giveBack(table, bytes);
  return larger;
}

export function giveBack(from: usize, bytes: usize): void {
  for (let at = from; at < from + bytes; at += PIECE_BYTES) {
    store<u32>(at, <u32>spare);
    spare = at;
  }
}
