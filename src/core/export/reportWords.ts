import type { Direction } from '../model/connector';
import { knownOf, TLS_STATES, Tls, type TlsCounts, type TlsState } from '../model/tls';
import { type DirectionFigures, protectedOf } from '../report/figures';
import { formatCount, formatPercent } from '../report/percent';
import type { MailFlowReport } from '../report/report';
import { countOf, wholeOf } from '../report/shownStates';
import { silentRuleSentence } from '../report/silentRule';
import { fill } from '../report/wording';
import type { ExportContext } from './content';

/** Directions as the widget shows them. */
export const SHOWN_DIRECTIONS: readonly Direction[] = ['outbound', 'inbound'];

/** What stands before figures that were worked out from rounded percentages. */
const ABOUT = '≈\u202f';

/** The figures of a report in the reader's words: the same in every document. */
export class ReportWords {
  readonly #context: ExportContext;

  constructor(context: ExportContext) {
    this.#context = context;
  }

  count(count: number): string {
    return formatCount(count, this.#context.locale);
  }

  /** "≈ 4,975" where the count is approximate. */
  volume(count: number, approximate: boolean): string {
    return approximate ? ABOUT + this.count(count) : this.count(count);
  }

  percent(part: number, whole: number): string {
    return formatPercent(part, whole, 1, this.#context.locale);
  }

  /** The share of a TLS state; empty where nothing is known that it could be of. */
  share(tls: TlsCounts, state: TlsState, approximate: boolean): string {
    const whole = wholeOf(tls, state);
    return whole === 0 ? '' : (approximate ? ABOUT : '') + this.percent(countOf(tls, state), whole);
  }

  /** One of two sentences: for exactly one of what it counts, and for any other number. */
  amount(one: string, many: string, count: number): string {
    return fill(count === 1 ? one : many, this.count(count));
  }

  /** "97.7%"; undefined where nothing is known. */
  protectedShare({ tls, approximate }: DirectionFigures): string | undefined {
    const known = knownOf(tls);
    return known === 0 ? undefined : (approximate ? ABOUT : '') + this.percent(protectedOf(tls), known);
  }

  /** What a direction comes to, in sentences. */
  direction(figures: DirectionFigures): string[] {
    const { strings } = this.#context;
    const { tls, messages, approximate } = figures;
    const known = knownOf(tls);
    if (messages === 0) {
      return [strings['result.noMessages']];
    }
    const sentences: string[] = [];
    if (known === 0) {
      sentences.push(strings['result.untold']);
    } else if (known === 1) {
      sentences.push(strings[protectedOf(tls) === 1 ? 'result.protectedOne' : 'result.notProtectedOne']);
    } else {
      const [part, whole] = [this.volume(protectedOf(tls), approximate), this.volume(known, approximate)];
      sentences.push(fill(strings['result.protected'], part, whole, this.protectedShare(figures) ?? ''));
    }
    const unknown = tls[Tls.unknown] ?? 0;
    if (unknown > 0 && known > 0) {
      sentences.push(this.amount(strings['result.unknown.one'], strings['result.unknown.many'], unknown));
    }
    return sentences;
  }

  /** What is counted beside the two directions. */
  beside({ internal, shared }: MailFlowReport): string[] {
    const { strings } = this.#context;
    return [
      ...(internal > 0 ? [fill(strings['result.internal'], this.count(internal))] : []),
      ...(shared > 0 ? [fill(strings['result.shared'], this.count(shared))] : []),
    ];
  }

  /** The rules that say nothing for want of data, each in a sentence: their silence is no good sign. */
  silent({ silentRules }: MailFlowReport): string[] {
    return silentRules.map((silent) => silentRuleSentence(this.#context.strings, silent));
  }

  period({ period }: MailFlowReport): string {
    const { strings } = this.#context;
    return period === null ? strings['export.noPeriod'] : fill(strings.period, period.start, period.end);
  }

  /** How messages are counted, a sentence or two for each rule (docs/counting.md). */
  rules({ missingTlsMeansNone }: MailFlowReport): string[] {
    const { strings, locale, thresholds } = this.#context;
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
      thresholds.share,
    );
    return [
      strings['counting.message'],
      strings['counting.weakest'],
      strings['counting.unknown'],
      strings['counting.protected'],
      strings['counting.direction'],
      strings['counting.connector'],
      strings['counting.noTls'],
      strings['counting.hub'],
      strings['counting.aggregated'],
      fill(strings['counting.significant'], share, this.count(thresholds.messages)),
      strings['counting.lines'],
      ...(missingTlsMeansNone ? [strings['counting.missingTls']] : []),
    ];
  }
}

/** The states of messages that somebody should do something about, weakest first. */
export const OLD_STATES: readonly TlsState[] = TLS_STATES.filter((state) =>
  ['none', 'ssl3.0', 'tls1.0', 'tls1.1'].includes(state),
);
