import type { Facts } from '../facts/facts';
import type { FileAccount } from '../facts/fileAccount';
import { dayIn } from '../reading/localDate';
import { addCrossings } from './addCrossings';
import { addPassings } from './addPassings';
import type { MailFlow } from './mailFlow';
import { type FactsOrigin, RealDays } from './realDays';

/**
 * Adds what a stretch of a file tells, but for its sessions that go on elsewhere. Stretches of a file come in order, and no
 * other file's between them.
 */
export function* applyFacts(flow: MailFlow, facts: Facts, origin: FactsOrigin): Generator<void> {
  const { account, linesBefore, lines } = origin;
  const days = new RealDays(origin);
  account.add(facts.account, linesBefore);
  yield* flow.booking.begin(account);
  flow.lines.begin(account.index, linesBefore + lines);
  const flows = facts.routes.map((route) =>
    route.line === 0 ? undefined : flow.flowOf(route, { file: account.index, line: route.line + linesBefore }),
  );
  noteTwins(flow, facts, account);
  yield* addCrossings(flow, facts, flows, days, origin);
  yield* addPassings(flow, facts, days);
  flow.booking.settle();
  for (const row of facts.aggregated) {
    const proof = { file: account.index, line: row.proof.line + linesBefore };
    const day = days.of(row.day, row.proof.line);
    if (day !== undefined) {
      flow.touch(row.direction, row.connector, null, proof);
      flow.addAggregated({ ...row, day, proof });
    }
  }
  for (const definition of facts.definitions) {
    flow.addDefinition(definition, { file: account.index, line: definition.line + linesBefore });
    yield;
  }
  for (const report of facts.tlsReports) {
    flow.tlsReports.add({ ...report, proof: { file: account.index, line: report.proof.line + linesBefore } });
  }
  yield* flow.hostNotes.add(facts.hostNotes);
  for (const row of facts.clients) {
    flow.clients.add({ ...row, proof: { file: account.index, line: row.proof.line + linesBefore } });
  }
  yield* flow.tidy();
}

/** Notes of which days the file's log tells mail that other logs may tell as well. */
function noteTwins(flow: MailFlow, facts: Facts, account: FileAccount): void {
  for (const { direction, scope, day } of facts.frontEnd) {
    flow.hubTwins.tells(direction, scope, day);
  }
  for (const { direction, server, days, rows } of facts.hub) {
    flow.hubTwins.lesser(direction, server, days, account.index, rows);
  }
  for (const { direction, scope, day } of facts.protocolDays) {
    flow.protocolTwins.tells(direction, scope, day);
  }
  for (const written of facts.trackedDays) {
    const day = dayIn(written, account.dates?.order ?? 'monthFirst');
    if (day !== undefined) {
      flow.trackedDays.add(day);
    }
  }
}
