import assert from 'node:assert/strict';
import { EXPORT_KINDS, EXPORT_ORIGINS, kindsFrom, mainlyTold } from '../../src/core/model/exportKind';

describe('kinds of exports', () => {
  it('are listed once each, by where they come from; a mapped table is none that comes from somewhere', () => {
    const listed = EXPORT_ORIGINS.flatMap(kindsFrom);
    const all = Object.keys(EXPORT_KINDS).filter((kind) => kind !== 'mapped-table');
    assert.deepEqual([...listed].sort(), all.sort());
  });

  it('are good for what they tell of TLS first', () => {
    assert.equal(mainlyTold('extended-message-trace'), 'tlsOfMessages');
    assert.equal(mainlyTold('smtp-send-protocol-log'), 'tlsOfMessages');
    assert.equal(mainlyTold('connector-report-details'), 'tlsOfDays');
    assert.equal(mainlyTold('message-trace'), 'messages');
    assert.equal(mainlyTold('smtp-tls-report'), 'sessions');
    assert.equal(mainlyTold('connector-definitions'), 'connectors');
  });
});
