/** Spreadsheets write True and False in the words of their language, people yes and no. */
const YES = /^(true|yes|vero|wahr|vrai|verdadero|verdadeiro|waar|sant|ja|oui|s[iìí]|sim)$/i;
const NO = /^(false|no|falso|falsch|faux|onwaar|falskt|nein|non|não|nee|nej)$/i;

/** Reads yes or no; null for anything else. */
export function readFlag(text: string): boolean | null {
  return YES.test(text.trim()) ? true : NO.test(text.trim()) ? false : null;
}
