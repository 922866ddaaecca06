// A report whose details table has 20,700 rows: 230 connectors on 90 days.
import { EMPTY_REPORT } from '../../webview/emptyReport.mjs';

const CONNECTORS = 230;
const DAYS = 90;
const NEWEST = Date.UTC(2026, 2, 8);

/** @returns {import('../../../src/core/report/report.ts').MailFlowReport} */
export function manyRows() {
  const days = Array.from({ length: DAYS }, (_, index) =>
    new Date(NEWEST - (DAYS - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
  const connectors = Array.from({ length: CONNECTORS }, (_, index) => ({
    direction: index % 3 === 0 ? /** @type {const} */ ('outbound') : /** @type {const} */ ('inbound'),
    name: `Partner ${String(index).padStart(3, '0')} of the bench`,
    type: index % 5 === 0 ? /** @type {const} */ ('OnPremises') : /** @type {const} */ ('Partner'),
    forcedTls: null,
    days: days.map((date, day) => ({ date, tls: countsOf(index, day), approximate: false, forcedTls: null })),
  }));
  return { ...EMPTY_REPORT, period: { start: days[0] ?? '', end: days.at(-1) ?? '' }, connectors };
}

/** Numbers that differ from row to row and are the same in every run. @param {number} index @param {number} day */
function countsOf(index, day) {
  const part = (/** @type {number} */ factor, /** @type {number} */ most) => ((index + 3) * factor + day * 7919) % most;
  return [part(31, 40), 0, 0, part(17, 90), part(13, 60), part(101, 9000), part(53, 4000), part(7, 25)];
}
