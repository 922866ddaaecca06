import { mailFlowPicture } from '../../src/core/export/svg/mailFlowPicture';
import type { PictureTexts } from '../../src/core/export/svg/picture';
import { tlsDaysPicture, tlsPiePicture } from '../../src/core/export/svg/tlsPictures';
import type { Period } from '../../src/core/model/day';
import { addCounts, noCounts, type TlsCounts, type TlsState } from '../../src/core/model/tls';
import type { ConnectorReport } from '../../src/core/report/connectorReport';
import { type DayVolume, shownOfAll } from '../../src/core/report/dayVolume';
import { formatCount, formatPercent } from '../../src/core/report/percent';
import { countOf, wholeOf } from '../../src/core/report/shownStates';
import { connectorLabel, fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';
import { dayNames } from './dayNames';
import { drawnSeries, drawsGap, MOST_LINES } from './drawnSeries';
import { markerPath } from './markers';
import { knownNotes } from './pictureNotes';

/** What every picture says, and in which language. */
export interface PictureContext {
  readonly strings: PageStrings;
  readonly locale: string;
  /** The name of what is shown: a file name. */
  readonly title: string;
  /** What leaves figures out, in words. */
  readonly filters: readonly string[];
}

/** Makes stand-alone pictures of charts, as SVG documents. */
export class Pictures {
  readonly #context: PictureContext;

  constructor(context: PictureContext) {
    this.#context = context;
  }

  /** Messages per day, in all and by connector. */
  mailFlow({ series, days, period, approximate }: ConnectorReport): string {
    const { strings, locale } = this.#context;
    const { total, lines, others } = drawnSeries(series);
    const count = (messages: number) => formatCount(messages, locale);
    const sum = (volumes: readonly DayVolume[]) => `${approximate ? '≈\u2009' : ''}${count(shownOfAll(volumes))}`;
    const othersText =
      others === null
        ? ''
        : fill(strings[others.connectors === 1 ? 'chart.others.one' : 'chart.others.many'], count(others.connectors));
    const notes = [...this.#dayNotes(series), ...(approximate ? [strings.approximateNote] : [])];
    return mailFlowPicture(this.#texts(strings['chart.mailFlow'], period, notes), {
      days: dayNames(days, locale),
      total: { name: strings['chart.total'], value: sum(total.volumes), volumes: total.volumes },
      lines: [
        ...lines.map(({ connector, volumes }, position) => ({
          name: connector === null ? '' : connectorLabel(strings, connector),
          value: sum(volumes),
          volumes,
          marker: markerPath(position),
          isOthers: false,
        })),
        ...(others === null
          ? []
          : [
              {
                name: othersText,
                value: sum(others.volumes),
                volumes: others.volumes,
                marker: markerPath(MOST_LINES),
                isOthers: true,
              },
            ]),
      ],
      formatCount: count,
    });
  }

  /** Messages by TLS version. */
  tlsUsage(title: string, tls: TlsCounts, period: Period, approximate: boolean): string {
    const notes = knownNotes(this.#context, tls, approximate);
    return tlsPiePicture(this.#texts(title, period, notes), tls, this.#words(tls, approximate));
  }

  /** Shares of TLS versions per day. */
  tlsPerDay({ days, series, tlsPerDay, period, approximate }: ConnectorReport): string {
    const { strings, locale } = this.#context;
    const tls = noCounts();
    for (const counts of tlsPerDay) {
      addCounts(tls, counts);
    }
    const notes = [...this.#dayNotes(series), ...knownNotes(this.#context, tls, approximate)];
    return tlsDaysPicture(
      this.#texts(strings['chart.tlsPerDay'], period, notes),
      {
        days: dayNames(days, locale),
        perDay: tlsPerDay,
        formatShare: (share) => formatPercent(share, 1, 0, locale),
      },
      this.#words(tls, approximate),
    );
  }

  #dayNotes(series: ConnectorReport['series']): readonly string[] {
    const { strings } = this.#context;
    return [strings['chart.timeZone'], ...(drawsGap(drawnSeries(series)) ? [strings['chart.gaps']] : [])];
  }

  #texts(title: string, { start, end }: Period, notes: readonly string[]): PictureTexts {
    const { strings, title: file, filters } = this.#context;
    return { title, subtitle: [fill(strings.period, start, end), ...filters, file].join(' · '), notes };
  }

  #words(tls: TlsCounts, approximate: boolean) {
    const { strings, locale } = this.#context;
    return {
      name: (state: TlsState) => strings[`tls.${state}`],
      value: (state: TlsState) => {
        const share = formatPercent(countOf(tls, state), wholeOf(tls, state), 2, locale);
        return fill(
          strings['details.shareAndCount'],
          `${approximate ? '≈\u2009' : ''}${share}`,
          formatCount(countOf(tls, state), locale),
        );
      },
    };
  }
}
