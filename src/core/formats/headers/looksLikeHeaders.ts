import { headerName } from './headerBlock';

/** What begins a message in a mailbox file: `From ada@fabrikam.example Mon Mar  2 08:15:00 2026`. */
export const MAILBOX = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +[A-Z][a-z]{2} +\d{1,2} +\d\d:\d\d/;
const USUAL =
  /^(?:received|return-path|delivered-to|message-id|from|to|date|subject|mime-version|content-type|dkim-signature|authentication-results|x-ms-exchange-[\w-]+)$/;
/** So many usual names make a block of headers, also without Received. */
const MOST_USUAL = 4;

/** True where a text begins with headers and nothing else, of which some are those of a message that travelled. */
export function looksLikeHeaders(text: string): boolean {
  const lines = text
    .replace(/^\uFEFF?\s+/, '')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  const first = MAILBOX.test(lines[0] ?? '') ? 1 : 0;
  const end = lines.findIndex((line, index) => index >= first && line.trim() === '');
  const block = lines.slice(first, end < 0 ? undefined : end);
  // The last line may be cut.
  if (end < 0 && block.length > 1 && headerName(block.at(-1) ?? '') === undefined) {
    block.pop();
  }
  const names = block.filter((line) => !/^[ \t]/.test(line)).map(headerName);
  const isWhole = names.length > 0 && names.every((name) => name !== undefined);
  const isHop = block.some((line) => /^received:\s+(?:from|by)\b/i.test(line) || /^received:\s*$/i.test(line));
  return isWhole && (isHop || names.filter((name) => name !== undefined && USUAL.test(name)).length >= MOST_USUAL);
}
