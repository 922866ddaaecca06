import assert from 'node:assert/strict';
import type { ColumnChoices } from '../../src/protocol/messages';
import { restoreMapping } from '../../webview/choices';
import {
  columnValue,
  directionValue,
  entryFor,
  faultOf,
  fitting,
  NOTHING,
  withValue,
} from '../../webview/mappingChoices';

const COLUMNS = ['When', 'Way', 'TLS'].map((title) => ({ title, values: [], holdsTimes: true, holdsDirections: true }));
const NONE: ColumnChoices = { columns: {}, direction: null };

describe('what is chosen for columns', () => {
  it('goes from entry to entry', () => {
    const timed = withValue(NONE, 'time', columnValue('When'));
    assert.deepEqual(timed, { columns: { time: 'When' }, direction: null });
    assert.equal(entryFor(timed, 'time'), columnValue('When'));
    assert.equal(entryFor(timed, 'tls'), NOTHING);
    assert.deepEqual(withValue(timed, 'time', NOTHING), NONE);
  });

  it('has one direction: a column’s, or the same for all rows', () => {
    const inbound = withValue(NONE, 'direction', directionValue('inbound'));
    assert.deepEqual(inbound, { columns: {}, direction: 'inbound' });
    assert.equal(entryFor(inbound, 'direction'), directionValue('inbound'));
    const told = withValue(inbound, 'direction', columnValue('Way'));
    assert.deepEqual(told, { columns: { direction: 'Way' }, direction: null });
    assert.deepEqual(withValue(told, 'direction', directionValue('outbound')), { columns: {}, direction: 'outbound' });
    assert.deepEqual(withValue(inbound, 'tls', columnValue('TLS')), { columns: { tls: 'TLS' }, direction: 'inbound' });
  });

  it('takes any title for a column', () => {
    for (const title of ['all:inbound', 'column:x', ' ']) {
      assert.equal(withValue(NONE, 'time', columnValue(title)).columns.time, title);
    }
  });

  it('can be applied once time and direction are chosen', () => {
    assert.equal(faultOf(NONE, COLUMNS)?.kind, 'noTime');
    assert.equal(faultOf({ columns: { time: 'When' }, direction: null }, COLUMNS)?.kind, 'noDirection');
    assert.equal(faultOf({ columns: { time: 'When' }, direction: 'inbound' }, COLUMNS), undefined);
    assert.equal(faultOf({ columns: { time: 'When', direction: 'Way' }, direction: null }, COLUMNS), undefined);
    assert.equal(faultOf({ columns: { time: 'Gone' }, direction: 'inbound' }, COLUMNS)?.kind, 'noSuchColumn');
  });

  it('loses columns that the file no longer has', () => {
    const choices: ColumnChoices = { columns: { time: 'When', tls: 'Gone' }, direction: 'inbound' };
    assert.deepEqual(fitting(choices, COLUMNS), { columns: { time: 'When' }, direction: 'inbound' });
  });

  it('is restored where the form was open, and only if it makes sense', () => {
    const choices: ColumnChoices = { columns: { time: 'When' }, direction: 'inbound' };
    assert.deepEqual(restoreMapping(JSON.parse(JSON.stringify({ mapping: choices }))), choices);
    for (const saved of [undefined, null, 7, {}, { mapping: null }, { mapping: { columns: { colour: 'x' } } }]) {
      assert.equal(restoreMapping(saved), null);
    }
  });
});
