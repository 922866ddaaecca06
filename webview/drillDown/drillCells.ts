import { formatDay, MILLISECONDS_PER_DAY } from '../../src/core/model/day';
import { TLS_STATES, type TlsState } from '../../src/core/model/tls';
import type { HostRow, PeerRow } from '../../src/core/report/drillDown';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import { countOf } from '../../src/core/report/shownStates';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

export type DrillColumn =
  | 'connector'
  | 'host'
  | 'names'
  | 'sender'
  | 'tls'
  | 'cipher'
  | 'messages'
  | 'share'
  | 'firstSeen'
  | 'lastSeen';

/** What a cell says, and by what it is sorted. */
export interface DrillCell {
  readonly text: string;
  readonly rank: string | number;
}

/** So many names are told of a host, its senders and its ciphers. */
const MOST_NAMES = 2;

/** Makes cells in the reader's language. */
export class DrillCells {
  readonly #strings: PageStrings;
  readonly #locale: string;

  constructor(strings: PageStrings, locale: string) {
    this.#strings = strings;
    this.#locale = locale;
  }

  /** How many messages, and which part of the whole they are. */
  amount(messages: number, whole: number, approximate: boolean): Record<'messages' | 'share', DrillCell> {
    const about = approximate ? '≈\u2009' : '';
    return {
      messages: { text: about + formatCount(messages, this.#locale), rank: messages },
      share: { text: about + formatPercent(messages, whole, 1, this.#locale), rank: messages / Math.max(1, whole) },
    };
  }

  /** The first few different names, those with the most messages first. */
  peerNames({ peers, notListed }: HostRow, nameOf: (peer: PeerRow) => string): DrillCell {
    const names = [...new Set(peers.map(nameOf).filter((name) => name !== ''))];
    return names.length === 0 ? named(this.#strings.notTold) : this.firstOf(names, notListed > 0);
  }

  /** The first few names, sorted and searched by all of them; `areMore`: there are others that are not known. */
  firstOf(names: readonly string[], areMore: boolean): DrillCell {
    const shown = names.slice(0, MOST_NAMES).join(', ');
    const more = names.length - MOST_NAMES;
    const rank = names.join('\n');
    if (more > 0) {
      return { text: fill(this.#strings['drill.andMore'], shown, formatCount(more, this.#locale)), rank };
    }
    return { text: areMore ? fill(this.#strings['drill.andOthers'], shown) : shown, rank };
  }

  /** The TLS states of its messages, sorted by the weakest. */
  states({ tls }: HostRow): DrillCell {
    const states: readonly TlsState[] = TLS_STATES.filter((state) => countOf(tls, state) > 0);
    return {
      text: states.map((state) => this.#strings[`tls.${state}`]).join(', '),
      rank: states[0] === undefined ? TLS_STATES.length : TLS_STATES.indexOf(states[0]),
    };
  }
}

/** A name, sorted as such. */
export function named(text: string): DrillCell {
  return { text, rank: text };
}

/** First and last day. */
export function seen({
  firstSeen,
  lastSeen,
}: Pick<HostRow, 'firstSeen' | 'lastSeen'>): Partial<Record<DrillColumn, DrillCell>> {
  return {
    firstSeen: { text: formatDay(firstSeen / MILLISECONDS_PER_DAY), rank: firstSeen },
    lastSeen: { text: formatDay(lastSeen / MILLISECONDS_PER_DAY), rank: lastSeen },
  };
}
