/**
 * Calls `item` for each `S:Key=Value` of a `custom_data` cell (docs/formats.md): items are separated by `;`; a value that
 * holds `;` itself has its whole item in single quotes. Keys come in lower case, without `S:`.
 */
export function readCustomData(cell: string, item: (key: string, value: string) => void): void {
  for (let start = 0; start < cell.length; ) {
    const quoted = cell[start] === "'";
    const end = quoted ? closingQuote(cell, start + 1) : nextSeparator(cell, start);
    const text = cell.slice(quoted ? start + 1 : start, end);
    const equals = text.indexOf('=');
    if (equals > 0) {
      const key = text.slice(0, equals).trim().toLowerCase();
      item(key.startsWith('s:') ? key.slice(2) : key, text.slice(equals + 1));
    }
    start = (quoted ? end + 1 : end) + 1;
  }
}

function nextSeparator(cell: string, from: number): number {
  const found = cell.indexOf(';', from);
  return found < 0 ? cell.length : found;
}

/** The single quote that is followed by `;` or the end. */
function closingQuote(cell: string, from: number): number {
  let found = cell.indexOf("'", from);
  while (found >= 0 && found + 1 < cell.length && cell[found + 1] !== ';') {
    found = cell.indexOf("'", found + 1);
  }
  return found < 0 ? cell.length : found;
}
