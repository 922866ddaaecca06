/**
 * The TLS state of a message, ordered from the weakest to the strongest, *unknown* last: the weaker of two states is the
 * smaller number, and unknown loses against everything that is told. `tls` is "encrypted, version not told".
 */
export const TLS_STATES = ['none', 'ssl3.0', 'tls', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3', 'unknown'] as const;

/** The name of a TLS state, as reports spell it. */
export type TlsState = (typeof TLS_STATES)[number];

/** Position of a state in {@link TLS_STATES}; counts per state are arrays with these positions. */
export const Tls = { none: 0, ssl30: 1, tls: 2, tls10: 3, tls11: 4, tls12: 5, tls13: 6, unknown: 7 } as const;
export type Tls = (typeof Tls)[keyof typeof Tls];

/** The states that are told. */
export const KNOWN_TLS: readonly Tls[] = Object.values(Tls).filter((state) => state !== Tls.unknown);

/** Messages per TLS state, in the order of {@link TLS_STATES}. */
export type TlsCounts = readonly number[];

/** Eight zeros, to be added to. */
export function noCounts(): number[] {
  return TLS_STATES.map(() => 0);
}

/** Adds `counts` to `total` in place. */
export function addCounts(total: number[], counts: TlsCounts): void {
  for (let state = 0; state < TLS_STATES.length; state++) {
    total[state] = (total[state] ?? 0) + (counts[state] ?? 0);
  }
}

/** All messages, those of unknown state included: the report's *Volume*. */
export function volumeOf(counts: TlsCounts): number {
  let sum = 0;
  // Pages ask this of every row: a function call for each number took most of the time that sorting takes.
  for (let state = 0; state < counts.length; state++) {
    sum += counts[state] ?? 0;
  }
  return sum;
}

/** Messages of some states. */
export function countIn(counts: TlsCounts, states: readonly Tls[]): number {
  return states.reduce<number>((sum, state) => sum + (counts[state] ?? 0), 0);
}

/** Messages whose state is known: what percentages are of. */
export function knownOf(counts: TlsCounts): number {
  return volumeOf(counts) - (counts[Tls.unknown] ?? 0);
}

/** Few characters may stand between the name and the number, and no more of the text is looked at than a version needs. */
const VERSION = /(SSL|TLS)\D{0,3}?([0-9])[_.]?([0-9])?/i;
const LONGEST_VERSION = 64;
const MINOR: readonly Tls[] = [Tls.tls10, Tls.tls11, Tls.tls12, Tls.tls13];

/**
 * Reads a version as Exchange and Exchange Online write it: an SChannel constant (`SP_PROT_TLS1_2_SERVER`), `TLS1_3`,
 * `TLS1.0`, `TLS 1.2`. A name without a version this model has (`TLS`, a later one) is `tls`; every SSL is `ssl3.0`;
 * a text that names no protocol is unknown.
 */
export function parseTlsVersion(version: string): Tls {
  const text = version.slice(0, LONGEST_VERSION);
  const found = VERSION.exec(text);
  if (found === null) {
    return /\bTLS|_TLS/i.test(text) ? Tls.tls : Tls.unknown;
  }
  if (found[1]?.toUpperCase() === 'SSL') {
    return Tls.ssl30;
  }
  return found[2] === '1' ? (MINOR[Number(found[3] ?? '0')] ?? Tls.tls) : Tls.tls;
}
