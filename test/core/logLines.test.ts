import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorKind, readingLine } from '../../src/host/messages/logLines';
import { connector, day, report } from '../webview/samples';

describe('the log', () => {
  it('says how much was read, and nothing of whose mail it is', () => {
    const read = report(connector([day('2026-03-02', [0, 0, 0, 10, 0, 90, 0, 5])], { name: 'Fabrikam' }));
    const file = {
      path: '/home/ann/contoso/RECV1.LOG',
      format: 'smtp-receive-protocol-log',
      encoding: 'utf-8',
      records: 12,
      used: 10,
      leftOut: { malformed: 2 },
      problems: [{ line: 3, reason: 'badTime', detail: 'ann@contoso.example' }],
      problemCount: 2,
    } as const;
    assert.equal(
      readingLine(read, [file, { ...file, format: null, records: 0, used: 0 }], 7),
      '2 files, smtp-receive-protocol-log, no known format: 12 records, 10 used, 4 problems, 0 insights, 7 ms',
    );
  });

  it('says of an error what kind it is, never its message', () => {
    const missing = Object.assign(new Error("ENOENT: '/home/ann/contoso.csv'"), { code: 'ENOENT' });
    const odd = Object.assign(new RangeError('ann@contoso.example'), { code: 'ann@contoso.example' });
    assert.deepEqual([missing, odd, new TypeError('203.0.113.7'), 'contoso'].map(errorKind), [
      'ENOENT',
      'RangeError',
      'TypeError',
      'string',
    ]);
  });

  it('is written to with these two alone, but where more than usual is asked for', () => {
    const calls = readdirSync('src/host', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...readFileSync(path.join('src/host', name), 'utf8').matchAll(
          /\blog\.(info|warn|error|append|appendLine)\((.*)\);/g,
        ),
      ]);
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: calls as they are written
    assert.deepEqual(calls.map(([call]) => call).sort(), [
      'log.error(`${what}: ${errorKind(error)}`);',
      'log.error(`reading: ${errorKind(error)}`);',
      'log.info(readingLine(report, own, this.#milliseconds));',
    ]);
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: calls as they are written
  });
});
