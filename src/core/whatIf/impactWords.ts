import type { ExportStrings } from '../export/exportWording';
import type { TlsState } from '../model/tls';
import { formatCount, formatPercent } from '../report/percent';
import { fill } from '../report/wording';
import { type HostNumbers, hostsText, type Impact, type ImpactFigures, WITHOUT_TLS } from './impact';

/** An impact in sentences, in the reader's language. */
export class ImpactWords {
  readonly #strings: ExportStrings;
  readonly #locale: string;

  constructor(strings: ExportStrings, locale: string) {
    this.#strings = strings;
    this.#locale = locale;
  }

  /** What is supposed. */
  title({ states }: Impact): string {
    const list = states.map((state: TlsState) => this.#strings[`tls.${state}`]).join(', ');
    return isForced(states) ? this.#strings['whatIf.force'] : fill(this.#strings['whatIf.refuse'], list);
  }

  /** What would have come of it, and of what it cannot be told. */
  sentences(impact: Impact): string[] {
    const strings = this.#strings;
    const { messages, volume, unknown, versionUntold, approximate, period, states } = impact;
    const days = period === null ? strings['export.noPeriod'] : fill(strings.period, period.start, period.end);
    const hit = fill(
      strings['whatIf.hit'],
      ...[messages, volume].map((one) => this.count(one)),
      this.share(impact),
      days,
    );
    return [
      hit,
      ...(messages === 0
        ? []
        : [fill(strings['whatIf.who'], this.hosts(impact), this.count(impact.connectors.length))]),
      ...(unknown === 0 ? [] : [fill(strings['whatIf.unknown'], this.count(unknown))]),
      ...(versionUntold === 0 ? [] : [fill(strings['whatIf.versionUntold'], this.count(versionUntold))]),
      ...(impact.hostUntold === 0 ? [] : [fill(strings['whatIf.hostUntold'], this.count(impact.hostUntold))]),
      ...(approximate ? [strings['result.approximate']] : []),
      ...(messages === 0 || isForced(states) ? [] : [strings['whatIf.fallback']]),
      ...this.#redacted(impact),
    ];
  }

  /** "3", or "at least 3" remote hosts. */
  hosts(numbers: HostNumbers): string {
    return hostsText(this.#strings, (count) => this.count(count), numbers);
  }

  #redacted({ redacted }: Impact): string[] {
    const kinds = redacted?.map((kind) => this.#strings[`redaction.${kind}`]).join(', ');
    return kinds === undefined ? [] : [fill(this.#strings['redaction.some'], kinds)];
  }

  /** "1.2%" of all messages. */
  share({ messages, volume }: ImpactFigures): string {
    return formatPercent(messages, volume, 1, this.#locale);
  }

  count(count: number): string {
    return formatCount(count, this.#locale);
  }
}

function isForced(states: readonly TlsState[]): boolean {
  return states.length === WITHOUT_TLS.length && states.every((state) => WITHOUT_TLS.includes(state));
}
