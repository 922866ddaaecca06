import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import italian from '../../l10n/bundle.l10n.it.json';
import type { ExportContent } from '../../src/core/export/content';
import type { ExportStrings } from '../../src/core/export/exportWording';
import { ENGLISH_EXPORT_STRINGS } from '../../src/core/export/exportWording';
import { auditPage } from '../../src/core/export/html/auditPage';
import { AUDIT_STYLE, AUDIT_STYLE_HASH } from '../../src/core/export/html/auditStyle';
import { REDACT_ALL, redact } from '../../src/core/export/redact';
import { reportJson } from '../../src/core/report/json';
import { printable } from '../../src/core/report/printable';
import { sampleTrace } from '../generate/sampleTrace';
import { textInput } from './analyzing';
import { CONTEXT, contentOf, HOSTILE_NAMES, hostileTrace, type WholeInput } from './exporting';
import { FIXTURES } from './fixtures';
import type { ReportJson } from './reportContract';
import { type Element, elementsIn, parseStrictly, rowsOf, textOf } from './strictHtml';

const EVERYTHING = { thresholds: { share: 0, messages: 1 } };
const SAMPLE = textInput(sampleTrace(), 'sample.csv') as WholeInput;
const ELEMENTS =
  'html head meta title style body header main footer section article h1 h2 h3 p dl dt dd div span strong em bdi wbr pre ul li ' +
  'figure table caption colgroup col thead tbody tr th td svg defs pattern path rect circle line text g';
const ATTRIBUTES =
  'lang charset content name id class scope colspan width height viewBox role aria-labelledby aria-hidden focusable fill ' +
  'fill-rule stroke stroke-width stroke-dasharray d x y x1 x2 y1 y2 cx cy r font-size font-weight text-anchor patternUnits http-equiv';

/** Classes that say what something is, and look like nothing special. */
const UNSTYLED = new Set(['warning']);

