import { UNTOLD_CONNECTOR } from '../../model/connector';
import { dayOf, formatDay, MILLISECONDS_PER_DAY } from '../../model/day';
import type { MessageKey } from '../../model/messageFlow';
import { NO_PLAN } from '../../reading/columnPlan';
import { parseMailDate } from '../../reading/mailDate';
import type { RecordCursor } from '../../reading/recordCursor';
import { textKey } from '../../reading/textKey';
import type { FileHead, Format, FormatContext, FormatReader } from '../format';
import { messageKey } from '../messageIdentity';
import { RouteTable } from '../routeTable';
import { HeaderBlock, headerName } from './headerBlock';
import { type BorderHop, borderHop } from './receivedHop';

/**
 * Headers of messages (docs/formats.md): a message as a file, its headers as pasted text, many one after the other or in a
 * mailbox file. A message is a record; its hop over the border of Exchange Online tells TLS version and cipher.
 */
export const messageHeaders: Format = {
  id: 'message-headers',
  layout: 'lines',
  isOneStretch: true,
  recognizes: ({ text }: FileHead) => looksLikeHeaders(text),
  open: (context) => new HeadersReader(context),
};

/** What begins a message in a mailbox file: `From ada@fabrikam.example Mon Mar  2 08:15:00 2026`. */
const MAILBOX = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +[A-Z][a-z]{2} +\d{1,2} +\d\d:\d\d/;
const USUAL =
  /^(?:received|return-path|delivered-to|message-id|from|to|date|subject|mime-version|content-type|dkim-signature|authentication-results|x-ms-exchange-[\w-]+)$/;
/** So many usual names make a block of headers, also without Received. */
const MOST_USUAL = 4;
/** A block that follows another one with nothing between begins with one of these. */
const BEGINS_BLOCK =
  /^(?:received|return-path|delivered-to|authentication-results|arc-[\w-]+|dkim-signature|x-[\w-]+)$/;
/** A message whose body is another message. */
const IS_MESSAGE = /^message\//i;

