import type { Direction } from '../../src/core/model/connector';
import { knownOf, Tls } from '../../src/core/model/tls';
import { type DirectionFigures, protectedOf } from '../../src/core/report/figures';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';

/** The protected share as the widget prints it, `≈` before an approximate one; null where nothing is known. */
export function protectedShare(figures: DirectionFigures, locale: string): string | null {
  const known = knownOf(figures.tls);
  if (known === 0) {
    return null;
  }
  return `${figures.approximate ? '≈' : ''}${formatPercent(protectedOf(figures.tls), known, 1, locale)}`;
}

/** The widget's sentence on a direction: how many messages, and how many of them were protected. */
export function weekSentence(
  strings: PageStrings,
  locale: string,
  direction: Direction,
  figures: DirectionFigures,
): string {
  const known = knownOf(figures.tls);
  const number = figures.messages === 1 ? 'one' : 'many';
  const count = formatCount(figures.messages, locale);
  if (figures.messages === 0) {
    return strings[`widget.${direction}.zero`];
  }
  if (known === 0) {
    return fill(strings[`widget.${direction}.untold.${number}`], count);
  }
  const percent = formatPercent(protectedOf(figures.tls), known, 1, locale);
  const share = figures.approximate ? fill(strings.approximately, percent) : percent;
  return fill(strings[`widget.${direction}.${number}`], count, share);
}

/** The second sentence, where the percentage is not of all messages; else null. */
export function unknownSentence(strings: PageStrings, locale: string, figures: DirectionFigures): string | null {
  const unknown = figures.tls[Tls.unknown] ?? 0;
  if (unknown === 0 || knownOf(figures.tls) === 0) {
    return null;
  }
  return fill(strings[`widget.unknown.${unknown === 1 ? 'one' : 'many'}`], formatCount(unknown, locale));
}
