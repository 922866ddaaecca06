import type { Peer } from '../../aggregate/census';
import { formatDay, parseDay } from '../../model/day';
import { addCounts, countIn, knownOf, noCounts, Tls, type TlsCounts } from '../../model/tls';
import { earliest, latest, type Rule, type Subject } from '../rule';

/** A trend is told by whole weeks. */
const WEEK = 7;
const UNPROTECTED = [Tls.none, Tls.ssl30];
/** A share has to rise by so much, and by this factor, to be more than chance. */
const LEAST_RISE = 0.01;
const LEAST_FACTOR = 1.5;

/** The share of mail without protection rose against the week before. */
export const protectionFell: Rule = {
  id: 'protection-fell',
  find: (subject) => {
    const end = parseDay(subject.period.end);
    const start = parseDay(subject.period.start);
    if (end === undefined || start === undefined || end - start + 1 < 2 * WEEK) {
      return undefined;
    }
    const [before, now] = [countsOf(subject, end - 2 * WEEK + 1), countsOf(subject, end - WEEK + 1)];
    const [shareBefore, share] = [shareOf(before), shareOf(now)];
    if (shareBefore === null || share === null) {
      return undefined;
    }
    if (share - shareBefore < LEAST_RISE || share < LEAST_FACTOR * shareBefore) {
      return undefined;
    }
    const isNow = (day: number): boolean => day > end - WEEK && day <= end;
    const proofs = UNPROTECTED.flatMap((state) => subject.connector.proofs(state, isNow) ?? []);
    const [first, last] = [earliest(proofs.map((proof) => proof.first)), latest(proofs.map((proof) => proof.last))];
    if (first === undefined || last === undefined) {
      return undefined;
    }
    const values = [String(countIn(before, UNPROTECTED)), String(knownOf(before)), formatDay(end - WEEK + 1)];
    return {
      messages: countIn(now, UNPROTECTED),
      known: knownOf(now),
      first,
      last,
      peers: newcomers(subject, isNow),
      isSelection: true,
      values,
    };
  },
};

/** The mail without protection of hosts that sent none before this week. */
function newcomers({ connector }: Subject, isNow: (day: number) => boolean): readonly Peer[] {
  const peers = connector.peers(UNPROTECTED);
  const before = new Set(peers.filter((peer) => !isNow(peer.firstDay)).map(({ host }) => host));
  return peers.filter(({ host }) => !before.has(host));
}

/** What a week that begins with a day adds up to. */
function countsOf({ connector }: Subject, from: number): TlsCounts {
  const total = noCounts();
  for (const [day, { counts }] of connector.days) {
    if (day >= from && day < from + WEEK) {
      addCounts(total, counts);
    }
  }
  return total;
}

/** Null where nothing is known. */
function shareOf(tls: TlsCounts): number | null {
  const known = knownOf(tls);
  return known === 0 ? null : countIn(tls, UNPROTECTED) / known;
}
