import type { DocumentStrings } from './documentWording';
import { explainItems, looksLikeCustomData } from './explainItems';
import { explainTlsWord, type GuidancePage } from './explainTls';
import { cellAt } from './lineCells';
import { tlsWordAt } from './tlsWords';

/** What stands at a place of a line, and what it means. */
export interface Explanation {
  /** UTF-16 positions in the line. */
  readonly start: number;
  readonly end: number;
  /** Markdown, the most particular first. What comes from the file is text in it, and nothing else. */
  readonly blocks: readonly string[];
  /** The page that says what to do about it. */
  readonly page: GuidancePage | undefined;
}

/** What explaining depends on. */
export interface ExplanationContext {
  readonly strings: DocumentStrings;
  /** What separates the file's cells. */
  readonly delimiter: string;
  /** The setting that takes a missing version for No TLS. */
  readonly missingTlsMeansNone: boolean;
}

/** No line of an export is longer, and a hover must not keep anybody waiting. */
const LONGEST_LINE = 1_000_000;

/** Explains a TLS version, a cipher, or a `custom_data` cell, or the first two within the last; undefined for anything else. */
export function explainAt(line: string, position: number, context: ExplanationContext): Explanation | undefined {
  const word = tlsWordAt(line, position);
  const explained = word && explainTlsWord(word, line, context.strings);
  const cell = line.length > LONGEST_LINE ? undefined : customDataAt(line, position, context.delimiter);
  const place = explained === undefined ? cell : word;
  if (place === undefined) {
    return undefined;
  }
  const items = cell && explainItems(cell.text, context.missingTlsMeansNone, context.strings);
  const blocks = [explained?.markdown, items].filter((block) => block !== undefined);
  return { start: place.start, end: place.end, blocks, page: explained?.page };
}

/** Where a record began in a line before, a quotation mark may be open: that is tried as well. */
function customDataAt(line: string, position: number, delimiter: string) {
  const cells = [false, true].map((isInQuotes) => cellAt(line, position, delimiter, isInQuotes));
  return cells.find((cell) => cell !== undefined && looksLikeCustomData(cell.text));
}
