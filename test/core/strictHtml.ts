import assert from 'node:assert/strict';

/** An element of a page, as a strict reader sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const VOID = new Set(['meta', 'col', 'wbr', 'br', 'hr']);
const RAW = new Set(['style']);
const TOKEN =
  /<!DOCTYPE html>|<\/([a-z][a-z0-9]*)>|<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*)\s*(\/?)>|([^<]+)/gy;

/**
 * Reads HTML that keeps to XML's rules: every element closed, every attribute in double quotes, no bare `&`, `<` or `>`.
 * Throws an AssertionError on anything else.
 */
export function parseStrictly(html: string): Element {
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (Element | string)[] };
  const open: (typeof root)[] = [root];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < html.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(html);
    assert.ok(match !== null, `no HTML at ${JSON.stringify(html.slice(at, at + 80))}`);
    at = TOKEN.lastIndex;
    const [, closed, opened, attributes = '', selfClosed, text] = match;
    const parent = open.at(-1) as typeof root;
    if (closed !== undefined) {
      assert.equal(closed, parent.name, `</${closed}> closes <${parent.name}>`);
      open.pop();
    } else if (opened !== undefined) {
      const element = { name: opened, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (RAW.has(opened)) {
        const end = html.indexOf(`</${opened}>`, at);
        (element.children as (Element | string)[]).push(html.slice(at, end));
        at = end + opened.length + 3;
      } else if (!VOID.has(opened) && selfClosed === '') {
        open.push(element);
      }
    } else if (text !== undefined) {
      assert.doesNotMatch(text, />/);
      parent.children.push(decoded(text));
    }
  }
  assert.deepEqual(
    open.map(({ name }) => name),
    [''],
    'every element is closed',
  );
  return root;
}

/** All elements, in the order of the page. */
export function* elementsIn(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) {
    if (typeof child !== 'string') {
      yield* elementsIn(child);
    }
  }
}

/** The text inside, as it is read. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The cells of a table's rows; the second line of a cell is behind ` / `. */
export function rowsOf(table: Element): string[][] {
  return [...elementsIn(table)]
    .filter(({ name }) => name === 'tr')
    .map((row) => row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [cellText(cell)])));
}

function cellText(cell: Element): string {
  return cell.children
    .map((child) => {
      const text = typeof child === 'string' ? child : textOf(child);
      return typeof child !== 'string' && child.attributes.get('class') === 'sub' ? ` / ${text}` : text;
    })
    .join('');
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/g)) {
    assert.ok(!attributes.has(name), `${name} is there twice`);
    attributes.set(name, decoded(value));
  }
  return attributes;
}

function decoded(text: string): string {
  assert.doesNotMatch(text, /&(?!#\d+;|amp;|lt;|gt;|quot;)/, 'no bare &');
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
