import type { Direction } from '../../model/connector';
import { daysOf, type Period } from '../../model/day';
import { addCounts, noCounts, TLS_STATES, volumeOf } from '../../model/tls';
import { countOf, statesToShow } from '../../report/shownStates';
import { fill } from '../../report/wording';
import { tlsName } from '../exportWording';
import { type Markup, markup } from '../markup';
import { SHOWN_DIRECTIONS } from '../reportWords';
import { type TlsColumn, tlsColumns } from '../svg/tlsColumns';
import { tlsSwatch } from '../svg/tlsPaint';
import { type AuditParts, section, table } from './auditParts';

/** More days than these are drawn as weeks, and more than those have no table. */
const MOST_COLUMNS = 186;
const MOST_ROWS = 31;
const DAYS_A_WEEK = 7;

/** Messages per day by TLS state, both directions. */
export function daysSection(parts: AuditParts): Markup | undefined {
  const { strings, report } = parts;
  const { period } = report;
  if (period === null) {
    return undefined;
  }
  const isByWeek = daysOf(period).length > MOST_COLUMNS;
  return section(
    'days',
    strings[isByWeek ? 'days.headingWeeks' : 'days.heading'],
    SHOWN_DIRECTIONS.map((direction) => directionPart(parts, direction, period, isByWeek)),
  );
}

function directionPart(parts: AuditParts, direction: Direction, period: Period, isByWeek: boolean): Markup | undefined {
  const { strings, words, report } = parts;
  const days = dailyCounts(parts, direction, period);
  const all = sum(days.map(({ tls }) => tls));
  if (volumeOf(all) === 0) {
    return undefined;
  }
  const name = strings[`direction.${direction}`];
  const columns = isByWeek ? weeksOf(days) : days;
  const title = fill(
    strings[isByWeek ? 'days.chartWeeks' : 'days.chart'],
    name,
    period.start,
    period.end,
    busiest(parts, columns),
  );
  const states = TLS_STATES.filter((state) => countOf(all, state) > 0);
  const legend = states.map(
    (state) =>
      markup`<li>${tlsSwatch(`legend-${direction}-${state.replace('.', '')}`, state)}${tlsName(strings, state)}</li>`,
  );
  const named = columns.map(({ name, tls }) => ({ name: shortDay(name, parts.context.locale), tls }));
  const rows = days.filter(({ tls }) => volumeOf(tls) > 0);
  const isApproximate = report.connectors.some(
    (one) => one.direction === direction && one.days.some((day) => day.approximate),
  );
  return markup`<h3>${name}</h3><figure>${tlsColumns(`days-${direction}`, named, title, (count) => words.count(count))}<ul class="legend">${legend}</ul></figure>${
    rows.length > MOST_ROWS
      ? markup`<p class="note">${fill(strings['days.tooMany'], words.count(rows.length))}</p>`
      : daysTable(parts, rows, isApproximate)
  }`;
}

function daysTable(parts: AuditParts, rows: readonly TlsColumn[], approximate: boolean): Markup {
  const { strings, words } = parts;
  const states = statesToShow(sum(rows.map(({ tls }) => tls)), 'whenAny');
  return table(
    [
      { title: strings['details.date'] },
      ...states.map((state) => ({ title: tlsName(strings, state), isNumber: true })),
      { title: strings['tls.messages'], isNumber: true },
    ],
    rows.map(({ name, tls }) => [
      name,
      ...states.map((state) => {
        const count = countOf(tls, state);
        return count === 0 ? markup`<span class="zero">0</span>` : words.count(count);
      }),
      words.volume(volumeOf(tls), approximate),
    ]),
    { look: 'compact' },
  );
}

/** Each day of the period, by its ISO date. */
function dailyCounts({ report }: AuditParts, direction: Direction, period: Period): TlsColumn[] {
  const counts = new Map(daysOf(period).map((day) => [day, noCounts()]));
  for (const connector of report.connectors) {
    for (const day of connector.direction === direction ? connector.days : []) {
      addCounts(counts.get(day.date) ?? noCounts(), day.tls);
    }
  }
  return [...counts].map(([name, tls]) => ({ name, tls }));
}

/** Weeks that end with the newest day, each called by its first one. */
function weeksOf(days: readonly TlsColumn[]): TlsColumn[] {
  const weeks: TlsColumn[] = [];
  for (let end = days.length; end > 0; end -= DAYS_A_WEEK) {
    const week = days.slice(Math.max(0, end - DAYS_A_WEEK), end);
    weeks.unshift({ name: week[0]?.name ?? '', tls: sum(week.map(({ tls }) => tls)) });
  }
  return weeks;
}

function busiest({ strings, words }: AuditParts, columns: readonly TlsColumn[]): string {
  const most = columns.reduce((a, b) => (volumeOf(b.tls) > volumeOf(a.tls) ? b : a));
  return fill(strings['days.busiest'], most.name, words.count(volumeOf(most.tls)));
}

function sum(counts: readonly (readonly number[])[]): number[] {
  const total = noCounts();
  for (const one of counts) {
    addCounts(total, one);
  }
  return total;
}

function shortDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
