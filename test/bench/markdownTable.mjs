// Tables that are Markdown, and aligned to be read as they are.

/**
 * @typedef {object} Column
 * @property {string} title
 * @property {boolean} [isText] Aligned to the left; numbers are to the right.
 */

/** @param {readonly Column[]} columns @param {readonly (readonly string[])[]} rows A cell for each column. */
export function markdownTable(columns, rows) {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, index) => aligned(cell, widths[index] ?? 0, columns[index])).join(' | ')} |`;
  const rule = columns.map(({ isText }, index) => `${'-'.repeat((widths[index] ?? 0) - 1)}${isText ? '-' : ':'}`);
  return [line(columns.map(({ title }) => title)), line(rule), ...rows.map(line)].join('\n');
}

/** @param {string} cell @param {number} width @param {Column | undefined} column */
const aligned = (cell, width, column) => (column?.isText ? cell.padEnd(width) : cell.padStart(width));
