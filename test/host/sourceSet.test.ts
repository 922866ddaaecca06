import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { chosenSet, keyOf, restoredSet, type SourceSet, savedSet } from '../../src/host/sources/sourceSet';
import { receiveLog, workspaceFile, writeExport } from './exports';

const uri = (path: string): vscode.Uri => vscode.Uri.parse(`memfs://host/${path}`);

describe('A set of sources', () => {
  it('is what was chosen: each once, in a fixed order; of one alone, what that is', async () => {
    const file = writeExport('set/a.log', receiveLog(1, 0).text);
    const folder = workspaceFile('set');
    assert.deepEqual(await chosenSet([file]), { kind: 'file', uri: file });
    assert.deepEqual((await chosenSet([folder]))?.kind, 'folder');
    assert.deepEqual(await chosenSet([]), undefined);
    const both = await chosenSet([file, folder, file]);
    assert.ok(both?.kind === 'selection');
    assert.deepEqual(both.uris.map(String), [folder, file].map(String));
    assert.equal(keyOf(both), keyOf((await chosenSet([folder, file])) ?? both));
  });

  it('comes back from what was kept of it, with what stands in its addresses', () => {
    const sets: readonly SourceSet[] = [
      { kind: 'file', uri: uri('a b#c.csv') },
      { kind: 'folder', uri: uri('mail') },
      { kind: 'workspace', uri: uri('mail') },
      { kind: 'selection', uris: [uri('a.csv'), uri('b%20?.log')] },
    ];
    for (const set of sets) {
      assert.deepEqual(savedSet(restoredSet(savedSet(set)) ?? { kind: 'file', uri: uri('') }), savedSet(set));
    }
    assert.equal(new Set(sets.map(keyOf)).size, sets.length);
  });

  it('is none where something else was kept', () => {
    for (const kept of [
      undefined,
      null,
      7,
      '',
      '[]',
      '{}',
      '["folder"]',
      '["house","file:///a"]',
      '["file","a","b"]',
    ]) {
      assert.equal(restoredSet(kept), undefined, String(kept));
    }
    assert.equal(restoredSet('["folder","file:///a","file:///b"]'), undefined);
  });

  it('of very many files has a short key of its own', () => {
    const many = (count: number): SourceSet => ({
      kind: 'selection',
      uris: [uri('first'), ...Array.from({ length: count }, (_, number) => uri(`mail/${number}.log`))],
    });
    assert.ok(keyOf(many(500)).length < 100);
    assert.notEqual(keyOf(many(500)), keyOf(many(501)));
  });
});
