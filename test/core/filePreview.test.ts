import assert from 'node:assert/strict';
import { type FilePreview, previewFile } from '../../src/core/reading/filePreview';
import { START_BYTES } from '../../src/core/reading/startBytes';
import { ENCODINGS, encode } from './encodings';

const preview = (text: string): FilePreview => {
  const shown = previewFile(new TextEncoder().encode(text));
  assert.ok(shown !== undefined);
  return shown;
};

describe('preview of a file', () => {
  it('shows titles and the first three different values of each column', () => {
    const rows = ['a;1;;x', 'a;2;;x', 'b;3;;x', 'c;4;;x', 'd;5;;x'];
    assert.deepEqual(preview(['When;Number;Empty;Letter', ...rows, ''].join('\r\n')), {
      encoding: 'utf-8',
      layout: 'table',
      delimiter: ';',
      header: ['When', 'Number', 'Empty', 'Letter'],
      columns: [
        { title: 'When', values: ['a', 'b', 'c'] },
        { title: 'Number', values: ['1', '2', '3'] },
        { title: 'Empty', values: [] },
        { title: 'Letter', values: ['x'] },
      ],
    });
  });

  it('reads quotes, marker lines and what is cut as the engine does', () => {
    const { columns } = preview('sep=,\r\n#TYPE Something\r\n"A, B","C ""D"""\r\n"1,\r\n2","3"\r\n"4","5');
    assert.deepEqual(columns, [
      { title: 'A, B', values: ['1, 2'] },
      { title: 'C "D"', values: ['3'] },
    ]);
  });

  it('shows a header without records', () => {
    assert.deepEqual(preview('When,Which way\n').columns, [
      { title: 'When', values: [] },
      { title: 'Which way', values: [] },
    ]);
  });

  it('shows members of JSON objects, also those that the first one lacks', () => {
    const shown = preview('[{"at":"2026-03-02T10:00:00Z","tls":{"version":"1.2"}},{"at":"later","way":"in"}]');
    assert.equal(shown.layout, 'json');
    assert.equal(shown.delimiter, null);
    assert.deepEqual(shown.header, ['at', 'tls.version']);
    assert.deepEqual(shown.columns, [
      { title: 'at', values: ['2026-03-02T10:00:00Z', 'later'] },
      { title: 'tls.version', values: ['1.2'] },
      { title: 'way', values: ['in'] },
    ]);
  });

  it('finds no header where there is none', () => {
    const rows = '2026-03-02T10:00:00Z,MX\\Partners,08DC000000000000\n'.repeat(3);
    const prose = 'Dear colleague, here they are.\nOne, two, three\nFour, five, six\nBye\n';
    const mail = 'ann@fabrikam.example,bob@contoso.example\ncyd@fabrikam.example,bob@contoso.example\n';
    for (const text of [rows, prose, mail, 'one word\nanother\n']) {
      const { layout, header, columns } = preview(text);
      assert.deepEqual({ layout, header, columns }, { layout: 'text', header: [], columns: [] }, text);
    }
  });

  it('names a column once, and none that has no title', () => {
    const { header, columns } = preview(',When,WHEN,Way\n1,2,3,4\n');
    assert.deepEqual(header, ['', 'When', 'WHEN', 'Way']);
    assert.deepEqual(
      columns.map(({ title, values }) => [title, ...values]),
      [
        ['When', '2'],
        ['Way', '4'],
      ],
    );
  });

  it('makes long values short and takes out what would forge a line', () => {
    const { columns } = preview(`A,B\n${'x'.repeat(500)},a\u202eb\u0007c\n`);
    assert.deepEqual(columns[0]?.values, [`${'x'.repeat(80)}…`]);
    assert.deepEqual(columns[1]?.values, ['a b c']);
  });

  it('shows no more columns than anybody can choose from', () => {
    const titles = Array.from({ length: 2000 }, (_, number) => `C${number}`);
    const { header, columns } = preview(`${titles.join(',')}\n`);
    assert.equal(header.length, 2000);
    assert.equal(columns.length, 500);
  });

  it('looks at the beginning of a long file, and not at the record that it cuts', () => {
    const row = (number: number) => `${number},${'y'.repeat(30_000)}\n`;
    const bytes = new TextEncoder().encode(`A,B\n${row(1)}${row(2)}${row(3)}${row(4)}`);
    assert.deepEqual(previewFile(bytes.subarray(0, START_BYTES))?.columns[0]?.values, ['1', '2']);
  });

  it('is none of an empty file or of bytes that are no text', () => {
    assert.equal(previewFile(new Uint8Array(0)), undefined);
    assert.equal(previewFile(Uint8Array.of(1, 0, 2, 0, 0, 0, 3, 255, 0, 9)), undefined);
  });

  for (const encoding of ENCODINGS) {
    it(`is the same in ${encoding}`, () => {
      const shown = previewFile(encode('Wann,Richtung,Größe\r\n2026-03-02 10:00,ein,über\r\n', encoding));
      assert.deepEqual(shown?.columns, [
        { title: 'Wann', values: ['2026-03-02 10:00'] },
        { title: 'Richtung', values: ['ein'] },
        { title: 'Größe', values: ['über'] },
      ]);
    });
  }
});
