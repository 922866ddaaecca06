// What the inflater makes of bytes, alone.
import type { ByteStream } from '../../src/core/container/byteStream';
import type { Method } from '../../src/core/container/containerEntry';
import { Inflater } from '../../src/core/container/inflater';
import type { Damage } from '../../src/core/model/problem';
import { newInflateKernel } from '../../src/platform/kernels';
import type { Random } from '../generate/random';

const kernel = newInflateKernel();

/** Bytes in pieces of random lengths. */
export function streamOf(bytes: Uint8Array, random: Random, longest: number): ByteStream {
  let at = 0;
  return {
    problem: undefined,
    read: (into) => {
      const part = bytes.subarray(at, at + Math.min(into.length, random.integer(1, longest)));
      into.set(part);
      at += part.length;
      return part.length;
    },
  };
}

/** What came of inflating. */
export interface Inflated {
  readonly bytes: Buffer;
  readonly outcome: Damage | 'complete' | undefined;
  readonly sum: number;
  /** Packed bytes that were left. */
  readonly rest: number;
}

export function inflate(packed: Uint8Array, random: Random, method: Method = 'deflate', longest = 70_000): Inflated {
  const inflater = new Inflater(kernel, streamOf(packed, random, longest));
  inflater.begin(method);
  const parts: Buffer[] = [];
  const into = new Uint8Array(random.integer(1, 300_000));
  for (let count = inflater.read(into); count > 0; count = inflater.read(into)) {
    parts.push(Buffer.from(into.subarray(0, count)));
  }
  const { outcome, sum } = inflater;
  let rest = 0;
  while (inflater.skip(1)) {
    rest++;
  }
  return { bytes: Buffer.concat(parts), outcome, sum, rest };
}
