/** True for a line before the header that is no record: a directive or note (`#TYPE …`), Excel's `sep=;`. */
export function isMarkerLine(line: string): boolean {
  return /^\uFEFF?"?(?:#|sep=)/i.test(line);
}
