import assert from 'node:assert/strict';
import { Adding, MOST_PEERS } from '../../src/core/aggregate/addingKernel';
import { HostNotes } from '../../src/core/aggregate/hostNotes';
import { PeerTable } from '../../src/core/aggregate/peerTable';
import { REDACT_ALL, redact } from '../../src/core/export/redact';
import { HostNoteList } from '../../src/core/facts/hostNoteList';
import { CertificateRows, certificateIn } from '../../src/core/formats/protocolLog/certificateRows';
import { formatDay } from '../../src/core/model/day';
import { Names } from '../../src/core/reading/names';
import { keyOf } from '../../src/core/report/connectorReport';
import type { DrillDownQuery } from '../../src/core/report/drillDown';
import { logHead } from '../generate/protocolLogs';
import { Random } from '../generate/random';
import { analysisOf, done, reportOf, textInput } from './analyzing';
import { allExports, contentOf } from './exporting';
import { somePlaces, stretchedReport, TELLING } from './inStretches';

const TLS10 =
  'TLS protocol SP_PROT_TLS1_0_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA1 with strength 160 bits and key exchange algorithm CALG_ECDHE with strength 256 bits';
const CERTIFICATE =
  ' CN=mail.fabrikam.example, O=Fabrikam CN=Example Issuing CA, O=Example 0A1B2C3D 00112233445566778899AABBCCDDEEFF00112233 2025-05-02T00:00:00.000Z 2026-05-02T23:59:59.000Z mail.fabrikam.example;fabrikam.example';
const HEADINGS =
  'certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names';

/** A log in which a host hands over so many messages under TLS 1.0, and says what it is called. */
function receiveLog(messages: number, hello = 'EHLO Mail.Fabrikam.example'): string {
  const rows = Array.from({ length: messages }, (_, index) => {
    const said: readonly (readonly [string, string, string?])[] = [
      ['+', ''],
      ['>', '220 mx.contoso.example Microsoft ESMTP MAIL Service ready'],
      ['<', hello],
      ['>', '250 STARTTLS'],
      ['<', 'STARTTLS'],
      ['>', '220 2.0.0 SMTP server ready'],
      [
        '*',
        ' CN=mx.contoso.example CN=mx 0A 00112233445566778899AABBCCDDEEFF00112244 2025-01-01T00:00:00.000Z 2027-01-01T00:00:00.000Z x',
        `Sending ${HEADINGS}`,
      ],
      ['*', CERTIFICATE, `Received ${HEADINGS}`],
      ['*', '', TLS10],
      ['<', hello],
      ['>', '250 SIZE'],
      ['<', 'MAIL FROM:<a@fabrikam.example>'],
      ['>', '250 2.1.0 Sender OK'],
      ['<', 'RCPT TO:<b@contoso.example>'],
      ['>', '250 2.1.5 Recipient OK'],
      ['<', 'DATA'],
      ['>', '354 Start mail input'],
      ['>', `250 2.6.0 <${index}@fabrikam.example> [InternalId=${index}] Queued mail for delivery`],
      ['<', 'QUIT'],
      ['>', '221 2.0.0 closing'],
      ['-', '', 'Remote'],
    ];
    const session = (0x08dc3a7a05f00000n + BigInt(index)).toString(16).padStart(16, '0').toUpperCase();
    return said.map(([event, data, context = ''], sequence) =>
      [
        `2026-03-02T08:${String(index % 60).padStart(2, '0')}:00.000Z`,
        'MX\\Partners',
        session,
        sequence,
        '198.51.100.5:25',
        '192.0.2.7:50001',
        event,
        `"${data}"`,
        `"${context}"`,
      ].join(','),
    );
  });
  return `${logHead('receive')}${rows.flat().join('\r\n')}\r\n`;
}

