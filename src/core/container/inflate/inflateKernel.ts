interface Global {
  readonly value: number;
}

/** What the inflater (inflate.as, AssemblyScript) exports. Addresses are bytes of its memory, which never grows. */
export interface InflateKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Where input lies, and how much there is room for. */
  readonly INPUT: Global;
  readonly MOST_INPUT: Global;
  /** The first byte of the input that has not been used. */
  readonly next: Global;
  /** Where the last call put what it inflated. */
  readonly start: Global;
  readonly end: Global;
  /** Begins a stream. */
  begin(isDeflate64: number): void;
  /** Inflates input; `isAll` (1 or 0): nothing follows it. Returns one of {@link Run}. */
  run(from: number, to: number, isAll: number): number;
  /** The CRC-32 of what has `sum` and of the bytes behind it. */
  crc32(start: number, end: number, sum: number): number;
}

/** What a call of `run` ends with. */
export const Run = {
  /** There is more to inflate … */
  more: 0,
  /** … once there is more input. */
  needsInput: 1,
  complete: 2,
  /** The input ends before the stream does. */
  cut: 3,
  /** No stream goes on like that. */
  damaged: 4,
} as const;
