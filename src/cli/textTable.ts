/** A table for a terminal: columns are as wide as they have to be, but for the last one. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(column === cells.length - 1 ? 0 : (widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width, column) =>
    '-'.repeat(column === widths.length - 1 ? (header[column] ?? '').length : width),
  );
  return `${[line(header), line(rule), ...rows.map(line)].join('\n')}\n`;
}
