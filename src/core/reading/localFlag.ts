/** Spreadsheets write True and False in the words of their language, people yes and no. */
const YES = /^(true|yes|vero|wahr|vrai|verdadero|verdadeiro|waar|sant|ja|oui|s[iìí]|sim)$/i;
const NO = /^(false|no|falso|falsch|faux|onwaar|falskt|nein|non|não|nee|nej)$/i;

/** Reads a yes or no as exports and spreadsheets write it; undefined for anything else. */
export function parseFlag(text: string): boolean | undefined {
  const trimmed = text.trim();
  return YES.test(trimmed) ? true : NO.test(trimmed) ? false : undefined;
}
