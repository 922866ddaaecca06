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

export function fileOf(line: u32): u32 {
  let low: u32 = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (load<u32>(files + (<usize>middle << 3)) <= line) low = middle;
    else high = middle - 1;
  }
  return load<u32>(files + (<usize>low << 3), 4);
}
