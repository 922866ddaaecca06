/** As what cells are copied: fields parted by tabs, or a Markdown table; with their columns' titles or without. */
export interface CopyFormat {
  readonly as: 'text' | 'markdown';
  readonly withHeaders: boolean;
}

/** The text for the clipboard. `cells` are rows of what cells say, `titles` those of their columns. */
export function copiedText(
  cells: readonly (readonly string[])[],
  titles: readonly string[],
  { as, withHeaders }: CopyFormat,
): string {
  const rows = withHeaders ? [titles, ...cells] : cells;
  if (as === 'text') {
    return rows.map((row) => row.map(oneLine).join('\t')).join('\n');
  }
  const lines = rows.map(markdownRow);
  if (withHeaders) {
    lines.splice(1, 0, markdownRule(titles.length));
  }
  return `${lines.join('\n')}\n`;
}

/** Without what would begin another field or line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function markdownRow(row: readonly string[]): string {
  return `| ${row.map((text) => escaped(oneLine(text))).join(' | ')} |`;
}

function markdownRule(columns: number): string {
  return `|${' --- |'.repeat(columns)}`;
}

/** A name from a file must not become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#&]/g, '\\$&');
}
