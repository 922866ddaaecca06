import assert from 'node:assert/strict';
import { assistantAnswer } from '../../src/core/assistant/answer';
import { readQuestion } from '../../src/core/assistant/question';
import { connector, day, report } from '../webview/samples';

interface Answer {
  readonly namesAreStandIns: boolean;
  readonly analyses: readonly {
    readonly name: string;
    readonly connectorsFound: number;
    readonly found: readonly { readonly connector: string; readonly messages: number; readonly tls: object }[];
  }[];
}

const DAY = '2026-03-02';
const asked = {
  title: 'trace-contoso.csv',
  report: report(
    connector([day(DAY, [0, 0, 0, 10, 0, 90, 0, 5])], { name: 'Fabrikam' }),
    connector([day(DAY, [1, 0, 0, 0, 0, 99, 0, 0])], { name: 'Northwind', direction: 'outbound' }),
    connector([day(DAY, [0, 0, 0, 40, 0, 60, 0, 0])], { name: 'Adatum' }),
    connector([day(DAY, [0, 0, 0, 0, 0, 0, 7, 0])], { name: null, type: 'NoConnector' }),
  ),
};

const answer = (input: unknown, withNames: boolean): Answer =>
  assistantAnswer([asked], readQuestion(input), withNames) as Answer;

describe('what an assistant is told', () => {
  it('is who still uses TLS 1.0, where nothing else is asked: the connector with the most weak mail first', () => {
    const { namesAreStandIns, analyses } = answer({}, true);
    assert.equal(namesAreStandIns, false);
    assert.equal(analyses[0]?.name, 'trace-contoso.csv');
    assert.deepEqual(
      analyses[0]?.found.map(({ connector: label, messages, tls }) => [label, messages, tls]),
      [
        [
          'From your partner - Adatum',
          100,
          { 'tls1.0': { messages: 40, percent: 40 }, 'tls1.2': { messages: 60, percent: 60 } },
        ],
        [
          'From your partner - Fabrikam',
          105,
          {
            'tls1.0': { messages: 10, percent: 10 },
            'tls1.2': { messages: 90, percent: 90 },
            unknown: { messages: 5 },
          },
        ],
      ],
    );
  });

  it('names nobody unless it is allowed', () => {
    const text = JSON.stringify(answer({ tls: ['tls1.0', 'none', 'tls1.3'] }, false));
    assert.doesNotMatch(text, /Fabrikam|Northwind|Adatum|contoso/i);
    assert.match(text, /From your partner - connector-\d/);
    assert.match(text, /"name":"Analysis 1"/);
    assert.match(text, /From the internet without a connector/);
  });

  it('goes by state and direction', () => {
    const labels = (input: unknown) => answer(input, true).analyses[0]?.found.map(({ connector: label }) => label);
    assert.deepEqual(labels({ tls: ['none'] }), ['To your partner - Northwind']);
    assert.deepEqual(labels({ tls: ['none'], direction: 'inbound' }), []);
    assert.equal(labels({ tls: ['tls1.2', 'tls1.3'] })?.length, 4);
  });

  it('does not grow with the number of connectors', () => {
    const many = Array.from({ length: 400 }, (_, number) =>
      connector([day(DAY, [0, 0, 0, 1 + number, 0, 0, 0, 0])], { name: `Partner ${number}` }),
    );
    const told = assistantAnswer([{ title: 'a', report: report(...many) }], readQuestion({}), true) as Answer;
    assert.equal(told.analyses[0]?.found.length, 50);
    assert.equal(told.analyses[0]?.connectorsFound, 400);
    assert.equal(told.analyses[0]?.found[0]?.messages, 400);
  });

  it('is refused in words where the question is none', () => {
    for (const [input, why] of [
      [{ tls: 'tls1.0' }, /"tls" is a list/],
      [{ tls: [] }, /"tls" is a list/],
      [{ tls: ['tls9'] }, /"tls" is a list/],
      [{ tls: ['tls1.0', 7] }, /"tls" is a list/],
      [{ direction: 'up' }, /"direction" is inbound or outbound/],
      [{ host: 'mail.fabrikam.example' }, /There is no "host"/],
    ] as const) {
      assert.throws(() => readQuestion(input), why, JSON.stringify(input));
    }
    for (const input of [undefined, null, 7, 'x', {}]) {
      assert.deepEqual(readQuestion(input), { tls: ['tls1.0'], direction: null });
    }
  });
});