describe('what a host says of itself', () => {
  it('is told with the insight that it causes', async () => {
    const log = textInput(receiveLog(12), 'RECV.LOG');
    const { insights } = await reportOf([log], { typeOf: () => 'Partner' });
    const host = insights.find(({ rule }) => rule === 'inbound-partner-tls10')?.hosts[0];
    assert.deepEqual([host?.host, host?.names], ['192.0.2.7', ['mail.fabrikam.example']]);
    assert.deepEqual(host?.certificates, [{ subject: 'CN=mail.fabrikam.example, O=Fabrikam', expires: '2026-05-02' }]);
  });

  it('is in every export that names hosts, and in none that is redacted', async () => {
    const content = await contentOf([{ path: 'RECV.LOG', bytes: new TextEncoder().encode(receiveLog(12)) }], {
      typeOf: () => 'Partner',
    });
    const exports = allExports(content);
    for (const format of ['text', 'json', 'markdown', 'html']) {
      assert.match(exports[format] ?? '', /CN=.{0,10}mail\..{0,10}fabrikam\..{0,10}example/, format);
      assert.match(exports[format] ?? '', /2026-05-02/, format);
    }
    const [header = '', row = ''] = (exports['csv-hosts'] ?? '').split('\r\n');
    assert.match(header, /"Remote host","Calls itself","Sender domain"/);
    assert.match(row, /"192\.0\.2\.7","mail\.fabrikam\.example","fabrikam\.example"/);
    const hosts =
      /<section aria-labelledby="hosts".*?<\/section>/s.exec((exports.html ?? '').replaceAll('<wbr>', ''))?.[0] ?? '';
    assert.match(hosts, /192\.0\.2\.7.*Calls itself: mail\.fabrikam\.example/s);
    for (const [format, text] of Object.entries(allExports(redact(content, REDACT_ALL)))) {
      assert.equal(/fabrikam/i.exec(text), null, format);
    }
  });

  it('stands with the remote hosts of a connector, whichever of their messages are asked for', async () => {
    const logs = [
      receiveLog(2),
      receiveLog(1, 'HELO relay').replaceAll('2026-03-02', '2026-03-03'),
      receiveLog(1, 'EHLO other').replaceAll('192.0.2.7', '192.0.2.8'),
      receiveLog(1, 'NOOP').replaceAll('192.0.2.7', '192.0.2.9'),
    ];
    // Sessions of their own in each.
    const inputs = logs.map((log, number) =>
      textInput(log.replaceAll('08DC3A7A', `08DC3A${number}A`), `${number}.LOG`),
    );
    const analysis = await analysisOf(inputs);
    const [connector = assert.fail()] = analysis.report().connectors.map(keyOf);
    const named = (query: Omit<DrillDownQuery, 'connector'>): unknown =>
      done(analysis.peers({ connector, ...query }))?.hosts.map(({ host, names }) => [host, names]);
    const both = ['192.0.2.7', ['relay', 'mail.fabrikam.example']];
    assert.deepEqual(named({}), [both, ['192.0.2.8', ['other']], ['192.0.2.9', []]]);
    const period = { start: '2026-03-02', end: '2026-03-02' };
    assert.deepEqual(named({ period, host: '192.0.2.7', tls: 'tls1.0' }), [both]);
  });

  it('is read from EHLO, HELO and greetings, and from nothing else', async () => {
    for (const [hello, names] of [
      ['EHLO MX.example', ['mx.example']],
      ['helo mx', ['mx']],
      ['EHLO [192.0.2.1]', ['[192.0.2.1]']],
      ['EHLO', []],
      ['NOOP mx.example', []],
    ] as const) {
      const { insights } = await reportOf([textInput(receiveLog(12, hello))], { typeOf: () => 'Partner' });
      assert.deepEqual(insights[0]?.hosts[0]?.names, names, hello);
    }
    const send = receiveLog(12)
      .replace('Receive Protocol', 'Send Protocol')
      .replace(/,([<>]),/g, (_, event) => `,${event === '<' ? '>' : '<'},`)
      .replaceAll('_SERVER', '_CLIENT');
    const { insights } = await reportOf([textInput(send)]);
    const host = insights.find(({ rule }) => rule === 'outbound-old-tls')?.hosts[0];
    assert.deepEqual(host?.names, ['mx.contoso.example'], 'not the status code of the reply to STARTTLS');
  });

  it('is a certificate with its end, where one row tells', () => {
    const [until, subject] = certificateIn(CERTIFICATE)?.split('\t') ?? [];
    assert.deepEqual([formatDay(Number(until)), subject], ['2026-05-02', 'CN=mail.fabrikam.example, O=Fabrikam']);
    const otherDate = CERTIFICATE.replace('2026-05-02T23:59:59.000Z', '02.05.2026');
    assert.equal(certificateIn(otherDate), '\tCN=mail.fabrikam.example, O=Fabrikam');
    const blank = CERTIFICATE.replaceAll('T00:00:00.000Z', ' 00:00:00Z').replaceAll('T23:59:59.000Z', ' 23:59:59Z');
    assert.equal(certificateIn(blank), certificateIn(CERTIFICATE));
    const sha256 = CERTIFICATE.replace(/[0-9A-F]{40}/, 'AB'.repeat(32));
    assert.equal(certificateIn(sha256), certificateIn(CERTIFICATE));
    for (const text of ['', 'CN=EX2010', '12DEABC6565646512346ABDC13456894']) {
      assert.equal(certificateIn(text), undefined);
    }
  });
});

