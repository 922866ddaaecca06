import { TLS_STATES, volumeOf } from '../../src/core/model/tls';
import { groupByConnector } from '../../src/core/report/connectorGroups';
import { type ConnectorReport, keyOf } from '../../src/core/report/connectorReport';
import type { HostRow, PeerReport } from '../../src/core/report/drillDown';
import { countOf } from '../../src/core/report/shownStates';
import { connectorLabel } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import type { PageStrings } from '../../src/protocol/strings';
import { type DrillCell, DrillCells, type DrillColumn, named, seen } from './drillCells';

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

/** Makes tables in the reader's language. */
export class DrillTables {
  readonly #strings: PageStrings;
  readonly #cells: DrillCells;

  constructor(strings: PageStrings, locale: string) {
    this.#strings = strings;
    this.#cells = new DrillCells(strings, locale);
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
          cells: { connector: { text, rank: text }, ...this.#cells.amount(messages, whole, approximate) },
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
      columns: [
        'host',
        ...namesColumn(peers),
        'sender',
        ...tlsColumn(place),
        'cipher',
        'messages',
        'share',
        'firstSeen',
        'lastSeen',
      ],
      rows: peers.hosts.map((host) => ({
        name: host.host,
        cells: {
          host: named(this.hostName(host)),
          // Of very many hosts not all names are kept: an empty cell claims nothing.
          names: host.names.length === 0 ? named('') : this.#cells.firstOf(host.names, false),
          sender: this.#cells.peerNames(host, ({ sender }) => sender),
          tls: this.#cells.states(host),
          cipher: this.#cells.peerNames(host, ({ cipher }) => cipher),
          ...this.#cells.amount(host.messages, whole, false),
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
          ...this.#cells.amount(peer.messages, whole, false),
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
}

/** Messages of all that a place shows. */
export function allMessages({ messages, aggregated }: PeerReport): number {
  return messages + volumeOf(aggregated);
}

function tlsColumn({ tls }: DrillPlace): readonly DrillColumn[] {
  return tls === null ? ['tls'] : [];
}

/** Only where a log tells what hosts call themselves. */
function namesColumn({ hosts }: PeerReport): readonly DrillColumn[] {
  return hosts.some(({ names }) => names.length > 0) ? ['names'] : [];
}
