import assert from 'node:assert/strict';
import { DEFAULT_CHOICES } from '../../src/protocol/choices';
import { parsePageMessage } from '../../src/protocol/validate';

/** The beginning of a PNG file, as long as told. */
function png(length = 20): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].slice(0, length));
  return bytes;
}

describe('messages of a page', () => {
  it('are taken as the contract has them, without what else they hold', () => {
    const choices = { columns: { time: 'When', direction: 'Way' }, direction: null };
    for (const message of [
      { type: 'ready' },
      { type: 'cancel' },
      { type: 'reload' },
      { type: 'openFile' },
      { type: 'removeMapping' },
      { type: 'openReport', flyout: true, direction: null },
      { type: 'openReport', flyout: false, direction: 'inbound' },
      { type: 'openLine', file: 0, line: 17 },
      { type: 'copy', text: 'a\tb' },
      { type: 'remember', choices: DEFAULT_CHOICES },
      { type: 'chooseFormat', file: 0 },
      { type: 'mapColumns', file: 2 },
      { type: 'saveChart', name: 'mail-flow', format: 'svg', content: '<svg xmlns=""></svg>' },
      { type: 'saveChart', name: 'inbound', format: 'png', content: png() },
      { type: 'insightAction', action: 'unmute', rule: 'weak-cipher', connector: 'inbound:named:a' },
      { type: 'run', command: 'compare' },
      { type: 'closeComparison' },
      { type: 'whatIf', request: 3, supposed: { kind: 'refuse', upTo: 'tls1.0' } },
      { type: 'whatIf', request: 4, supposed: { kind: 'force', connector: 'inbound:named:a' } },
      { type: 'applyMapping', choices },
      { type: 'applyMapping', choices: { columns: { time: 'When' }, direction: 'outbound' } },
    ]) {
      assert.deepEqual(parsePageMessage({ ...message, more: 1 }), message);
    }
    assert.deepEqual(parsePageMessage({ type: 'remember', choices: { search: 'a', command: 'x' } }), {
      type: 'remember',
      choices: { ...DEFAULT_CHOICES, search: 'a' },
    });
  });

  it('are refused where they are none', () => {
    const chart = (more: object) => ({
      type: 'saveChart',
      name: 'mail-flow',
      format: 'svg',
      content: '<svg ',
      ...more,
    });
    const apply = (choices: unknown) => ({ type: 'applyMapping', choices });
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'toString' },
      { type: 'openReport', flyout: 1, direction: null },
      { type: 'openReport', flyout: true },
      { type: 'openReport', flyout: true, direction: 'sideways' },
      { type: 'openLine', file: -1, line: 1 },
      { type: 'openLine', file: 0, line: 1.5 },
      { type: 'copy', text: 3 },
      { type: 'copy', text: 'x'.repeat(16_000_001) },
      { type: 'remember' },
      { type: 'remember', choices: null },
      { type: 'mapColumns' },
      { type: 'chooseFormat', file: 0.5 },
      chart({ name: '../../etc/passwd' }),
      chart({ name: 'constructor' }),
      chart({ format: 'exe' }),
      chart({ content: '<html>' }),
      chart({ content: 7 }),
      chart({ content: `<svg ${' '.repeat(4_000_000)}` }),
      chart({ format: 'png', content: '<svg ' }),
      chart({ format: 'png', content: [...png()] }),
      chart({ format: 'png', content: png(4) }),
      chart({ format: 'png', content: new Uint8Array(20) }),
      { type: 'insightAction', action: 'closeWindow', rule: 'weak-cipher', connector: '' },
      { type: 'insightAction', action: 'unmute', rule: 'toString', connector: '' },
      { type: 'insightAction', action: 'unmute', rule: 'weak-cipher' },
      { type: 'run', command: 'exportReport' },
      { type: 'whatIf', request: -1, supposed: { kind: 'refuse', upTo: 'tls1.0' } },
      { type: 'whatIf', request: 1, supposed: { kind: 'refuse', upTo: 'tls1.3' } },
      { type: 'whatIf', request: 1, supposed: { kind: 'force' } },
      { type: 'whatIf', request: 1 },
      apply(undefined),
      apply({ columns: { time: 'When' } }),
      apply({ columns: { time: 'When' }, direction: 'sideways' }),
      apply({ columns: { time: '' }, direction: null }),
      apply({ columns: { time: 7 }, direction: null }),
      apply({ columns: { colour: 'When' }, direction: null }),
      apply({ columns: { __proto__: null, constructor: 'When' }, direction: null }),
      apply({ columns: ['When'], direction: null }),
      apply({ columns: { time: 'x'.repeat(10_001) }, direction: null }),
    ]) {
      assert.equal(parsePageMessage(message), undefined, JSON.stringify(message)?.slice(0, 80));
    }
  });

  it('are refused where a picture is too large', () => {
    const message = { type: 'saveChart', name: 'mail-flow', format: 'png', content: png(32_000_001) };
    assert.ok(parsePageMessage(message) === undefined);
  });
});
