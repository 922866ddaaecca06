// Deflate64 as Windows writes it of large files. Nothing in Node does, so this writes what only it has.

/** A byte, or a copy of earlier ones. */
export type Step = number | { readonly length: number; readonly distance: number };

/** One block with the fixed codes. */
export function deflate64(steps: readonly Step[]): Uint8Array {
  const bits: number[] = [];
  /** Extra bits and heads: lowest first. */
  const put = (value: number, count: number): void => {
    for (let bit = 0; bit < count; bit++) {
      bits.push(Math.floor(value / 2 ** bit) % 2);
    }
  };
  /** Codes: highest first. */
  const code = (value: number, count: number): void => {
    for (let bit = count - 1; bit >= 0; bit--) {
      bits.push((value >> bit) & 1);
    }
  };
  const letter = (symbol: number): void => {
    if (symbol < 144) {
      code(0x30 + symbol, 8);
    } else if (symbol < 256) {
      code(0x190 + symbol - 144, 9);
    } else if (symbol < 280) {
      code(symbol - 256, 7);
    } else {
      code(0xc0 + symbol - 280, 8);
    }
  };
  put(1, 1);
  put(1, 2);
  for (const step of steps) {
    if (typeof step === 'number') {
      letter(step);
      continue;
    }
    // The last length, which has sixteen extra bits here, can say all of them.
    letter(285);
    put(step.length - 3, 16);
    let symbol = 31;
    while (baseOf(symbol) > step.distance) {
      symbol--;
    }
    code(symbol, 5);
    put(step.distance - baseOf(symbol), extraOf(symbol));
  }
  letter(256);
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, index) => {
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (index & 7));
  });
  return bytes;
}

/** What the steps stand for. */
export function unpacked(steps: readonly Step[]): Uint8Array {
  const bytes: number[] = [];
  for (const step of steps) {
    if (typeof step === 'number') {
      bytes.push(step);
      continue;
    }
    for (let left = step.length; left > 0; left--) {
      bytes.push(bytes[bytes.length - step.distance] as number);
    }
  }
  return Uint8Array.from(bytes);
}

function extraOf(symbol: number): number {
  return symbol < 4 ? 0 : (symbol >> 1) - 1;
}

function baseOf(symbol: number): number {
  return symbol < 4 ? symbol + 1 : ((2 | (symbol & 1)) << extraOf(symbol)) + 1;
}
