import { type TlsCounts, volumeOf } from '../../src/core/model/tls';
import { formatCount } from '../../src/core/report/percent';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';
import { unknownOf } from './tlsStates';

interface NoteContext {
  readonly strings: PageStrings;
  readonly locale: string;
}

/** What has to be known to read shares of TLS states. */
export function knownNotes({ strings, locale }: NoteContext, tls: TlsCounts, approximate: boolean): readonly string[] {
  const unknown = unknownOf(tls);
  const isPart = unknown > 0 && unknown < volumeOf(tls);
  const amount = strings[unknown === 1 ? 'unknownNotCharted.one' : 'unknownNotCharted.many'];
  return [
    ...(isPart ? [fill(amount, formatCount(unknown, locale))] : []),
    ...(approximate ? [strings.approximateNote] : []),
  ];
}
