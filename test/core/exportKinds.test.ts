import assert from 'node:assert/strict';
import { EXPORT_KINDS, type FormatId, tells } from '../../src/core/model/exportKind';
import { TLS_STATES, Tls } from '../../src/core/model/tls';
import { analyze } from './analyzing';
import { FIXTURES } from './fixtures';

/** Fixtures by the kinds of the exports that they read. */
async function fixturesOf(kind: FormatId): Promise<readonly Awaited<ReturnType<typeof analyze>>[]> {
  const reports = await Promise.all(FIXTURES.map(({ inputs, options }) => analyze(inputs, options)));
  return reports.filter(({ files }) => files.every(({ format }) => format === kind));
}

describe('what an export tells (EXPORT_KINDS)', () => {
  for (const kind of Object.keys(EXPORT_KINDS) as FormatId[]) {
    it(`${kind} tells no more`, async () => {
      for (const { files, connectors, internal } of await fixturesOf(kind)) {
        const about = files.map(({ path }) => path).join();
        const states = connectors.flatMap(({ days }) => days.map(({ tls }) => tls));
        if (!tells(kind, 'tls')) {
          const known = TLS_STATES.map((_, state) => state).filter((state) => state !== Tls.unknown);
          assert.ok(
            known.every((state) => states.every((counts) => (counts[state] ?? 0) === 0)),
            about,
          );
        }
        if (!tells(kind, 'direction')) {
          assert.deepEqual([connectors, internal], [[], 0], about);
        }
        if (!tells(kind, 'connector')) {
          assert.ok(
            connectors.every(({ name, type }) => name === null && type === 'Unknown'),
            about,
          );
        }
        if (!tells(kind, 'connectorType')) {
          assert.ok(
            connectors.every(({ type }) => type === 'Unknown' || type === 'NoConnector'),
            about,
          );
        }
        if (!tells(kind, 'forcedTls')) {
          assert.ok(
            connectors.every(({ forcedTls }) => forcedTls === null),
            about,
          );
        }
      }
    });
  }

  it('is shown by an export of each kind that is read', async () => {
    for (const kind of ['message-trace', 'enhanced-summary-trace', 'email-events', 'summary-trace'] as const) {
      assert.ok((await fixturesOf(kind)).length > 0, kind);
    }
    for (const kind of ['mapped-table', 'requested-connector-report'] as const) {
      const states = (await fixturesOf(kind)).flatMap(({ connectors }) => connectors.flatMap(({ days }) => days));
      assert.ok(
        states.some(({ tls }) => (tls[Tls.tls12] ?? 0) + (tls[Tls.tls13] ?? 0) > 0),
        kind,
      );
    }
  });
});
