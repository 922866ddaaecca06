import type { OffendingHost, Repair } from './report';
import { fill } from './wording';

/** The texts that these sentences are made of, in the reader's language. */
export type CauseStrings = Readonly<
  Record<
    | 'causes.names'
    | 'causes.certificate'
    | 'causes.certificateUntil'
    | 'repair.one'
    | 'repair.many'
    | 'repair.notEnough',
    string
  >
>;

/** How many names stand in a sentence, or beside a host. */
const MOST_NAMES = 8;

/** What a host calls itself: a sentence, or none. */
export function namesSentence(strings: Pick<CauseStrings, 'causes.names'>, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [fill(strings['causes.names'], names.slice(0, MOST_NAMES).join(', '))];
}

/** What a host calls itself, and the certificates it shows: sentences. */
export function introductionSentences(
  strings: CauseStrings,
  { names, certificates }: Pick<OffendingHost, 'names' | 'certificates'>,
): string[] {
  return [
    ...namesSentence(strings, names),
    ...certificates.slice(0, MOST_NAMES).map(({ subject, expires }) => {
      const sentence = strings[expires === null ? 'causes.certificate' : 'causes.certificateUntil'];
      return fill(sentence, subject, expires ?? '');
    }),
  ];
}

/** Whose repair takes an insight below its threshold, in a sentence. `count` writes a number. */
export function repairSentence(strings: CauseStrings, count: (number: number) => string, repair: Repair): string {
  const { hosts, hostCount, remaining, isEnough } = repair;
  if (!isEnough) {
    return fill(strings['repair.notEnough'], count(remaining));
  }
  const names = hosts.slice(0, MOST_NAMES).join(', ') + (hostCount > MOST_NAMES ? ', …' : '');
  return fill(strings[hostCount === 1 ? 'repair.one' : 'repair.many'], names, count(remaining), count(hostCount));
}
