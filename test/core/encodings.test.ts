import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { type Input, reportOf, textInput } from './analyzing';
import { decode, ENCODINGS, encode } from './encodings';
import { FIXTURES, fixture, isTable } from './fixtures';
import type { ReportJson } from './reportContract';

const DELIMITERS = [',', ';', '\t', '|'];

describe('encodings and delimiters', () => {
  for (const { name, inputs, options } of FIXTURES) {
    it(`${name} says the same in every encoding`, async () => {
      const expected = withoutEncoding(await reportOf(inputs, options));
      for (const encoding of ENCODINGS) {
        const encoded = inputs.map((input) => changed(input, (text) => encode(text, encoding)));
        assert.deepEqual(withoutEncoding(await reportOf(encoded, options)), expected, encoding);
      }
    });
  }

  for (const { name, inputs, options } of FIXTURES.filter(isTable)) {
    it(`${name} says the same with every delimiter`, async () => {
      const expected = await reportOf(inputs, options);
      for (const delimiter of DELIMITERS) {
        const written = inputs.map((input) => changed(input, (text) => encode(redelimited(text, delimiter), 'UTF-8')));
        assert.deepEqual(await reportOf(written, options), expected, JSON.stringify(delimiter));
      }
    });
  }

  it('are read where a lone carriage return ends records, also where cells hold other line breaks', async () => {
    for (const subject of ['Hello', 'two\nlines', 'three\r\nof\rthem', 'it says ""\n""']) {
      const rows = ['1', '2'].map((id) => {
        const data = 'S:FromEntity=Internet;S:tlsversion=SP_PROT_TLS1_2_SERVER';
        return `2026-03-02T08:00:00Z,SMTP,RECEIVE,${id},"${subject}",${data}\r`;
      });
      const header = 'date_time_utc,source,event_id,network_message_id,message_subject,custom_data\r';
      const { files, directions } = await reportOf([textInput(header + rows.join(''))]);
      assert.deepEqual([files[0]?.format, files[0]?.used], ['extended-message-trace', 2], JSON.stringify(subject));
      assert.deepEqual(directions.inbound.tls, { 'tls1.2': 2 });
    }
  });

  it('are read behind the markers of PowerShell and Excel', async () => {
    const { inputs, options } = fixture('extended-trace/missing-tls-means-none');
    const expected = await reportOf(inputs, options);
    for (const marker of ['#TYPE System.Management.Automation.PSCustomObject\r\n', 'sep=,\r\n', '\r\n\r\n']) {
      const marked = inputs.map((input) => changed(input, (text) => encode(marker + text, 'UTF-8')));
      assert.deepEqual(await reportOf(marked, options), expected, marker);
    }
  });
});

function changed(input: Input, change: (text: string) => Uint8Array): Input {
  return { path: input.path, bytes: change(decode(input.bytes as Uint8Array)) };
}

function redelimited(text: string, delimiter: string): string {
  const { data } = Papa.parse<string[]>(text.replace(/\r\n$/, ''));
  return `${Papa.unparse(data, { delimiter, quotes: delimiter !== ',', newline: '\r\n' })}\r\n`;
}

function withoutEncoding(report: ReportJson): object {
  return { ...report, files: report.files.map((file) => ({ ...file, encoding: '' })) };
}
