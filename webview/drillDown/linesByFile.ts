import type { SourceLine } from '../../src/core/model/messageFlow';

/** Lines of one file, which rise. */
export interface FileLines {
  /** Its position in the report's files. */
  readonly file: number;
  readonly lines: readonly number[];
}

/** Puts lines of the same file together; files in the order of their first lines. */
export function linesByFile(lines: readonly SourceLine[]): readonly FileLines[] {
  const byFile = new Map<number, Set<number>>();
  for (const { file, line } of lines) {
    byFile.set(file, (byFile.get(file) ?? new Set()).add(line));
  }
  return [...byFile].map(([file, own]) => ({ file, lines: [...own].sort((a, b) => a - b) }));
}
