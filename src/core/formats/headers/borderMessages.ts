import { UNTOLD_CONNECTOR } from '../../model/connector';
import { dayOf, formatDay, MILLISECONDS_PER_DAY } from '../../model/day';
import type { MessageKey } from '../../model/messageFlow';
import { parseMailDate } from '../../reading/mailDate';
import { textKey } from '../../reading/textKey';
import type { FormatContext } from '../format';
import { messageKey } from '../messageIdentity';
import { RouteTable } from '../routeTable';
import type { HeaderBlock } from './headerBlock';
import { type BorderHop, borderHop } from './receivedHop';

/** Counts messages by their headers: each is one record. */
export class BorderMessages {
  readonly #context: FormatContext;
  readonly #routes = new RouteTable();

  constructor(context: FormatContext) {
    this.#context = context;
  }

  count(blocks: readonly HeaderBlock[]): void {
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
      // No hop inside is seen either, so that its day is of no concern.
      facts.passing(key.high | 0, key.low | 0, 0, 0, 0);
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
