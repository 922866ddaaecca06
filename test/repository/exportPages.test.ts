import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EXPORT_KINDS, type FormatId, tells } from '../../src/core/model/exportKind';

describe('the page about getting exports', () => {
  const text = readFileSync('docs/exports.md', 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && line.includes('<br>'));

  it('has a row for each kind of export, and for nothing else', () => {
    const named = rows.map((row) => /<br>`([\w-]+)`/.exec(row)?.[1]);
    assert.deepEqual([...named].sort(), Object.keys(EXPORT_KINDS).sort());
    assert.ok(rows.every((row) => row.replaceAll('\\|', '').split('|').length === 6));
  });

  it('says of those that tell no TLS that they feed no insight alone', () => {
    for (const row of rows) {
      const kind = /<br>`([\w-]+)`/.exec(row)?.[1] as FormatId;
      const isMail = tells(kind, 'messages') && kind !== 'mapped-table';
      assert.equal(/\| none/.test(row), isMail && !tells(kind, 'tls'), kind);
    }
  });
});
