import { flatten } from './flatten';
import { ObjectScanner } from './objectScanner';

/** A name of a member, at the beginning of an object or behind a comma. */
const MEMBER = /[{,]\s*"((?:[^"\\]|\\.){1,200})"\s*:/g;

/** True where a text begins like JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*(?:\[\s*)?\{\s*(?:"|\})/.test(text) || /^\uFEFF?\s*\[\s*\]\s*$/.test(text);
}

/** Titles of the first object of a JSON text of which only the beginning is there. */
export function titlesOfJson(text: string): string[] {
  const titles: string[] = [];
  const found: string[] = [];
  const sink = { object: (object: { readonly text: string }) => found.push(object.text), stray() {}, tooLong() {} };
  const scanner = new ObjectScanner(sink, text.length);
  scanner.push(text);
  try {
    flatten(JSON.parse(found[0] ?? '') as object, (title) => titles.push(title));
  } catch {
    // The object goes on behind the text, or is none: the names that are there have to do.
    for (const match of (found[0] ?? scanner.unfinished).matchAll(MEMBER)) {
      titles.push(match[1] as string);
    }
  }
  return titles;
}
