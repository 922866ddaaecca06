import type { Peer } from '../aggregate/census';
import { formatDay } from '../model/day';
import { isBefore, type SourceLine } from '../model/messageFlow';
import type { Thresholds } from '../model/ruleTable';
import type { OffendingName, Repair } from '../report/report';

/** A host, a sender's domain or a cipher, and what it has of an insight's messages. */
export interface Culprit {
  readonly name: string;
  messages: number;
  /** UTC days. */
  firstDay: number;
  lastDay: number;
  /** The first line that proves one of them. */
  first: SourceLine;
}

/** Everyone of a kind behind these messages, the most frequent first; without what the files do not tell. */
export function culprits(peers: readonly Peer[], kind: 'host' | 'sender' | 'cipher'): Culprit[] {
  const byName = new Map<string, Culprit>();
  for (const peer of peers) {
    const name = peer[kind];
    const known = byName.get(name);
    if (known !== undefined) {
      join(known, peer);
    } else if (name !== '') {
      const { messages, firstDay, lastDay, first } = peer;
      byName.set(name, { name, messages, firstDay, lastDay, first });
    }
  }
  return [...byName.values()].sort((a, b) => b.messages - a.messages || (isBefore(a.first, b.first) ? -1 : 1));
}

/** A culprit as the report has it. */
export function offendingName({ name, messages, firstDay, lastDay }: Culprit): OffendingName {
  return { name, messages, firstSeen: formatDay(firstDay), lastSeen: formatDay(lastDay) };
}

/** How many hosts of a repair are named. */
const MOST_NAMED = 100;

/**
 * The fewest hosts whose repair takes an insight below one of its thresholds: mail of a repaired host goes on, under TLS that
 * nobody complains of. Since only numbers count, those are the hosts with the most messages. `hosts`: ranked.
 */
export function repairOf(
  { messages, known }: { readonly messages: number; readonly known: number },
  hosts: readonly Culprit[],
  thresholds: Thresholds,
): Repair {
  const isSignificant = (count: number): boolean =>
    count > 0 && count >= thresholds.messages && count / known >= thresholds.share;
  let remaining = messages;
  let count = 0;
  for (; count < hosts.length && isSignificant(remaining); count++) {
    remaining -= hosts[count]?.messages ?? 0;
  }
  return {
    hosts: hosts.slice(0, Math.min(count, MOST_NAMED)).map(({ name }) => name),
    hostCount: count,
    messages: messages - remaining,
    remaining,
    isEnough: !isSignificant(remaining),
  };
}

function join(to: Culprit, { messages, firstDay, lastDay, first }: Peer): void {
  to.messages += messages;
  to.firstDay = Math.min(to.firstDay, firstDay);
  to.lastDay = Math.max(to.lastDay, lastDay);
  to.first = isBefore(first, to.first) ? first : to.first;
}
