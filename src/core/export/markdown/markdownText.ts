import { printable } from '../../report/printable';

/** These mean something to Markdown wherever they stand; `&` and angle brackets become entities, which no renderer reads as HTML. */
const SPECIAL = /[\\`*_[\]|~$]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of any origin as it is read in Markdown: one line, no markup, no link, no end of a table's cell. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(SPECIAL, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/@/g, '&#64;')
    .trimStart()
    .replace(/^[-+#=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .trim();
}

/** A table; cells are Markdown already. `numbers`: the columns, from 0, that stand at the right. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<number>,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (numbers.has(column) ? '---:' : '---'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** Text of a file as code, whatever it holds: in backticks, more of them than stand in it. Not for tables. */
export function markdownCode(text: string): string {
  const plain = printable(text);
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${plain} ${fence}`;
}

/** A name of a file's as code, where that can be written in a line or a table's cell, else as text. */
export function markdownName(text: string): string {
  const plain = printable(text).trim();
  return plain === '' || /[`|]/.test(plain) ? markdownText(text) : `\`${plain}\``;
}

/** A list; items are Markdown already. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Positions of columns from one on. */
export function columnsFrom(first: number, count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: Math.max(0, count - first) }, (_, index) => first + index));
}
