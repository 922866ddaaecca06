import assert from 'node:assert/strict';
import { scanning as nodeScanning } from '../../../src/platform/node/scanning';
import { scanning } from '../../../src/platform/web/scanning';

describe('Scanning in a browser', () => {
  const text = Array.from({ length: 300 }, (_, index) => String.fromCharCode(32 + (index % 95))).join('');

  for (const [name, bytes, width] of [
    ['ascii', Buffer.from(text, 'latin1'), 1],
    ['utf16', Buffer.from(text, 'utf16le'), 2],
  ] as const) {
    it(`makes the same text as in Node, short or long: ${name}`, () => {
      const memory = new Uint8Array(bytes);
      for (let start = 0; start < 40; start++) {
        for (let length = 0; length < 200; length++) {
          const from = start * width;
          const to = from + length * width;
          assert.equal(scanning[name](memory, from, to), nodeScanning[name](memory, from, to));
        }
      }
    });
  }
});
