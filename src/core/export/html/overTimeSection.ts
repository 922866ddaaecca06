import { TREND_DAYS } from '../../report/trend';
import { fill } from '../../report/wording';
import { HOST_CHANGE_COLUMNS, hostChangeRows, hostChangesLeftOut } from '../hostChangeRows';
import { shownTrend, TREND_COLUMNS, trendRow } from '../insightWords';
import { type Markup, markup } from '../markup';
import { type AuditParts, own, section, table } from './auditParts';

/** Of the columns of the hosts that changed. */
const WIDTHS = [22, 22, 10, 15, 15, 15] as const;

/** Whether it is getting better: the weeks against each other, and the hosts that gave up old TLS. */
export function overTimeSection(parts: AuditParts): Markup {
  return section('over-time', parts.strings['trend.heading'], trend(parts), hostChanges(parts));
}

function trend(parts: AuditParts): Markup {
  const { strings, words, report } = parts;
  const { days, directions, flows } = shownTrend(report);
  const [first, now] = [directions[0]?.weeks[0], directions[0]?.weeks.at(-1)];
  if (first === undefined || now === undefined) {
    return markup`<p>${fill(strings['trend.tooShort'], words.count(TREND_DAYS), words.count(days))}</p>`;
  }
  const columns = TREND_COLUMNS.map((title, index) => ({
    title: strings[title],
    isNumber: index > 0 && index < 4,
    ...(index === 0 ? { width: 25 as const } : {}),
  }));
  const rows = flows.map((one) => {
    const [name = '', ...cells] = trendRow(parts, one);
    return [own(name), ...cells];
  });
  return markup`${table(columns, rows)}<p>${fill(strings['trend.note'], now.start, now.end, first.start)}</p>`;
}

function hostChanges(parts: AuditParts): Markup | undefined {
  const { strings, words } = parts;
  const rows = hostChangeRows(parts);
  const leftOut = hostChangesLeftOut(parts);
  if (rows.length === 0) {
    return undefined;
  }
  const columns = HOST_CHANGE_COLUMNS.map((title, index) => ({
    title: strings[title],
    isNumber: index === 2,
    width: WIDTHS[index] ?? 15,
  }));
  const cells = rows.map(({ host, label, messages, lastOld, since, now }) => [
    own(host),
    own(label),
    words.count(messages),
    lastOld,
    since,
    now,
  ]);
  return markup`<h3>${strings['hostChanges.heading']}</h3><p>${strings['hostChanges.lead']}</p>${table(columns, cells)}${
    leftOut === undefined ? undefined : markup`<p>${leftOut}</p>`
  }`;
}
