// Which file a numbered line is of: sourceLines.ts numbers them.
import { PIECE_BYTES, enlarged, take } from './memory';

/** By the order in which files were begun: the number before the first line, and the file's position in the report. */
let files: usize = 0;
let count: u32 = 0;
let bytes: usize = PIECE_BYTES;

/** Lines of a file begin behind a number. */
export function beginFile(begin: u32, file: u32): void {
  if (files == 0) files = take(bytes);
  if (<usize>(count + 1) * 8 > bytes) {
    files = enlarged(files, bytes);
    bytes *= 2;
  }
  const at = files + (<usize>count << 3);
  store<u32>(at, begin);
  store<u32>(at, file, 4);
  count++;
}

// @ts-ignore: decorators of AssemblyScript
@inline function entryOf(line: u32): usize {
  let low: u32 = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (load<u32>(files + (<usize>middle << 3)) <= line) low = middle;
    else high = middle - 1;
  }
  return files + (<usize>low << 3);
}

export function fileOf(line: u32): u32 {
  return load<u32>(entryOf(line), 4);
}

/** Its rank in the report's order. */
export function rankOf(line: u32): f64 {
  const entry = entryOf(line);
  return <f64>load<u32>(entry, 4) * 4294967296 + <f64>(line - load<u32>(entry));
}
