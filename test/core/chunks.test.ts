import assert from 'node:assert/strict';
import { placesIn } from './accounting';
import { type Input, piecesOf, reportOf } from './analyzing';
import { encode } from './encodings';
import { type Fixture, fixture, SEPARATE_FIXTURES } from './fixtures';

describe('a file says the same in whatever pieces it comes', () => {
  for (const exports of SEPARATE_FIXTURES) {
    it(`${exports.name} in pieces of 1, 2, 3 and 7 bytes`, async () => {
      const expected = await reportOf(exports.inputs, exports.options);
      for (const size of [1, 2, 3, 7]) {
        const cut = exports.inputs.map(({ path, bytes }) => ({ path, bytes: piecesOf(bytes, size) }));
        assert.deepEqual(await reportOf(cut, exports.options), expected, `pieces of ${size}`);
      }
    });

    it(`${exports.name} split in two`, async () => {
      await splitEverywhere(exports, (bytes) => bytes);
    });
  }

  it('with lone carriage returns split in two', async () => {
    const old = (bytes: Uint8Array): Uint8Array =>
      encode(new TextDecoder().decode(bytes).replaceAll('\r\n', '\r'), 'UTF-8');
    await splitEverywhere(fixture('extended-trace/inbound'), old);
  });

  it('in UTF-16 split in two', async () => {
    await splitEverywhere(fixture('connector-report/day-first'), (bytes) =>
      encode(new TextDecoder().decode(bytes), 'UTF-16LE'),
    );
  });

  for (const newline of ['\r\n', '\n', '\r']) {
    it(`with a line that is not UTF-8 after the first 64 KiB, lines ending with ${JSON.stringify(newline)}`, async () => {
      await splitAroundLatin1(newline);
    });
  }
});

/** A line in Windows-1252 among lines in UTF-8, behind what is looked at to tell the encoding. */
async function splitAroundLatin1(newline: string): Promise<void> {
  const row = `2026-03-02,From your partner - Fabrikam,Partner,True,0,0,0,100,5${newline}`;
  const header = `Date,Connector direction and name,Connector type,Forced TLS?,No TLS,TLS 1.0,TLS 1.1,TLS 1.2,Volume${newline}`;
  const early = Buffer.from(header + row.repeat(1100).replaceAll('Fabrikam', 'Fäbrikam'));
  const late = Buffer.from(row.replace('Fabrikam', 'Jürgens'), 'latin1');
  const bytes = Buffer.concat([early, late, Buffer.from(row)]);
  const whole = await reportOf([{ path: 'a.csv', bytes }]);
  assert.deepEqual(
    whole.files[0]?.problems.filter((problem) => problem.reason === 'invalidUtf8').map(({ line }) => line),
    [1102],
  );
  assert.deepEqual(whole.connectors.map((connector) => connector.name).toSorted(), ['Fabrikam', 'Fäbrikam', 'Jürgens']);
  for (let at = early.length - 3; at < early.length + late.length + 3; at++) {
    const split: Input = { path: 'a.csv', bytes: [bytes.subarray(0, at), bytes.subarray(at)] };
    assert.deepEqual(await reportOf([split]), whole, `split at ${at}`);
  }
}

async function splitEverywhere({ inputs, options }: Fixture, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const files: readonly Input[] = inputs.map(({ path, bytes }) => ({ path, bytes: change(bytes) }));
  const expected = await reportOf(files, options);
  for (const [index, { path, bytes: unchanged }] of inputs.entries()) {
    const bytes = change(unchanged);
    for (const at of placesIn(bytes.length)) {
      const split: Input = { path, bytes: [bytes.subarray(0, at), bytes.subarray(at)] };
      assert.deepEqual(await reportOf(files.with(index, split), options), expected, `${path} split at ${at}`);
    }
  }
}
