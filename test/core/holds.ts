import assert from 'node:assert/strict';

/**
 * Asserts that everything `expected` names is so in `actual`. Lists have the same length, in any order where their
 * entries have a `direction` or `name`; objects under `tls` and `leftOut` are exactly equal, others may say more.
 */
export function assertHolds(actual: unknown, expected: unknown, where = 'report'): void {
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual), `${where} is a list`);
    assert.equal(actual.length, expected.length, `${where} has as many entries: ${JSON.stringify(actual)}`);
    for (const [index, entry] of expected.entries()) {
      assertHolds(partnerOf(entry, actual, index), entry, `${where}[${index}]`);
    }
  } else if (typeof expected === 'object' && expected !== null) {
    assert.ok(typeof actual === 'object' && actual !== null, `${where} is an object`);
    if (/\.(tls|leftOut)$/.test(where)) {
      assert.deepEqual(actual, expected, where);
    }
    for (const [key, value] of Object.entries(expected)) {
      assertHolds((actual as Record<string, unknown>)[key], value, `${where}.${key}`);
    }
  } else if (typeof expected === 'number' && typeof actual === 'number' && !Number.isInteger(expected)) {
    assert.ok(Math.abs(actual - expected) < 1e-9, `${where}: ${actual} is ${expected}`);
  } else {
    assert.deepEqual(actual, expected, where);
  }
}

/** A connector's partner is the one of its name, direction and type; other entries keep their place. */
function partnerOf(expected: unknown, among: readonly unknown[], index: number): unknown {
  const { name, direction, type } = expected as Record<string, unknown>;
  if (name === undefined) {
    return among[index];
  }
  const same = among.filter((candidate) => {
    const other = candidate as Record<string, unknown>;
    return (
      other.name === name &&
      (direction === undefined || other.direction === direction) &&
      (type === undefined || other.type === type)
    );
  });
  return same.length === 1 ? same[0] : undefined;
}
