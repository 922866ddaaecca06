/** What the kernel (scan.as, AssemblyScript) exports. Addresses and lengths are bytes of its memory. */
export interface ScanKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Behind the last complete record. */
  readonly stop: { readonly value: number };
  /** 1 where a quotation mark is misplaced in the record there. */
  readonly misplaced: { readonly value: number };
  /** 1 where the places for ends ran out. */
  readonly filled: { readonly value: number };
  scan(start: number, end: number, delimiter: number, out: number, most: number): number;
}

/** What a host lends to scanning: fresh kernels, and the quickest way to make text of plain bytes. */
export interface Scanning {
  /** A kernel for units of 1 or 2 bytes, with a memory of its own. */
  kernel(width: 1 | 2): ScanKernel;
  /** Text of ASCII bytes, from `start` to `end`. */
  ascii(bytes: Uint8Array, start: number, end: number): string;
  /** Text of UTF-16LE units, from byte `start` to byte `end`. */
  utf16(bytes: Uint8Array, start: number, end: number): string;
}

/** Marks in what the kernel writes for the end of a field: it ends a record … */
export const RECORD = 0x80000000;
/** … that holds a line break beside its end … */
export const BROKEN = 0x40000000;
/** … that holds a code unit above 127. The rest of the number is the end's offset. */
export const WIDE = 0x20000000;
export const OFFSET = 0x1fffffff;