describe('the rows of a certificate', () => {
  it('tell in a series who showed it, sessions interleaved', () => {
    const rows = new CertificateRows();
    const read = (...row: readonly [string, string, string]) => rows.read(...row);
    for (const [session, context, data, told] of [
      ['a', 'Sending certificate', '', undefined],
      ['b', 'Received certificate', '', undefined],
      ['a', 'Certificate subject', 'CN=ours', undefined],
      ['c', 'Remote certificate', '', undefined],
      ['b', 'Certificate subject', 'CN=mail.fabrikam.example', '\tCN=mail.fabrikam.example'],
      ['b', 'Certificate issuer name', 'CN=Issuer', undefined],
      ['b', 'Certificate thumbprint', 'AB'.repeat(20), undefined],
      ['c', 'Certificate Subject', '  ', undefined],
      ['c', 'Certificate subject', 'CN=late', undefined],
      ['d', 'Received certificate', '', undefined],
      ['d', 'Sending certificate', '', undefined],
      ['d', 'Certificate subject', 'CN=ours', undefined],
      ['e', 'Received certificate', CERTIFICATE, certificateIn(CERTIFICATE)],
      ['e', 'Certificate subject', 'CN=other', undefined],
    ] as const) {
      assert.equal(read(session, context, data), told, `${session}: ${context}`);
    }
    assert.deepEqual(rows.begun, []);
  });

  it('go on in the next stretch', () => {
    const rows = new CertificateRows();
    rows.read('a', 'Received certificate', '');
    assert.equal(new CertificateRows(rows.begun).read('a', 'Certificate subject', 'CN=x'), '\tCN=x');
  });

  it('are told with the insight, however the file is cut', async () => {
    const old = receiveLog(12)
      .split('\r\n')
      .flatMap((row) => {
        const [, head, ends] = /^(.*?,\d+)(,[^,]*,[^,]*),\*,"[^"]*CN=mail\.fabrikam/.exec(row) ?? [];
        return head === undefined
          ? [row]
          : [
              `${head}${ends},*,,Received certificate`,
              `${head}${ends},*,"CN=mail.fabrikam.example, O=Fabrikam",Certificate subject`,
              `${head}${ends},*,CN=Example Issuing CA,Certificate issuer name`,
            ];
      })
      .join('\r\n');
    assert.ok(old.includes('Received certificate\r\n'));
    const whole = await reportOf([textInput(old, 'RECV.LOG')], { typeOf: () => 'Partner' });
    const host = whole.insights.find(({ rule }) => rule === 'inbound-partner-tls10')?.hosts[0];
    assert.deepEqual(host?.certificates, [{ subject: 'CN=mail.fabrikam.example, O=Fabrikam', expires: null }]);
    const file = { path: 'RECV.LOG', bytes: new TextEncoder().encode(old) };
    const random = new Random(5);
    for (const size of [100, 500, 1500]) {
      const { report } = await stretchedReport([file], TELLING, ({ length }) => somePlaces(length, size, random));
      assert.deepEqual(report.insights[0]?.hosts[0]?.certificates, host?.certificates, `${size} bytes`);
    }
  });
});

