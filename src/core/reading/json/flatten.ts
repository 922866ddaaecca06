/** How deep objects within objects are looked into. */
const DEEPEST = 4;

/**
 * An object's members as cells: name and text, those of objects within it as `outer.inner`. Null is empty, arrays and what
 * lies too deep are JSON again.
 */
export function flatten(object: object, cell: (title: string, text: string) => void, prefix = '', depth = 0): void {
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    const title = prefix + key;
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < DEEPEST) {
      flatten(value, cell, `${title}.`, depth + 1);
    } else {
      cell(title, textOf(value));
    }
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
