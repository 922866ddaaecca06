import { formatDay, MILLISECONDS_PER_DAY } from '../../src/core/model/day';
import { TLS_STATES, type TlsState, volumeOf } from '../../src/core/model/tls';
import { groupByConnector } from '../../src/core/report/connectorGroups';
import { type ConnectorReport, keyOf } from '../../src/core/report/connectorReport';
import type { HostRow, PeerReport, PeerRow } from '../../src/core/report/drillDown';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import { countOf } from '../../src/core/report/shownStates';
import { connectorLabel, fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import type { PageStrings } from '../../src/protocol/strings';

export type DrillColumn =
  | 'connector'
  | 'host'
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

/** A connector, a host, or a sender with a cipher. */
export interface DrillRow {
  /** What the row stands for: a connector's key, a host, a sender. Several rows may have the same. */
  readonly name: string;
  readonly cells: Readonly<Partial<Record<DrillColumn, DrillCell>>>;
  /** Where the row leads; null where it leads nowhere. */
  readonly target: DrillPlace | null;
}

/** A table of the drill-down. The first column names the rows. */
export interface DrillRows {
  readonly kind: 'connectors' | 'hosts' | 'senders';
  readonly columns: readonly DrillColumn[];
  readonly rows: readonly DrillRow[];
}

/** So many names are told of a host's senders and ciphers. */
const MOST_NAMES = 2;

/** Makes tables in the reader's language. */
export class DrillTables {
  readonly #strings: PageStrings;
  readonly #locale: string;

  constructor(strings: PageStrings, locale: string) {
    this.#strings = strings;
    this.#locale = locale;
  }

  /** The connectors that have such messages. */
  connectors({ rows, approximate }: ConnectorReport, place: DrillPlace): DrillRows {
    const counted = groupByConnector(rows)
      .map(({ connector, tls, volume }) => ({
        connector,
        messages: place.tls === null ? volume : countOf(tls, place.tls),
      }))
      .filter(({ messages }) => messages > 0)
      .sort((a, b) => b.messages - a.messages);
    const whole = volumeOf(counted.map(({ messages }) => messages));
    return {
      kind: 'connectors',
      columns: ['connector', 'messages', 'share'],
      rows: counted.map(({ connector, messages }) => {
        const text = connectorLabel(this.#strings, connector);
        const key = keyOf(connector);
        return {
          name: key,
          cells: { connector: { text, rank: text }, ...this.#amount(messages, whole, approximate) },
          target: { ...place, connector: key },
        };
      }),
    };
  }

  /** The remote hosts of a connector. */
  hosts(peers: PeerReport, place: DrillPlace): DrillRows {
    const whole = allMessages(peers);
    return {
      kind: 'hosts',
      columns: ['host', 'sender', ...tlsColumn(place), 'cipher', 'messages', 'share', 'firstSeen', 'lastSeen'],
      rows: peers.hosts.map((host) => ({
        name: host.host,
        cells: {
          host: named(this.hostName(host)),
          sender: this.#names(host, ({ sender }) => sender),
          tls: this.#states(host),
          cipher: this.#names(host, ({ cipher }) => cipher),
          ...this.#amount(host.messages, whole, false),
          ...seen(host),
        },
        target: { ...place, host: host.host },
      })),
    };
  }

  /** The senders of a host, each with TLS state and cipher. `place` is the host's, or one sender's, whose rows lead nowhere. */
  senders(host: HostRow, whole: number, place: DrillPlace): DrillRows {
    return {
      kind: 'senders',
      columns: ['sender', ...tlsColumn(place), 'cipher', 'messages', 'share', 'firstSeen', 'lastSeen'],
      rows: host.peers.map((peer) => ({
        name: peer.sender,
        cells: {
          sender: named(this.senderName(peer.sender)),
          tls: { text: this.#strings[`tls.${peer.tls}`], rank: TLS_STATES.indexOf(peer.tls) },
          cipher: named(peer.cipher === '' ? this.#strings.notTold : peer.cipher),
          ...this.#amount(peer.messages, whole, false),
          ...seen(peer),
        },
        target: place.sender === null ? { ...place, host: host.host, sender: peer.sender } : null,
      })),
    };
  }

  /** A host by name, or what stands for those that have none. */
  hostName({ host, isFolded }: Pick<HostRow, 'host' | 'isFolded'>): string {
    return host === '' ? this.#strings[isFolded ? 'hosts.folded' : 'drill.hostNotTold'] : host;
  }

  senderName(sender: string): string {
    return sender === '' ? this.#strings['drill.senderNotTold'] : sender;
  }

  #amount(messages: number, whole: number, approximate: boolean): Record<'messages' | 'share', DrillCell> {
    const about = approximate ? '≈\u2009' : '';
    return {
      messages: { text: about + formatCount(messages, this.#locale), rank: messages },
      share: { text: about + formatPercent(messages, whole, 1, this.#locale), rank: messages / Math.max(1, whole) },
    };
  }

  /** The first few different names, those with the most messages first. */
  #names({ peers, notListed }: HostRow, nameOf: (peer: PeerRow) => string): DrillCell {
    const names = [...new Set(peers.map(nameOf).filter((name) => name !== ''))];
    const shown = names.slice(0, MOST_NAMES).join(', ');
    const more = names.length - MOST_NAMES;
    const rank = names.join('\n');
    if (names.length === 0) {
      return named(this.#strings.notTold);
    }
    if (more > 0) {
      return { text: fill(this.#strings['drill.andMore'], shown, formatCount(more, this.#locale)), rank };
    }
    return { text: notListed > 0 ? fill(this.#strings['drill.andOthers'], shown) : shown, rank };
  }

  #states({ tls }: HostRow): DrillCell {
    const states: readonly TlsState[] = TLS_STATES.filter((state) => countOf(tls, state) > 0);
    return {
      text: states.map((state) => this.#strings[`tls.${state}`]).join(', '),
      rank: states[0] === undefined ? TLS_STATES.length : TLS_STATES.indexOf(states[0]),
    };
  }
}

/** Messages of all that a place shows. */
export function allMessages({ messages, aggregated }: PeerReport): number {
  return messages + volumeOf(aggregated);
}

function tlsColumn({ tls }: DrillPlace): readonly DrillColumn[] {
  return tls === null ? ['tls'] : [];
}

function named(text: string): DrillCell {
  return { text, rank: text };
}

function seen({
  firstSeen,
  lastSeen,
}: Pick<HostRow, 'firstSeen' | 'lastSeen'>): Partial<Record<DrillColumn, DrillCell>> {
  return {
    firstSeen: { text: formatDay(firstSeen / MILLISECONDS_PER_DAY), rank: firstSeen },
    lastSeen: { text: formatDay(lastSeen / MILLISECONDS_PER_DAY), rank: lastSeen },
  };
}
