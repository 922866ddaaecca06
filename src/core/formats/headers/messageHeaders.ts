import { NO_PLAN } from '../../reading/columnPlan';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FileHead, Format, FormatContext, FormatReader, OpenFormat } from '../format';
import { BorderMessages } from './borderMessages';
import { HeaderBlock, headerName } from './headerBlock';
import { looksLikeHeaders, MAILBOX } from './looksLikeHeaders';

/**
 * Headers of messages (docs/formats.md): a message as a file, its headers as pasted text, many one after the other or in a
 * mailbox file. A message is a record; its hop over the border of Exchange Online tells TLS version and cipher.
 */
export const messageHeaders: Format = {
  id: 'message-headers',
  layout: 'lines',
  isOneStretch: true,
  recognizes: ({ text }: FileHead) => looksLikeHeaders(text),
};

export const openHeaders: OpenFormat = (context) => new HeadersReader(context);

/** A block that follows another one with nothing between begins with one of these. */
const BEGINS_BLOCK =
  /^(?:received|return-path|delivered-to|authentication-results|arc-[\w-]+|dkim-signature|x-[\w-]+)$/;
/** A message whose body is another message. */
const IS_MESSAGE = /^message\//i;

/** Where reading is. */
type Place = 'before' | 'headers' | 'behindHeaders' | 'body';

class HeadersReader implements FormatReader {
  readonly plan = NO_PLAN;
  readonly width = 1;
  readonly waiting = 0;
  readonly state = '';
  readonly #context: FormatContext;
  readonly #messages: BorderMessages;
  #place: Place = 'before';
  #block: HeaderBlock | undefined;
  /** Blocks that follow one another with no text between: headers, unless text comes, whose part they are then. */
  #following: HeaderBlock[] = [];
  #isFollowing = false;
  /** The line that comes next where none is empty. */
  #next = 1;

  constructor(context: FormatContext) {
    this.#context = context;
    this.#messages = new BorderMessages(context);
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
    this.#messages.count(this.#following);
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
    this.#messages.count(this.#following);
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
      this.#messages.count([block]);
    }
    this.#place = IS_MESSAGE.test(block.value('content-type')) ? 'body' : 'behindHeaders';
  }
}

/** Carriage returns in the midst of a line, each of which is a line break too. */
function returnsIn(text: string): number {
  return text.includes('\r') ? text.split('\r').length - 1 : 0;
}