describe('the audit page', () => {
  for (const { name, inputs, options } of [
    ...FIXTURES,
    { name: 'sample', inputs: [SAMPLE], options: {} },
    { name: 'hostile names', inputs: [hostileTrace()], options: {} },
    { name: 'nothing', inputs: [textInput('', 'empty.csv') as WholeInput], options: {} },
  ]) {
    it(`is strict HTML in which nothing runs and nothing is fetched: ${name}`, async () => {
      const content = await contentOf(inputs, { ...options, ...EVERYTHING });
      for (const one of [content, redact(content, REDACT_ALL)]) {
        assertStrict(auditPage(one, CONTEXT));
      }
    });

    it(`says what the JSON report says: ${name}`, async () => {
      const content = await contentOf(inputs, { ...options, ...EVERYTHING });
      assertFigures(parseStrictly(auditPage(content, CONTEXT)), reportJson(content.report) as ReportJson, content);
    });
  }

  it('names the style by its hash, which nothing in it escapes', () => {
    assert.equal(AUDIT_STYLE_HASH, `sha256-${createHash('sha256').update(AUDIT_STYLE).digest('base64')}`);
    const source = readFileSync('src/core/export/html/auditStyle.ts', 'utf8');
    assert.ok(source.includes(AUDIT_STYLE));
    assert.doesNotMatch(AUDIT_STYLE, /url\(|@import|<\//);
  });

  it('shows hostile names as text, word for word', async () => {
    const page = parseStrictly(auditPage(await contentOf([hostileTrace()], EVERYTHING), CONTEXT));
    const text = textOf(page);
    for (const name of HOSTILE_NAMES) {
      // The label is one line: white space around a name is the trace's own affair.
      assert.ok(text.includes(printable(name).trim()), JSON.stringify(name));
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('shows the whole record where a line break stands in quotes', async () => {
    const { inputs, options } =
      FIXTURES.find(({ name }) => name === 'extended-trace/inbound') ?? FIXTURES[0] ?? assert.fail();
    const content = await contentOf(inputs, options);
    const [last] = content.evidence.filter(({ line }) => line === 14);
    assert.match(last?.text ?? '', /Three ""quoted"" lines,\nthe second;\nthe third.*SP_PROT_TLS1_0_SERVER/);
    assert.match(textOf(parseStrictly(auditPage(content, CONTEXT))), /inbound\.csv, line 14/);
  });

  it('lists the hosts without TLS or on an old version, and what is not listed', async () => {
    const page = parseStrictly(auditPage(await contentOf([SAMPLE]), CONTEXT));
    const [table] = [...elementsIn(section(page, 'hosts'))].filter(({ name }) => name === 'table');
    assert.deepEqual(rowsOf(table as Element).slice(1), [
      ['From your partner - Fabrikam Partner'],
      [
        '192.0.2.99 / warehouse.fabrikam.example',
        'TLS 1.0 / CALG_3DES',
        '11',
        '2026-02-23 / 2026-03-08',
        'Line 43 / sample.csv',
      ],
    ]);
  });

  it("is in the reader's language, numbers too", async () => {
    const translated: Readonly<Record<string, string>> = italian;
    const strings = Object.fromEntries(
      Object.entries(ENGLISH_EXPORT_STRINGS).map(([key, english]) => [key, translated[english] ?? english]),
    ) as ExportStrings;
    const content = await contentOf([SAMPLE]);
    const page = parseStrictly(auditPage(content, { ...CONTEXT, strings, locale: 'it' }));
    const [html] = [...elementsIn(page)].filter(({ name }) => name === 'html');
    assert.equal(html?.attributes.get('lang'), 'it');
    assert.match(textOf(page), /64,5%/);
    assert.doesNotMatch(textOf(section(page, 'counting')), /\b(the|message|counted)\b/);
  });

  it('groups long periods by weeks, and says so', async () => {
    const rows = ['2025-06-01', '2026-03-02'].map((day) => `${day},From your org - HQ,OnPremises,True,0,100,10\n`);
    const header = 'Date,Connector direction and name,Connector type,Forced TLS?,No TLS,TLS 1.2,Volume\n';
    const content = await contentOf([textInput(header + rows.join('')) as WholeInput]);
    const days = section(parseStrictly(auditPage(content, CONTEXT)), 'days');
    assert.match(textOf(days), /^TLS per week/);
    assert.match(textOf(days), /messages per week by TLS state, 2025-06-01 to 2026-03-02/);
  });
});

function assertStrict(html: string): void {
  assert.ok(html.startsWith('<!DOCTYPE html>\n<html lang="en">'));
  const page = parseStrictly(html);
  const all = [...elementsIn(page)].slice(1);
  const ids = new Set<string>();
  for (const { name, attributes } of all) {
    assert.ok(ELEMENTS.split(' ').includes(name), `<${name}>`);
    for (const [attribute, value] of attributes) {
      assert.ok(ATTRIBUTES.split(' ').includes(attribute), `${attribute} of <${name}>`);
      assert.doesNotMatch(attribute, /^(on|style|src|href)/);
      if (attribute === 'id') {
        assert.ok(!ids.has(value), `two elements are called ${value}`);
        ids.add(value);
      }
    }
  }
  for (const { name, attributes, children } of all) {
    for (const part of (attributes.get('class') ?? 'facts').split(' ')) {
      assert.ok(UNSTYLED.has(part) || AUDIT_STYLE.includes(`.${part}`), `no style for .${part}`);
    }
    const label = attributes.get('aria-labelledby');
    assert.ok(label === undefined || ids.has(label), `nothing is called ${label}`);
    const [, pattern] = /^url\(#(.+)\)$/.exec(attributes.get('fill') ?? '') ?? [];
    assert.ok(pattern === undefined || ids.has(pattern), `no pattern ${pattern}`);
    assert.ok(name !== 'th' || attributes.has('scope'), 'a heading cell says what it heads');
    const isTitled = children.some((child) => typeof child !== 'string' && child.name === 'title');
    assert.ok(name !== 'svg' || attributes.get('aria-hidden') === 'true' || isTitled, 'a drawing has a title');
  }
  const policy = all.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
  assert.equal(
    policy?.attributes.get('content'),
    `default-src 'none'; style-src '${AUDIT_STYLE_HASH}'; base-uri 'none'; form-action 'none'`,
  );
  assert.doesNotMatch(html.replace(AUDIT_STYLE, ''), /url\((?!#)|@import|javascript:/);
  assertHeadings(all);
}

/** One h1, and no level left out on the way down. */
function assertHeadings(all: readonly Element[]): void {
  let level = 0;
  for (const { name } of all) {
    const [, own] = /^h([1-6])$/.exec(name) ?? [];
    if (own !== undefined) {
      assert.ok(Number(own) <= level + 1, `${name} below h${level}`);
      level = Number(own);
    }
  }
  assert.equal(all.filter(({ name }) => name === 'h1').length, 1);
  assert.equal(all.filter(({ name }) => name === 'title').length > 0, true);
}

function assertFigures(page: Element, report: ReportJson, { report: { files } }: ExportContent): void {
  for (const direction of ['inbound', 'outbound'] as const) {
    const { messages, tls } = report.directions[direction];
    const part = [...elementsIn(section(page, 'result'))].find(
      (one) =>
        one.attributes.get('class') === 'direction' &&
        textOf(one).startsWith(direction === 'inbound' ? 'Inbound' : 'Outbound'),
    );
    const [table] = part === undefined ? [] : [...elementsIn(part)].filter(({ name }) => name === 'table');
    const rows = table === undefined ? [] : rowsOf(table).slice(1);
    const total = rows.reduce((sum, row) => sum + countIn(row[2] ?? ''), 0);
    assert.equal(total, messages, direction);
    for (const [state, count] of Object.entries(tls)) {
      const name = ENGLISH_EXPORT_STRINGS[`tls.${state as keyof typeof tls}`];
      assert.equal(countIn(rows.find((row) => row[0] === name)?.[2] ?? ''), count, `${direction} ${state}`);
    }
  }
  const [table] = [...elementsIn(section(page, 'connectors'))].filter(({ name }) => name === 'table');
  const rows = table === undefined ? [] : rowsOf(table).slice(1);
  assert.deepEqual(
    rows.map((row) => countIn(row.at(-1) ?? '')),
    report.connectors.map(({ messages }) => messages),
  );
  for (const [index, row] of rows.entries()) {
    const counts = row.slice(2, -1).map((cell) => countIn(/ \/ (.*)$/.exec(cell)?.[1] ?? '0'));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      report.connectors[index]?.messages,
      'the states of a connector add up to its messages',
    );
  }
  const [read] = [...elementsIn(section(page, 'read'))].filter(({ name }) => name === 'table');
  assert.deepEqual(
    rowsOf(read as Element)
      .slice(1)
      .map((row) => row.slice(2).map(countIn)),
    files.map(({ records, used }) => [records, used, records - used]),
  );
  const found = [...elementsIn(section(page, 'findings'))].filter(({ name }) => name === 'article');
  assert.equal(found.length, report.insights.length);
  for (const [index, insight] of report.insights.entries()) {
    assert.ok(textOf(found[index] as Element).includes(`line ${insight.line}`));
  }
}

function countIn(text: string): number {
  return Number(text.replace(/[≈\s,]/g, ''));
}

function section(page: Element, id: string): Element {
  const found = [...elementsIn(page)].find(
    (one) => one.name === 'section' && one.attributes.get('aria-labelledby') === id,
  );
  assert.ok(found !== undefined, `no section ${id}`);
  return found;
}