describe('notes about hosts', () => {
  type Note = readonly [host: string, text: string, day: number];

  function notesOf(all: readonly Note[]): HostNotes {
    const names = new Names();
    const list = new HostNoteList(names);
    for (const [host, text, day] of all) {
      list.add('inbound', names.of(host), names.of(text), false, day);
    }
    const notes = new HostNotes();
    done(notes.add(list.notes()));
    return notes;
  }

  it('are the same in whatever order they come, and bounded', () => {
    const random = new Random(7);
    const all = [
      ...Array.from({ length: 70_000 }, (_, index): Note => [`h${index}`, 'a', 1]),
      ...Array.from({ length: 60 }, (_, index): Note => ['scanner', `name${index}`, index]),
    ];
    const told = (notes: HostNotes): unknown[] =>
      [...Array.from({ length: 70_000 }, (_, index) => `h${index}`), 'scanner'].map((host) =>
        notes.of('inbound', host),
      );
    const [first, second] = [told(notesOf(all)), told(notesOf(random.shuffled(all)))];
    assert.deepEqual(first, second);
    const kept = first.filter((notes) => Array.isArray(notes) && notes.length > 0).length;
    assert.ok(kept > 20_000 && kept <= 65_536, String(kept));
    assert.ok(notesOf(all.slice(-60)).of('inbound', 'scanner').length === 16);
  });

  it('are of each host the first ones by the alphabet, certificates behind names, also where other names are forgotten', () => {
    const random = new Random(9);
    const names = new Names();
    const adding = new Adding();
    const peers = new PeerTable(adding);
    const notes = new HostNotes(adding, peers);
    const all = new Map<string, [text: string, isCertificate: boolean, firstDay: number, lastDay: number]>();
    for (let stretch = 0; stretch < 30; stretch++) {
      const list = new HostNoteList(names);
      for (let said = 0; said < 60; said++) {
        // Many begin alike, and some letters have large numbers.
        const name = `${random.pick(['mail', 'mail.co', 'mäil', 'mailś', ''])}${random.integer(0, 12)}`;
        const isCertificate = random.chance(0.2);
        const text = isCertificate ? `${random.integer(1, 9)}\tCN=${name}` : name;
        const [host, day] = [random.pick(['a', 'b']), random.integer(1, 99)];
        list.add('outbound', names.of(host), names.of(text), isCertificate, day);
        const [, , first = day, last = day] = all.get(`${host} ${text}`) ?? [];
        all.set(`${host} ${text}`, [text, isCertificate, Math.min(first, day), Math.max(last, day)]);
      }
      done(notes.add(list.notes()));
      if (stretch === 10 || stretch === 20) {
        for (let others = 0; others < 9 * MOST_PEERS; others++) {
          peers.name(`${stretch} ${others}`);
        }
        const told = notes.of('outbound', 'a');
        for (const _ of peers.forgetNames()) {
          assert.deepEqual(notes.of('outbound', 'a'), told);
        }
        assert.deepEqual(notes.of('outbound', 'a'), told);
        assert.ok(peers.name('new') < MOST_PEERS);
      }
    }
    for (const host of ['a', 'b']) {
      const said = [...all].filter(([key]) => key.startsWith(`${host} `)).map(([, note]) => note);
      said.sort((a, b) => Number(a[1]) - Number(b[1]) || (a[0] < b[0] ? -1 : 1));
      const told = notes.of('outbound', host).map(({ kind, text, expires, firstDay, lastDay }) => {
        const isCertificate = kind === 'certificate';
        return [isCertificate ? `${expires}\t${text}` : text, isCertificate, firstDay, lastDay];
      });
      assert.deepEqual(told.sort(), said.slice(0, 16).sort());
    }
  });

  it('join days, and what was said last comes first', () => {
    const notes = notesOf([
      ['h', 'old', 1],
      ['h', 'new', 9],
      ['h', 'old', 5],
    ]);
    assert.deepEqual(
      notes.of('inbound', 'h').map(({ text, firstDay, lastDay }) => [text, firstDay, lastDay]),
      [
        ['new', 9, 9],
        ['old', 1, 5],
      ],
    );
    assert.deepEqual(notes.of('outbound', 'h'), []);
  });
});
