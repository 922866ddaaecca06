import { noCounts, type Tls, volumeOf } from '../model/tls';
import type { Peer } from './census';
import type { ConnectorSummary, CountedDays } from './connectorSummary';
import { LineSet } from './lineSet';
import type { MailFlow } from './mailFlow';
import type { PeerIdentity } from './peerTable';
import { lineOf, rankOf } from './sourceLines';

/** Which of a connector's messages are meant. */
export interface Wanted {
  /** UTC days. */
  readonly holds: (day: number) => boolean;
  readonly tls: Tls | undefined;
  readonly host: string | undefined;
  readonly sender: string | undefined;
}

/** A peer's messages, as far as they are meant. */
interface Tally {
  messages: number;
  firstDay: number;
  lastDay: number;
  /** Ranks of the first and the last line. */
  first: number;
  last: number;
}

/**
 * Goes from a connector's figures down to hosts and lines. The same messages are counted as in its summary: what FrontEnd
 * tells already is left out, and so are days that are not asked for. Nothing may be added to the analysis meanwhile: where
 * something was, the outcome is undefined.
 */
export class DrillDown {
  readonly #flow: MailFlow;
  readonly #connector: ConnectorSummary;
  readonly #wanted: Wanted;
  readonly #days: ReadonlyMap<number, CountedDays>;

  constructor(flow: MailFlow, connector: ConnectorSummary, wanted: Wanted) {
    this.#flow = flow;
    this.#connector = connector;
    this.#wanted = wanted;
    this.#days = connector.countedDays(wanted.holds);
  }

  /** Messages per TLS state that are known from aggregated rows only. */
  get aggregated(): number[] {
    const { tls, host, sender } = this.#wanted;
    const counts = noCounts();
    const rows = host === undefined && sender === undefined ? this.#connector.countedRows(this.#wanted.holds) : [];
    for (const row of rows) {
      row.counts.forEach((count, state) => {
        counts[state] = (counts[state] ?? 0) + (tls === undefined || tls === state ? count : 0);
      });
    }
    return counts;
  }

  /** Who stood at the other side, in no order. Works in small steps. */
  *peers(): Generator<void, readonly Peer[] | undefined> {
    const tallies = new Map<number, Tally>();
    const isWhole = yield* this.#walk((peer, day, rank) => note(tallies, peer, day, rank));
    return isWhole ? this.#tallied(tallies) : undefined;
  }

  /** The lines that prove the messages' TLS state. Works in small steps. */
  *lines(): Generator<void, LineSet | undefined> {
    const lines = new LineSet();
    const { host, sender, tls, holds } = this.#wanted;
    for (const row of host === undefined && sender === undefined ? this.#connector.countedRows(holds) : []) {
      if ((tls === undefined ? volumeOf(row.counts) : (row.counts[tls] ?? 0)) > 0) {
        lines.add(rankOf(row.proof));
      }
    }
    return (yield* this.#walk((_, __, rank) => lines.add(rank))) ? lines : undefined;
  }

  /** Visits the messages that are meant; false where others were added meanwhile. Peers are living ones. */
  *#walk(visit: (peer: number, day: number, rank: number) => void): Generator<void, boolean> {
    const { peers, changes } = this.#flow;
    const meant = new Map<number, boolean>();
    const walk = this.#flow.messages((id, day, rank) => {
      if (this.#days.get(peers.flowOf(id))?.days.has(day) !== true) {
        return;
      }
      const peer = peers.living(id);
      let isMeant = meant.get(peer);
      if (isMeant === undefined) {
        isMeant = this.#isMeant(peers.known(peer));
        meant.set(peer, isMeant);
      }
      if (isMeant) {
        visit(peer, day, rank);
      }
    });
    while (this.#flow.changes === changes) {
      if (walk.next().done === true) {
        return true;
      }
      yield;
    }
    return false;
  }

  #isMeant(peer: PeerIdentity): boolean {
    const { tls, host, sender } = this.#wanted;
    return (
      (tls === undefined || peer.tls === tls) &&
      (host === undefined || peer.host === host) &&
      (sender === undefined || peer.sender === sender)
    );
  }

  #tallied(tallies: ReadonlyMap<number, Tally>): Peer[] {
    return [...tallies].map(([id, { messages, firstDay, lastDay, first, last }]) => ({
      ...this.#flow.peers.known(id),
      messages,
      firstDay,
      lastDay,
      first: lineOf(first),
      last: lineOf(last),
    }));
  }
}

function note(tallies: Map<number, Tally>, peer: number, day: number, rank: number): void {
  const tally = tallies.get(peer);
  if (tally === undefined) {
    tallies.set(peer, { messages: 1, firstDay: day, lastDay: day, first: rank, last: rank });
    return;
  }
  tally.messages++;
  tally.firstDay = Math.min(tally.firstDay, day);
  tally.lastDay = Math.max(tally.lastDay, day);
  tally.first = Math.min(tally.first, rank);
  tally.last = Math.max(tally.last, rank);
}
