/** A file's bytes, wherever they lie. */
export interface ByteSource {
  /** What reports call the file. */
  readonly path: string;
  /** Where it lies, with all its folders, if that says more than the path. */
  readonly location?: string;
  /** The bytes in order, in pieces of any size; throws where they cannot be read. */
  open(): AsyncIterable<Uint8Array>;
}

/** Longest piece of a file that is worked on at once, in bytes. */
const LONGEST = 65_536;

/** The bytes of a source in pieces short enough to pause between them. */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const bytes of source.open()) {
    for (let from = 0; from < bytes.length; from += LONGEST) {
      yield bytes.subarray(from, from + LONGEST);
    }
  }
}

/** Takes pieces until they are `length` bytes together, or the end comes; fewer only at the end. */
export async function takeStart(pieces: AsyncGenerator<Uint8Array>, length: number): Promise<Uint8Array> {
  let start = new Uint8Array(0);
  while (start.length < length) {
    const next = await pieces.next();
    if (next.done) {
      break;
    }
    const both = new Uint8Array(start.length + next.value.length);
    both.set(start);
    both.set(next.value, start.length);
    start = both;
  }
  return start;
}

/** The first bytes of a file come in shorter pieces: the code that reads them runs for the first time, and slowly. */
const FIRST = 16_384;

/** The bytes that were taken to recognise a file, then the others. */
export async function* chain(start: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < start.length; from += FIRST) {
    yield start.subarray(from, from + FIRST);
  }
  yield* rest;
}
