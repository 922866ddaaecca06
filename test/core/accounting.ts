import assert from 'node:assert/strict';
import type { ReportJson } from './reportContract';

/** Asserts what holds of every report, whatever was read: sums agree, and nothing is lost between them. */
export function assertAccounted(report: ReportJson, about: string): void {
  for (const file of report.files) {
    const leftOut = sum(Object.values(file.leftOut));
    assert.equal(file.records, file.used + leftOut, `${about}: records = used + left out`);
    assert.ok(
      file.used >= 0 && Object.values(file.leftOut).every((count) => count > 0),
      `${about}: no negative counts`,
    );
    assert.ok(file.problemCount >= file.problems.length, `${about}: all problems are counted`);
    assert.ok(file.format !== null || file.problems.length > 0, `${about}: an unknown file says why`);
  }
  for (const connector of report.connectors) {
    assert.equal(connector.messages, sum(Object.values(connector.tls)), `${about}: a connector's messages`);
    assert.equal(connector.messages, sum(connector.days.map((day) => day.messages)), `${about}: its days`);
    assert.ok(
      connector.days.every((day) => day.messages === sum(Object.values(day.tls))),
      `${about}: a day's messages`,
    );
    assert.deepEqual(
      connector.days.map((day) => day.date),
      connector.days.map((day) => day.date).sort(),
      `${about}: order`,
    );
  }
  for (const direction of ['inbound', 'outbound'] as const) {
    const connectors = report.connectors.filter((connector) => connector.direction === direction);
    const total = sum(connectors.map((connector) => connector.messages));
    assert.equal(report.directions[direction].messages, total, `${about}: ${direction} is the sum of its connectors`);
  }
}

/**
 * Records of a CRLF file after the header or the log's directives, counted without parsing: quotes only toggle. Rows that
 * begin with a time need no header. Where the last one is cut inside of quotes, each of its lines counts.
 */
export function dataRecordsOf(bytes: Uint8Array): number {
  let records = 0;
  let quoted = false;
  let record = '';
  let isFirst = true;
  const end = (): void => {
    const isType = isFirst && record.startsWith('#TYPE');
    const isDirective = isType || (record.startsWith('#') && /^#[\w-]+:/.test(record));
    const isHeader = isFirst && !quoted && !/^(#|"?\d{4}-)/.test(record);
    const lines = quoted ? record.split('\n').filter((line) => line.trim() !== '').length : 1;
    records += record.trim() === '' || isDirective || isHeader ? 0 : lines;
    isFirst = isType;
    record = '';
  };
  for (const character of new TextDecoder().decode(bytes)) {
    quoted = character === '"' ? !quoted : quoted;
    if (character === '\n' && !quoted) {
      end();
    } else {
      record += character;
    }
  }
  end();
  return records;
}

/** Where to cut or split a file: at every byte of a short one; else at every byte of its beginning, and here and there. */
export function* placesIn(length: number): Generator<number> {
  const dense = length <= 1200 ? length : 250;
  for (let at = 1; at < length; at += at < dense ? 1 : Math.ceil((length - dense) / 300)) {
    yield at;
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
