import assert from 'node:assert/strict';
import type { Totals } from '../generate/totals';
import { figuresIn, listed } from './oracle';
import type { ReportJson } from './reportContract';

/** Asserts that a report says exactly what a generator wrote. */
export function assertSays(report: ReportJson, totals: Totals, about: string): void {
  const written = new Map([...totals.figures].map(([key, count]) => [lowerName(key), count]));
  assert.deepEqual(listed(figuresIn(report)), listed(written), about);
  assert.equal(report.internal, totals.internal, `${about}: internal`);
  assert.equal(sum(report.files.map((file) => file.records)), totals.records, `${about}: records`);
  for (const [reason, count] of totals.leftOut) {
    assert.equal(sum(report.files.map((file) => file.leftOut[reason] ?? 0)), count, `${about}: ${reason}`);
  }
  if (totals.sessions > 0) {
    assert.equal(sum(report.files.map((file) => file.sessions?.total ?? 0)), totals.sessions, `${about}: sessions`);
    const without = sum(report.files.map((file) => file.sessions?.withoutMessage ?? 0));
    assert.equal(without, totals.sessionsWithoutMessage, `${about}: sessions without a message`);
  }
}

/** Lines as bytes, in pieces of about 64 KiB. */
export function* bytesOf(lines: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for (const line of lines) {
    waiting += line;
    if (waiting.length > 65_536) {
      yield encoder.encode(waiting);
      waiting = '';
    }
  }
  yield encoder.encode(waiting);
}

function lowerName(key: string): string {
  const [direction, connector = '', ...rest] = key.split(' | ');
  return [direction, connector.toLowerCase(), ...rest].join(' | ');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
