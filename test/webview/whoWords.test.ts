import assert from 'node:assert/strict';
import { Tls } from '../../src/core/model/tls';
import { introductionSentences, repairSentence } from '../../src/core/report/causeSentences';
import type { Insight } from '../../src/core/report/report';
import type { HeldBaseline } from '../../src/protocol/messages';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { baselineSentence } from '../../webview/components/baselineSentence';
import { whoSummary } from '../../webview/components/whoWords';
import { weakShare } from '../../webview/overTime/weakShare';

const strings = ENGLISH_PAGE_STRINGS;
const name = (value: string) => ({ name: value, messages: 1, firstSeen: '2026-03-02', lastSeen: '2026-03-02' });
const who = (hostCount: number, senders: number, ciphers: number) =>
  ({
    hostCount,
    senders: Array.from({ length: senders }, (_, index) => name(`s${index}`)),
    ciphers: Array.from({ length: ciphers }, (_, index) => name(`c${index}`)),
  }) as unknown as Insight;

describe('who is behind an insight', () => {
  it('is summed up by what there is', () => {
    assert.equal(whoSummary(strings, 'en', who(1, 2, 1)), 'Who: 1 remote host, 2 sender domains, 1 cipher');
    assert.equal(whoSummary(strings, 'en', who(1200, 0, 0)), 'Who: 1,200 remote hosts');
  });

  it('says what hosts call themselves, and their certificates', () => {
    const host = {
      host: '192.0.2.1',
      messages: 1,
      firstSeen: '',
      lastSeen: '',
      file: 'a',
      line: 1,
      names: ['a.example', 'b.example'],
      certificates: [
        { subject: 'CN=a.example', expires: '2026-04-01' },
        { subject: 'CN=b.example', expires: null },
      ],
    };
    assert.deepEqual(introductionSentences(strings, host), [
      'Calls itself: a.example, b.example',
      'Certificate: CN=a.example, expires on 2026-04-01',
      'Certificate: CN=b.example',
    ]);
    assert.deepEqual(introductionSentences(strings, { ...host, names: [], certificates: [] }), []);
  });

  it('says whose repair would do, and where none would', () => {
    const repair = { hosts: ['a', 'b'], hostCount: 2, messages: 30, remaining: 4, isEnough: true };
    const sentence = (more: object) => repairSentence(strings, String, { ...repair, ...more });
    assert.equal(
      sentence({}),
      'Repair of 2 hosts, and of no fewer, would take this below the threshold: a, b. Messages left: 4.',
    );
    assert.equal(
      sentence({ hosts: ['a'], hostCount: 1 }),
      'Repair of one host would take this below the threshold: a. Messages left: 4.',
    );
    assert.match(sentence({ hosts: [...'abcdefghij'], hostCount: 30 }), /a, b, c, d, e, f, g, h, …\. /);
    assert.match(sentence({ isEnough: false }), /^Repair of every host that is told would not .*: 4 messages/);
  });
});

describe('shares of weak mail', () => {
  const counts = (more: Partial<Record<number, number>>) => Array.from({ length: 8 }, (_, state) => more[state] ?? 0);

  it('are of known messages, with their number; never of unknown ones', () => {
    const tls = counts({ [Tls.none]: 1, [Tls.tls10]: 2, [Tls.tls12]: 7, [Tls.unknown]: 90 });
    assert.equal(weakShare(strings, 'en', tls), '30.0% (3)');
    assert.equal(weakShare(strings, 'en', tls, true), '30.0% (≈\u202f3)');
    assert.equal(weakShare(strings, 'en', counts({ [Tls.unknown]: 4 })), 'Unknown');
    assert.equal(weakShare(strings, 'en', counts({})), '–');
  });
});

describe('the baseline', () => {
  it('is named with its days and the time of saving, or with what is wrong with it', () => {
    const held: HeldBaseline = {
      name: 'b.json',
      saved: Date.UTC(2026, 2, 9, 8, 30),
      verdict: { period: { start: '2026-03-02', end: '2026-03-08' }, states: [], gone: [] },
    };
    assert.match(
      baselineSentence(strings, 'en', held),
      /baseline b\.json: mail of 2026-03-02 to 2026-03-08 \(UTC\), saved on Mar 9, 2026, 8:30\sAM \(UTC\)\.$/,
    );
    assert.match(baselineSentence(strings, 'en', { ...held, saved: null }), /2026-03-08 \(UTC\)\.$/);
    assert.equal(
      baselineSentence(strings, 'en', { name: 'b.json', problem: 'it is no JSON' }),
      'The baseline b.json cannot be used: it is no JSON. Nothing is held against it.',
    );
  });
});
