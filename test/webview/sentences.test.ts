import assert from 'node:assert/strict';
import { directionFigures } from '../../src/core/report/figures';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';
import { protectedShare, unknownSentence, weekSentence } from '../../webview/components/sentences';
import { connector, day } from './samples';

const figuresOf = (tls: readonly number[], approximate = false) =>
  directionFigures([connector([day('2026-03-08', tls, { approximate })])], 'inbound', null);
const sentence = (tls: readonly number[], approximate = false) =>
  weekSentence(ENGLISH_PAGE_STRINGS, 'en', 'inbound', figuresOf(tls, approximate));
const unknown = (tls: readonly number[]) => unknownSentence(ENGLISH_PAGE_STRINGS, 'en', figuresOf(tls));

describe('the widget’s sentence', () => {
  it('tells how many messages there were and how many of them were protected', () => {
    assert.equal(
      sentence([0, 0, 0, 0, 0, 4975, 0, 0]),
      'In the past week, 4,975 messages were received, of which 100% were protected in transit (by TLS).',
    );
    assert.equal(
      weekSentence(ENGLISH_PAGE_STRINGS, 'en', 'outbound', figuresOf([6, 0, 0, 0, 0, 252, 0, 0])),
      'In the past week, 258 messages were sent, of which 97.7% were protected in transit (by TLS).',
    );
  });

  it('has a form of its own for one message and for none', () => {
    assert.equal(
      sentence([0, 0, 0, 0, 0, 1, 0, 0]),
      'In the past week, 1 message was received, of which 100% was protected in transit (by TLS).',
    );
    assert.equal(
      sentence([0, 0, 0, 0, 0, 0, 0, 0]),
      'In the past week, the export tells of no message that was received.',
    );
  });

  it('says so where nothing is known, and never calls it unprotected', () => {
    assert.equal(
      sentence([0, 0, 0, 0, 0, 0, 0, 7]),
      'In the past week, 7 messages were received; the export does not tell how they travelled.',
    );
    assert.equal(
      sentence([0, 0, 0, 0, 0, 0, 0, 1]),
      'In the past week, 1 message was received; the export does not tell how it travelled.',
    );
    assert.equal(protectedShare(figuresOf([0, 0, 0, 0, 0, 0, 0, 7]), 'en'), null);
  });

  it('keeps unknown messages out of the percentage and tells their number', () => {
    assert.match(sentence([1, 0, 0, 0, 0, 3, 0, 6]), /10 messages .* 75\.0% were/);
    assert.equal(
      unknown([1, 0, 0, 0, 0, 3, 0, 6]),
      'The TLS state of 6 messages is unknown; they are not part of the percentage.',
    );
    assert.equal(unknown([1, 0, 0, 0, 0, 3, 0, 0]), null);
    assert.equal(unknown([0, 0, 0, 0, 0, 0, 0, 6]), null);
  });

  it('says "about" where the counts come from rounded percentages', () => {
    assert.match(sentence([1, 0, 0, 0, 0, 99, 0, 0], true), /of which about 99\.0% were/);
    assert.equal(protectedShare(figuresOf([1, 0, 0, 0, 0, 99, 0, 0], true), 'en'), '≈99.0%');
  });

  it('does not say 100% for all but one', () => {
    assert.equal(protectedShare(figuresOf([1, 0, 0, 0, 0, 1_000_000, 0, 0]), 'en'), '99.9%');
  });
});
