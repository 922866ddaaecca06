import assert from 'node:assert/strict';
import italian from '../../l10n/bundle.l10n.it.json';
import { ENGLISH_DOCUMENT_STRINGS } from '../../src/core/document/documentWording';
import { ENGLISH_EXPORT_STRINGS } from '../../src/core/export/exportWording';
import { fill } from '../../src/core/report/wording';
import { ENGLISH_PAGE_STRINGS } from '../../src/protocol/strings';

const KEYED: Readonly<Record<string, string>> = {
  ...ENGLISH_EXPORT_STRINGS,
  ...ENGLISH_PAGE_STRINGS,
  ...ENGLISH_DOCUMENT_STRINGS,
};
const ITALIAN: Readonly<Record<string, string>> = italian;

/** Nouns that sentences count, one and many. */
const ENGLISH = [
  ...[
    'message',
    'host',
    'day',
    'row',
    'file',
    'record',
    'problem',
    'connector',
    'session',
    'insight',
    'rule',
    'report',
  ],
  ...['client', 'warning', 'item', 'field', 'sender', 'sender domain', 'remote host', 'cipher', 'week'],
].map((noun) => [noun, `${noun}s`] as const);
/** Those with two forms: others, such as `host` and `file`, have one. */
const ITALIAN_NOUNS = [
  ['messaggio', 'messaggi'],
  ['giorno', 'giorni'],
  ['riga', 'righe'],
  ['problema', 'problemi'],
  ['connettore', 'connettori'],
  ['sessione', 'sessioni'],
  ['segnalazione', 'segnalazioni'],
  ['regola', 'regole'],
  ['avviso', 'avvisi'],
  ['voce', 'voci'],
  ['campo', 'campi'],
  ['mittente', 'mittenti'],
  ['settimana', 'settimane'],
  ['altro', 'altri'],
  ['altra', 'altre'],
] as const;

/** Sentences whose number is never one, and why. */
const NEVER_ONE: Readonly<Record<string, string>> = {
  'trend.tooShort': 'it is the number of days that a trend needs',
  'days.tooMany': 'said above a hundred days',
  'read.more': 'said where not all of many problems are listed',
  'hostChanges.more': 'said where not all of many hosts are listed',
  'result.protected': 'has sentences of its own for one: result.protectedOne, result.notProtectedOne',
  'result.messages': 'has result.message beside it',
  'items.heading': 'has items.headingOne beside it',
  'overTime.showAll': 'a button where more are there than fit',
  'insights.showAll': 'a button where more are there than fit',
  'tlsReports.showAll': 'a button where more are there than fit',
  'clients.showAll': 'a button where more are there than fit',
  'files.showAll': 'a button where more are there than fit',
  'repair.many': 'has a sentence of its own for one: repair.one',
};

/** What a sentence says with each of its numbers in turn being `value`, the others 7. */
function said(sentence: string, value: string): string[] {
  const places = new Set([...sentence.matchAll(/\{(\d+)/g)].map(([, place]) => Number(place)));
  return [...places].map((place) => {
    const values = Array.from({ length: 20 }, (_, index) => (index === place ? value : '7'));
    return fill(sentence, ...values);
  });
}

function assertAgrees(sentence: string, nouns: readonly (readonly [string, string])[]): void {
  for (const text of said(sentence, '1')) {
    for (const [, many] of nouns) {
      assert.ok(!new RegExp(`(?<![\\d.,:])1 ${many}\\b`, 'i').test(text), text);
    }
  }
  for (const value of ['0', '2']) {
    for (const text of said(sentence, value)) {
      for (const [one] of nouns) {
        assert.ok(!new RegExp(`(?<![\\d.,:])${value} ${one}\\b(?! domains?)`, 'i').test(text), text);
      }
    }
  }
}

describe('sentences with a number', () => {
  it('take the word that goes with it', () => {
    assert.equal(fill('{0} {0|message|messages}, {1} {1|day|days}', '1', '3'), '1 message, 3 days');
    assert.equal(fill('{0|it is|they are}', '0'), 'they are');
    assert.equal(fill('{0} {1|a|b}', '1,000'), '1,000 {1|a|b}', 'what is not told stays as it is');
    assert.equal(fill('{0|a|b}', '1,001'), 'b');
  });

  for (const [key, english] of Object.entries(KEYED).filter(([, text]) => /\{\d/.test(text))) {
    it(`agree with 0, 1 and many: ${key}`, () => {
      const translated = ITALIAN[english] ?? assert.fail(`no Italian for ${key}`);
      const one = key.replace(/many$/, 'one');
      if (key.endsWith('.many')) {
        assert.ok(one in KEYED, `${one} is there`);
        const text = KEYED[one] ?? '';
        assert.ok(!ENGLISH.some(([, many]) => new RegExp(`\\b1 ${many}\\b`).test(text)), text);
      } else if (NEVER_ONE[key] === undefined) {
        assertAgrees(english, ENGLISH);
        assertAgrees(translated, ITALIAN_NOUNS);
      }
    });
  }

  it('agree in the texts of VS Code as well', () => {
    const keyed = new Set(Object.values(KEYED));
    // '{0} files' is said of several, '{0} messages' has '1 message' beside it.
    const ofSeveral = new Set(['{0} files', '{0} messages', 'Analyze {0} Files']);
    const others = Object.entries(ITALIAN).filter(([text]) => !keyed.has(text) && !ofSeveral.has(text));
    assert.ok(others.length > 50);
    for (const [english, text] of others) {
      assertAgrees(english, ENGLISH);
      assertAgrees(text, ITALIAN_NOUNS);
    }
  });
});
