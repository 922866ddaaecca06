import assert from 'node:assert/strict';
import type { FileReport } from '../../src/core/report/report';
import { whyNothingCounted } from '../../webview/components/whyNothingCounted';
import { report } from './samples';

describe('Why no message was counted', () => {
  const definitions = file({ format: 'connector-definitions', used: 2 });
  const trace = file({ format: 'extended-message-trace', used: 0 });
  const damaged = file({ format: 'extended-message-trace', used: 0, leftOut: { malformed: 3 } });

  it('is that reading was stopped, whatever had been read', () => {
    for (const files of [[], [definitions], [damaged]]) {
      assert.equal(whyNothingCounted(of(files), true), 'stopped');
    }
  });

  it('is that there are definitions alone, only where there is a file', () => {
    assert.equal(whyNothingCounted(of([definitions]), false), 'definitions');
    assert.equal(whyNothingCounted(of([definitions, trace]), false), 'text');
    assert.equal(whyNothingCounted(of([]), false), 'text');
  });

  it('is that no record could be used, also beside definitions', () => {
    assert.equal(whyNothingCounted(of([damaged]), false), 'malformed');
    assert.equal(whyNothingCounted(of([damaged, definitions]), false), 'malformed');
  });
});

function file(more: Partial<FileReport>): FileReport {
  return {
    path: 'a.csv',
    format: null,
    encoding: 'UTF-8',
    records: 3,
    used: 0,
    leftOut: {},
    problems: [],
    problemCount: 0,
    ...more,
  };
}

function of(files: readonly FileReport[]) {
  return { ...report(), files };
}
