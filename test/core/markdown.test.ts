import assert from 'node:assert/strict';
import { markdownCode, markdownText } from '../../src/core/export/markdown/markdownText';
import { reportMarkdown } from '../../src/core/export/markdown/reportMarkdown';
import { reportJson } from '../../src/core/report/json';
import { printable } from '../../src/core/report/printable';
import { sampleTrace } from '../generate/sampleTrace';
import { textInput } from './analyzing';
import { CONTEXT, contentOf, HOSTILE_NAMES, hostileTrace, type WholeInput } from './exporting';
import { FIXTURES } from './fixtures';
import type { ReportJson } from './reportContract';

const EVERYTHING = { thresholds: { share: 0, messages: 1 } };

describe('the Markdown summary', () => {
  for (const { name, inputs, options } of [
    ...FIXTURES,
    { name: 'sample', inputs: [textInput(sampleTrace(), 'sample.csv') as WholeInput], options: {} },
    { name: 'hostile names', inputs: [hostileTrace()], options: {} },
    { name: 'nothing', inputs: [textInput('', 'empty.csv') as WholeInput], options: {} },
  ]) {
    it(`has tables whose rows all fit, and the figures of the JSON report: ${name}`, async () => {
      const content = await contentOf(inputs, { ...options, ...EVERYTHING });
      const report = reportJson(content.report) as ReportJson;
      const tables = tablesIn(reportMarkdown(content, CONTEXT));
      const [result = [], ...others] = tables;
      assert.deepEqual(
        result.slice(1).map((row) => countIn(row[1] ?? '')),
        [report.directions.outbound.messages, report.directions.inbound.messages],
      );
      const connectors = others.find(([header]) => header?.[0] === 'Connector') ?? [];
      assert.deepEqual(
        connectors.slice(1).map((row) => [row[0], countIn(row[3] ?? ''), sumOf(row.slice(4))]),
        report.connectors.map(({ label, messages }) => [markdownText(label), messages, messages]),
      );
      const files = others.find(([header]) => header?.[0] === 'File') ?? [];
      assert.deepEqual(
        files.slice(1).map((row) => [countIn(row[3] ?? ''), countIn(row[4] ?? '')]),
        report.files.map(({ records, used }) => [records, used]),
      );
    });
  }

  it('names every insight with the lines that prove it', async () => {
    const content = await contentOf([textInput(sampleTrace(), 'sample.csv') as WholeInput]);
    const text = reportMarkdown(content, CONTEXT);
    assert.match(
      text,
      /\*\*Warning\*\* \(inbound-partner-tls10\): Inbound Partner connector seeing significant TLS1\.0/,
    );
    assert.match(
      text,
      /- First line that proves it: sample\.csv, line 43: ` 2026-02-27T\S+ … .*tlsversion=SP_PROT_TLS1_0_SERVER … tlscipher=CALG_3DES `/,
    );
    assert.match(
      text,
      /- 192\.0\.2\.99: 11 of these messages, 2026-02-23 to 2026-03-08 \(UTC\), one proved by sample\.csv, line 43/,
    );
  });
});

describe('text in Markdown', () => {
  it('is no markup, whatever it is', () => {
    for (const name of HOSTILE_NAMES) {
      const text = markdownText(name);
      const bare = text.replace(/\\[\\`*_[\]|~$#+=-]/g, '').replace(/&(amp|lt|gt|#\d+);/g, '');
      assert.doesNotMatch(bare, /[`*_[\]|~$<>\n\r]|:\/\/|www\.|@/, text);
      assert.doesNotMatch(bare, /^\s*([-+#=]|\d+[.)]\s)/, text);
    }
  });

  it('is read as what it was', () => {
    for (const name of HOSTILE_NAMES) {
      assert.equal(unescaped(markdownText(name)), printable(name).trim());
      assert.ok(markdownCode(name).includes(printable(name)));
    }
    assert.equal(markdownCode('a ``b`` c'), '``` a ``b`` c ```');
    assert.equal(markdownText('1. one'), '1\\. one');
    assert.equal(markdownText('192.0.2.1'), '192.0.2.1');
  });
});

/** The tables, each as its rows; the rule below the header is left out. Every row has as many cells as the header. */
function tablesIn(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let isInside = false;
  for (const line of markdown.split('\n')) {
    const isRow = line.startsWith('|');
    if (isRow && !isInside) {
      tables.push([]);
    }
    isInside = isRow;
    if (isRow) {
      tables.at(-1)?.push(
        line
          .slice(1, -1)
          .split(/(?<!\\)(?:\\\\)*\|/)
          .map((cell) => cell.trim()),
      );
    }
  }
  for (const [header, rule, ...rows] of tables) {
    assert.ok(
      rule?.every((cell) => /^-{3}:?$/.test(cell)),
      String(rule),
    );
    for (const row of [rule ?? [], ...rows]) {
      assert.equal(row.length, header?.length, `${row} below ${header}`);
    }
  }
  return tables.map(([header = [], , ...rows]) => [header, ...rows]);
}

function unescaped(text: string): string {
  return text
    .replace(/\\([\\`*_[\]|~$#+=.)-])/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** The number in a cell such as `≈ 1,234` or `12.5% (340)`. */
function countIn(cell: string): number {
  const [, inBrackets] = /\(([\d,]+)\)$/.exec(cell) ?? [];
  return cell === '–' ? 0 : Number((inBrackets ?? cell).replace(/[≈\s,]/g, ''));
}

function sumOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + countIn(cell), 0);
}
