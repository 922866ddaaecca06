// Where everything lies in the inflater's memory, in bytes. The first page is the compiler's.

/** Which code is what: numbers of 32 bits (codes.as), by the next bits of the stream. */
export const LETTERS: usize = 0x10000;
export const DISTANCES: usize = 0x20000;
/** Lengths of codes, a byte each. */
export const LENGTHS: usize = 0x30000;
/** While codes are made: how many there are of each length, and the next one of each. */
export const COUNTS: usize = 0x30200;
export const NEXT: usize = 0x30300;
/** For the checksum: eight times 256 numbers. */
export const SUMS: usize = 0x32000;
/** What is to be inflated. */
export const INPUT: usize = 0x40000;
export const MOST_INPUT: usize = 0x10000;
/** What was inflated: as much of it as copies may be taken from, then the latest; behind it one more copy has room. */
export const OUTPUT: usize = 0x60000;
export const HISTORY: usize = 0x10000;
export const PIECE: usize = 0x20000;
