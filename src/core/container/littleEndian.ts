/** Numbers as ZIP and gzip write them, the lowest byte first; 0 beyond the bytes' end. */
export interface LittleEndian {
  /** Of two, four or eight bytes, without a sign. */
  short(at: number): number;
  long(at: number): number;
  /** May lose its last digits where it is larger than any file. */
  huge(at: number): number;
}

export function numbersOf(bytes: Uint8Array): LittleEndian {
  const byte = (at: number): number => bytes[at] ?? 0;
  const short = (at: number): number => byte(at) | (byte(at + 1) << 8);
  const long = (at: number): number => short(at) + short(at + 2) * 2 ** 16;
  return { short, long, huge: (at) => long(at) + long(at + 4) * 2 ** 32 };
}