/** True where a text begins with headers and nothing else, of which some are those of a message that travelled. */
function looksLikeHeaders(text: string): boolean {
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

/** Where reading is. */
type Place = 'before' | 'headers' | 'behindHeaders' | 'body';

class HeadersReader implements FormatReader {
  readonly plan = NO_PLAN;
  readonly width = 1;
  readonly waiting = 0;
  readonly state = '';
  readonly #context: FormatContext;
  readonly #routes = new RouteTable();
  #place: Place = 'before';
  #block: HeaderBlock | undefined;
  /** Blocks that follow one another with no text between: headers, unless text comes, whose part they are then. */
  #following: HeaderBlock[] = [];
  #isFollowing = false;
  /** The line that comes next where none is empty. */
  #next = 1;

  constructor(context: FormatContext) {
    this.#context = context;
  }

  /** True for the first line of each message. Empty lines are not handed over: the lines' numbers tell of them. */
  record(record: RecordCursor): boolean {
    const { line } = record;
    const isBehindGap = line > this.#next;
    if (this.#place === 'body') {
      // A body may be long: no text is made of its lines.
      this.#next = line + 1;
      if (!isBehindGap || record.unitAt(0, 0) !== 70) {
        return false;
      }
    }
    const text = record.cell(0);
    this.#next = line + 1 + returnsIn(text);
    if (this.#place === 'headers' && isBehindGap) {
      this.#endBlock();
    }
    return this.#read(text, line, isBehindGap || line === 1);
  }

  end(): void {
    this.#endBlock();
    this.#count(this.#following);
    this.#following = [];
  }

  #read(text: string, line: number, isFirst: boolean): boolean {
    if (isFirst && this.#place !== 'headers' && MAILBOX.test(text)) {
      this.#mailbox();
      return false;
    }
    switch (this.#place) {
      case 'before':
        return this.#begin(text, line);
      case 'headers':
        if (this.#block?.add(text, line) === false) {
          this.#endBlock();
          this.#text();
        }
        return false;
      case 'behindHeaders':
        if (BEGINS_BLOCK.test(headerName(text) ?? '')) {
          this.#isFollowing = true;
          return this.#begin(text, line);
        }
        this.#text();
        return false;
      case 'body':
        return false;
    }
  }

  #begin(text: string, line: number): boolean {
    const block = new HeaderBlock(line);
    if (!block.add(text, line)) {
      return false;
    }
    this.#block = block;
    this.#place = 'headers';
    return true;
  }

  /** A message of a mailbox file follows. */
  #mailbox(): void {
    this.#count(this.#following);
    this.#following = [];
    this.#isFollowing = false;
    this.#place = 'before';
  }

  /** Text follows the headers: what looked like more of them was a part of it. */
  #text(): void {
    for (const _ of this.#following) {
      this.#context.facts.account.leaveOut('otherEvent');
    }
    this.#following = [];
    this.#place = 'body';
  }

  #endBlock(): void {
    const block = this.#block;
    if (block === undefined) {
      return;
    }
    block.end();
    this.#block = undefined;
    if (this.#isFollowing) {
      this.#following.push(block);
    } else {
      this.#count([block]);
    }
    this.#place = IS_MESSAGE.test(block.value('content-type')) ? 'body' : 'behindHeaders';
  }

  #count(blocks: readonly HeaderBlock[]): void {
    for (const block of blocks) {
      const hop = borderHop(block.received);
      if (hop === undefined) {
        this.#pass(block);
      } else if (hop.direction === undefined) {
        this.#context.facts.account.leaveOut('directionNotTold');
      } else {
        this.#cross(block, { ...hop, direction: hop.direction });
      }
    }
  }

  /** No hop of the message is one over the border. */
  #pass(block: HeaderBlock): void {
    const { facts } = this.#context;
    const key = keyOf(block, 'inbound');
    if (key === undefined) {
      facts.account.leaveOut('noBorderHop');
    } else {
      facts.passing(key.high | 0, key.low | 0, 0);
    }
  }

  #cross(block: HeaderBlock, hop: BorderHop & { readonly direction: 'inbound' | 'outbound' }): void {
    const { facts, options } = this.#context;
    const time = parseMailDate(hop.date);
    if (time === undefined) {
      facts.account.reject(hop.line, 'badTime', hop.date.trim().slice(0, 60));
      return;
    }
    const day = dayOf(time);
    if (day > options.today) {
      facts.account.reject(hop.line, 'futureDay', formatDay(day));
      return;
    }
    const key = keyOf(block, hop.direction) as MessageKey;
    const name = (text: string): number => (text === '' ? -1 : facts.names.of(text));
    facts.account.used++;
    facts.crossing(
      key.high | 0,
      key.low | 0,
      this.#routes.of(hop.direction, UNTOLD_CONNECTOR),
      hop.tls,
      name(hop.host),
      name(domainOf(block.value('return-path'))),
      name(hop.cipher),
      hop.line,
      day,
      time - day * MILLISECONDS_PER_DAY,
    );
  }
}

/** Network message id, else message id, else the header that was written last; undefined where there is none of them. */
function keyOf(block: HeaderBlock, direction: 'inbound' | 'outbound'): MessageKey | undefined {
  // Behind the border only the sender's copy of it is left.
  const copy = direction === 'outbound' ? block.value('x-ms-exchange-crosstenant-network-message-id') : '';
  const network = block.value('x-ms-exchange-organization-network-message-id') || copy;
  const id = block.value('message-id');
  if (network !== '' || id !== '') {
    return messageKey(network, id);
  }
  const [top] = block.received;
  return top === undefined ? undefined : textKey(`Received: ${top.value}`);
}

function domainOf(path: string): string {
  const address = path.replace(/^.*<|>.*$/gs, '');
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Carriage returns in the midst of a line, each of which is a line break too. */
function returnsIn(text: string): number {
  return text.includes('\r') ? text.split('\r').length - 1 : 0;
}
