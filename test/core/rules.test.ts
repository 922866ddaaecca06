import assert from 'node:assert/strict';
import { apportion } from '../../src/core/aggregate/apportion';
import { parseDay, weekEndingWith } from '../../src/core/model/day';
import { noCounts, parseTlsVersion, TLS_STATES, Tls } from '../../src/core/model/tls';
import { protectedPercent } from '../../src/core/report/figures';
import { formatPercent, roundPercent } from '../../src/core/report/percent';

describe('percentages', () => {
  it('are 100 and 0 only where exact', () => {
    assert.equal(formatPercent(4975, 4975, 1, 'en'), '100%');
    assert.equal(formatPercent(0, 4975, 1, 'en'), '0%');
    assert.equal(formatPercent(999_999, 1_000_000, 1, 'en'), '99.9%');
    assert.equal(formatPercent(1, 1_000_000, 1, 'en'), '0.1%');
    assert.equal(formatPercent(999_999, 1_000_000, 2, 'en'), '99.99%');
    assert.equal(formatPercent(1, 1_000_000, 2, 'en'), '0.01%');
    assert.equal(formatPercent(97, 100, 1, 'en'), '97.0%');
    assert.equal(formatPercent(97, 100, 1, 'it'), '97,0%');
    assert.equal(roundPercent(0, 0, 1), 0);
  });

  it('of protected mail are of what is known', () => {
    const counts = (pairs: Partial<Record<keyof typeof Tls, number>>): number[] =>
      Object.entries(pairs).reduce(
        (all, [state, count]) => all.with(Tls[state as keyof typeof Tls], count),
        noCounts(),
      );
    assert.equal(protectedPercent(counts({ unknown: 5 })), null);
    assert.equal(protectedPercent(counts({ tls12: 3, none: 1, unknown: 100 })), 75);
    assert.equal(protectedPercent(counts({ tls10: 1, ssl30: 1, tls: 1, none: 1 })), 50);
  });
});

describe('counts from rounded percentages', () => {
  const named = (percents: Partial<Record<string, number>>): number[] =>
    TLS_STATES.map((state) => percents[state] ?? 0);

  it('add up to the volume, by the largest remainder', () => {
    assert.deepEqual(
      apportion(10, named({ none: 33.34, 'tls1.0': 33.33, 'tls1.2': 33.33 })).counts,
      named({ none: 4, 'tls1.0': 3, 'tls1.2': 3 }),
    );
    assert.deepEqual(apportion(3, named({ 'tls1.1': 40, 'tls1.2': 60 })).counts, named({ 'tls1.1': 1, 'tls1.2': 2 }));
    assert.deepEqual(apportion(0, named({ 'tls1.2': 100 })).counts, named({}));
  });

  it('take sums from 99.95 to 100.05 for the whole', () => {
    for (const parts of [
      [49.95, 50],
      [50.05, 50],
      [33.3, 66.65],
      [70.04, 30.01],
      [99.95, 0],
      [0.1, 99.95],
    ]) {
      const [none = 0, tls = 0] = parts;
      const { counts, excess } = apportion(1000, named({ none, 'tls1.2': tls }));
      assert.equal(excess, undefined, `${parts}`);
      assert.equal(counts[Tls.unknown], 0, `${parts}`);
      assert.equal(
        counts.reduce((a, b) => a + b),
        1000,
        `${parts}`,
      );
    }
  });

  it('leave a larger shortfall unknown, and everything where there is more than the whole', () => {
    assert.deepEqual(apportion(1000, named({ 'tls1.2': 99.9 })).counts, named({ 'tls1.2': 999, unknown: 1 }));
    assert.deepEqual(apportion(1000, named({})).counts, named({ unknown: 1000 }));
    assert.deepEqual(apportion(1000, named({ 'tls1.2': 60, none: 60 })), {
      counts: named({ unknown: 1000 }),
      excess: 120,
    });
  });
});

describe('TLS versions', () => {
  it('are read from constants and texts', () => {
    const cases: readonly (readonly [string, Tls])[] = [
      ['SP_PROT_SSL3_SERVER', Tls.ssl30],
      ['SP_PROT_TLS1_SERVER', Tls.tls10],
      ['SP_PROT_TLS1_0_CLIENT', Tls.tls10],
      ['SP_PROT-TLS1_0_CLIENT', Tls.tls10],
      ['SP_PROT_TLS1_1_SERVER', Tls.tls11],
      ['SP_PROT_TLS1_2_SERVER', Tls.tls12],
      ['SP_PROT_TLS1_3_SERVER', Tls.tls13],
      ['TLS1_3', Tls.tls13],
      ['TLS1.2', Tls.tls12],
      ['TLS 1.0', Tls.tls10],
      ['', Tls.unknown],
      ['Ok', Tls.unknown],
    ];
    for (const [text, version] of cases) {
      assert.equal(parseTlsVersion(text), version, text);
    }
  });
});

describe('days', () => {
  it('are real days', () => {
    assert.equal(parseDay('2026-02-30'), undefined);
    assert.equal(parseDay('2026-3-2'), undefined);
    assert.equal(parseDay('1970-01-02'), 1);
  });

  it('make a week of seven that ends with the newest', () => {
    assert.deepEqual(weekEndingWith('2026-03-02'), { start: '2026-02-24', end: '2026-03-02' });
  });
});
