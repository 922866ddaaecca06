import type { Direction } from '../../model/connector';
import { type HopTls, receivedTls } from './receivedTls';

/** One Received header, unfolded. */
export interface ReceivedHeader {
  readonly value: string;
  /** The line in which it begins. */
  readonly line: number;
}

/** The hop of a message over the border of Exchange Online. */
export interface BorderHop extends HopTls {
  /** Undefined between two organisations of Microsoft 365: the header does not tell which one is ours. */
  readonly direction: Direction | undefined;
  /** The other side: its address where Exchange Online writes it down, else its name. */
  readonly host: string;
  readonly date: string;
  readonly line: number;
}

/** Hosts of Exchange Online, in all its clouds. */
const MICROSOFT = /(?:^|\.)(?:outlook\.com|office365\.(?:com|us)|partner\.outlook\.cn|mx\.microsoft)$/i;
/** Where mail comes in … */
const EDGE = /\.mail\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)$/i;
/** … and from where it leaves. */
const OUTBOUND = /\.outbound\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)$/i;
const FRONTEND = /\bvia Frontend Transport\b/i;
const FROM = /^from\s+(\S+)/i;
/** Exim's form where an address has no name. */
const HELO = /^from\s+\[[^\]]*\]\s+\((?:[^)]*\s)?helo=([^\s)]+)/i;
const BY = /(?:^|\s)by\s+(\S+)/i;
/** The address that Exchange writes behind the name. */
const ADDRESS = /^from\s+\S+\s+\(\[?(?:ipv6:)?([0-9a-f.:]+)\]?\)/i;

/** The last hop over the border, which headers have first; undefined where they tell of none. */
export function borderHop(headers: readonly ReceivedHeader[]): BorderHop | undefined {
  for (const header of headers) {
    const hop = hopOf(header);
    if (hop !== undefined) {
      return hop;
    }
  }
  return undefined;
}

function hopOf({ value, line }: ReceivedHeader): BorderHop | undefined {
  const end = value.lastIndexOf(';');
  const way = end < 0 ? value : value.slice(0, end);
  const bare = withoutComments(way);
  const from = hostIn(HELO, way) || hostIn(FROM, bare);
  const by = hostIn(BY, bare);
  const date = end < 0 ? '' : value.slice(end + 1);
  if (from === '' || by === '') {
    return undefined;
  }
  const told = { ...receivedTls(way), date, line };
  const isInto = EDGE.test(by) && FRONTEND.test(bare);
  if (OUTBOUND.test(from)) {
    const direction = isInto ? undefined : 'outbound';
    return isInto || !MICROSOFT.test(by) ? { ...told, direction, host: by } : undefined;
  }
  return isInto && !MICROSOFT.test(from)
    ? { ...told, direction: 'inbound', host: ADDRESS.exec(way)?.[1] ?? from }
    : undefined;
}

function hostIn(pattern: RegExp, text: string): string {
  return (pattern.exec(text)?.[1] ?? '').replace(/[;.]$/, '');
}

/** Text in parentheses, which may stand in one another, is a comment. */
function withoutComments(text: string): string {
  let bare = '';
  let depth = 0;
  for (const character of text) {
    if (character === '(') {
      depth++;
    } else if (character === ')' && depth > 0) {
      depth--;
    } else if (depth === 0) {
      bare += character;
    }
  }
  return bare;
}
