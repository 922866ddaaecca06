import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lateOptimizing } from '../../src/platform/node/ownProcess';

describe('a process of its own', () => {
  it('is told only what its V8 knows', () => {
    const known = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' }).stdout;
    const flags = lateOptimizing(process.versions.v8);
    assert.equal(flags.length > 0, /^1[123]\./.test(process.versions.v8));
    for (const flag of flags) {
      assert.match(known, new RegExp(`^ *${flag.replace(/=\d+$/, '')} \\(`, 'm'));
    }
    assert.deepEqual(lateOptimizing('99.1.2'), []);
  });

  it('hears no complaint of it', () => {
    const script = lateOptimizing(process.versions.v8)
      .map((flag) => `require('node:v8').setFlagsFromString('${flag}');`)
      .join('');
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
  });
});
