import type { DetailsRow } from '../../src/core/report/connectorReport';
import type { RowTexts } from './cellTexts';

/** Letters with a stroke through them, which Unicode does not take apart into a letter and a mark. */
const STROKED: Readonly<Record<string, string>> = { Ø: 'O', Ł: 'L', Đ: 'D', Ħ: 'H', Ŧ: 'T' };

/** A text without case, accents and compatibility forms; by way of small letters to capitals, so that ẞ and ß are SS. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .replace(/[ØŁĐĦŦ]/g, (letter) => STROKED[letter] ?? letter);
}

/** The words of a search, as they are compared; none where nothing is searched for. */
export function searchWords(search: string): string[] {
  return foldedText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The rows of which every word of the search is found in a text, in their order; all of them where there is no word. */
export function matchingRows(rows: readonly DetailsRow[], search: string, texts: RowTexts): readonly DetailsRow[] {
  const words = searchWords(search);
  if (words.length === 0) {
    return rows;
  }
  // Folding is slow, and thousands of rows share few connectors and three answers on forced TLS.
  const connectors = new Map<DetailsRow['connector'], string>();
  const answers = new Map<boolean | null, string>();
  return rows.filter((row) => {
    const connector = remembered(connectors, row.connector, () => `${texts.connector(row)}\n${texts.type(row)}`);
    const answer = remembered(answers, row.forcedTls, () => texts.forcedTls(row));
    return words.every((word) => row.date.includes(word) || connector.includes(word) || answer.includes(word));
  });
}

/** The folded text for a key, found once. */
function remembered<Key>(texts: Map<Key, string>, key: Key, find: () => string): string {
  let text = texts.get(key);
  if (text === undefined) {
    text = foldedText(find());
    texts.set(key, text);
  }
  return text;
}
