import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { guessDialect } from '../../src/core/reading/dialect';
import { directive, directivesIn } from '../../src/core/reading/directives';
import { guessEncoding } from '../../src/core/reading/encoding';
import { readFileStart } from '../../src/core/reading/fileStart';
import { Random } from '../generate/random';

describe('the beginning of a file', () => {
  const text = new TextEncoder().encode('a,é,€,😀,z€é😀');

  it('is UTF-8 wherever it is cut', () => {
    for (let end = 1; end <= text.length; end++) {
      const head = text.subarray(0, end);
      assert.equal(guessEncoding(head).encoding, 'utf-8', `${end} bytes`);
      const whole = new TextDecoder().decode(head, { stream: true });
      assert.equal(readFileStart(head).text, whole, `${end} bytes`);
    }
  });

  it('is none with a byte that belongs to no character, at whatever place of a word of memory', () => {
    for (const wrong of [[0x80], [0xe2, 0x41], [0xff], [0xe0, 0x80], [0xc3, 0xc3, 0xa9], [0x80, 0x80, 0x80, 0x80]]) {
      for (let before = 0; before < 9; before++) {
        const memory = new Uint8Array(before + wrong.length + 1).fill(0x61);
        memory.set(wrong, before + 1);
        for (const from of [0, 1]) {
          assert.equal(guessEncoding(memory.subarray(from)).encoding, 'windows-1252', `${wrong}, ${before}, ${from}`);
        }
      }
    }
  });

  it('ends records with what stands outside of quotes', () => {
    const random = new Random(7);
    for (let round = 0; round < 5000; round++) {
      const head = Array.from({ length: random.integer(0, 11) }, () => random.pick([...'"\n\r,a'])).join('');
      const bare = head.replace(/"(?:[^"]|"")*(?:"|$)/g, '');
      const expected = !bare.includes('\n') && bare.includes('\r') ? '\r' : '\n';
      assert.equal(guessDialect(head).newline, expected, JSON.stringify(head));
    }
  });

  it('has the titles that papaparse finds in its header', () => {
    const random = new Random(8);
    let odd = 0;
    for (let round = 0; round < 5000; round++) {
      const header = Array.from({ length: random.integer(1, 11) }, () => random.pick([...'"\r,;\té ab'])).join('');
      const start = `${header}\n`;
      const { delimiter, newline } = guessDialect(start);
      if (header.trim() !== '' && newline === '\n') {
        const { data } = Papa.parse<string[]>(header.replace(/\r$/, ''), { delimiter });
        const { columns } = readFileStart(new TextEncoder().encode(start));
        assert.deepEqual(columns.titles, data[0], JSON.stringify(header));
        odd += Number(/["\r]/.test(header));
      }
    }
    assert.ok(odd > 1000, `${odd} odd ones`);
  });

  it('has directives in lines of their own', () => {
    const lines = directivesIn('\uFEFF#Software: x\r\n#log-TYPE:  SMTP Receive\rnone #Date: y\n# #\u2028#Fields:a,b');
    assert.deepEqual(lines, ['#Software: x', '#log-TYPE:  SMTP Receive', '# #', '#Fields:a,b']);
    assert.equal(directive(lines, 'Log-type'), 'SMTP Receive');
    assert.equal(directive(lines, 'Date'), undefined);
  });
});
