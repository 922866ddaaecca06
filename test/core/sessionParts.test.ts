import assert from 'node:assert/strict';
import { logHead } from '../generate/protocolLogs';
import { Random } from '../generate/random';
import { reportOf } from './analyzing';
import { somePlaces, stretchedReport, TELLING, type WholeFile, wholeReport } from './inStretches';
import { smallLog } from './oddFiles';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const TLS_LINE =
  'TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits';

/** A session of one message. */
const SESSION = ['+,,', '>,220 mx ESMTP,', '<,EHLO a,', '>,250 2.6.0 <1@a.example> Queued mail,', '-,,'].map(
  (rest, sequence) =>
    `2026-03-02T08:00:0${sequence}.000Z,EX1\\Relay,08DE01,${sequence},192.0.2.1:25,203.0.113.1:9,${rest}\r\n`,
);

function log(rows: readonly string[], path = 'RECV.LOG'): WholeFile {
  return { path, bytes: utf8(logHead('receive') + rows.join('')) };
}

/** Asserts that files say the same wherever the stretches of the last one end. */
async function assertSameEverywhere(files: readonly WholeFile[]): Promise<void> {
  const expected = await wholeReport(files, TELLING);
  const last = files.at(-1)?.bytes as Uint8Array;
  for (let place = 2; place < last.length; place += 6) {
    const { report } = await stretchedReport(files, TELLING, (bytes) => (bytes === last ? [place] : []));
    assert.deepEqual(report, expected, `a stretch ends at ${place}`);
  }
}

describe('a session says the same wherever stretches end', () => {
  it('whole, in one file', async () => {
    await assertSameEverywhere([log(SESSION)]);
  });

  it('in two files', async () => {
    await assertSameEverywhere([log(SESSION.slice(0, 2), '1.LOG'), log(SESSION.slice(2), '2.LOG')]);
  });

  it('where an earlier copy of the log holds its beginning', async () => {
    await assertSameEverywhere([log(SESSION.slice(0, 3), '1.LOG'), log(SESSION, '2.LOG')]);
  });

  it('where its last row stands there twice', async () => {
    await assertSameEverywhere([log([...SESSION, SESSION[4] as string])]);
  });

  it('where its last row stands there twice', async () => {
    await assertSameEverywhere([log([...SESSION, SESSION[4] as string])]);
  });

  it('in a log and an earlier copy of it', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const random = new Random(seed);
      const lines = smallLog(seed, 12, 'receive')
        .join('')
        .split(/(?<=\r\n)/);
      const files = [lines.slice(0, random.integer(6, lines.length)), lines].map((part, index) => ({
        path: `${index}.LOG`,
        bytes: utf8(part.join('')),
      }));
      const { report } = await stretchedReport(files, TELLING, ({ length }) => somePlaces(length, 1000, random));
      assert.deepEqual(report, await wholeReport(files, TELLING), `seed ${seed}`);
    }
  });
});

describe('a session that goes on in another file', () => {
  const KNOWN = [
    { about: 'without TLS', start: [], tls: { none: 1 }, internal: 0 },
    {
      about: 'with TLS',
      start: ['<,STARTTLS,', '>,220 ready,', `*,,"${TLS_LINE}"`],
      tls: { 'tls1.2': 1 },
      internal: 0,
    },
    { about: 'inside', start: ['<,X-ANONYMOUSTLS,', '>,220 ready,', `*,,"${TLS_LINE}"`], tls: {}, internal: 1 },
  ];
  for (const { about, start, tls, internal } of KNOWN) {
    it(`says the same whatever the order of its logs and a copy that ends earlier: ${about}`, async () => {
      const rows = [
        '+,,',
        '>,220 mx ESMTP,',
        '<,EHLO a,',
        ...start,
        '>,250 2.6.0 <1@a.example> Queued mail,',
        '-,,',
      ].map(
        (rest, sequence) =>
          `2026-03-02T08:00:0${sequence}.000Z,EX1\\Relay,08DE01,${sequence},192.0.2.1:25,203.0.113.1:9,${rest}\r\n`,
      );
      const goesOn = rows.length - 2;
      const [copy, first, second] = [rows.slice(0, 2), rows.slice(0, goesOn), rows.slice(goesOn)].map((part, index) =>
        log(part, `${index}.LOG`),
      ) as [WholeFile, WholeFile, WholeFile];
      for (const files of [
        [copy, first, second],
        [copy, second, first],
        [first, copy, second],
        [first, second, copy],
        [second, copy, first],
        [second, first, copy],
      ]) {
        const report = await reportOf(files);
        const order = files.map(({ path }) => path).join(' ');
        assert.deepEqual([report.directions.inbound.tls, report.internal], [tls, internal], order);
      }
    });
  }
});
