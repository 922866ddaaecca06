import assert from 'node:assert/strict';
import { CROSSING_NUMBERS, Crossing, type Facts } from '../../src/core/facts/facts';
import { NOTE_NUMBERS, NoteField } from '../../src/core/facts/hostNoteList';
import { readSessions } from '../../src/core/facts/sessionParts';
import { EVENT_NUMBERS } from '../../src/core/formats/protocolLog/sessionEvents';
import { followingKernel, type ScanKernel, type Scanning } from '../../src/core/reading/scanner/kernel';
import { recognizeFile } from '../../src/core/stretch/fileBeginning';
import { MemoryBytes } from '../../src/core/stretch/memoryBytes';
import { readStretch } from '../../src/core/stretch/readStretch';
import type { FileKind, Stretch, StretchPart } from '../../src/core/stretch/stretch';
import { ownScanning } from '../../src/platform/node/scanning';
import { logHead } from '../generate/protocolLogs';
import { Random } from '../generate/random';
import { encode } from './encodings';
import { TELLING } from './inStretches';
import { wildLog } from './wildLog';

const following = ownScanning();
const own = ownScanning();
/** The same without following rows: kernels as they are for units of two bytes. */
const notFollowing: Scanning = {
  ...own,
  kernel: (width) => {
    const { follow: _, ...kernel } = own.kernel(width) as ScanKernel & { readonly follow?: unknown };
    return kernel;
  },
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What files tell, names in place of their positions; what comes in no order is sorted. A route that nothing tells of is none. */
function told({ names, routes, crossings, hostNotes, sessions, account, ...facts }: Facts): unknown {
  const name = (position: number): string => names[position] ?? '?';
  const taken = new Set<number | undefined>();
  for (let at = 0; at < crossings.length; at += CROSSING_NUMBERS) {
    taken.add(crossings[at + Crossing.route]);
  }
  const rows = Array.from({ length: crossings.length / CROSSING_NUMBERS }, (_, row) => {
    const [high, low, route, state, host, sender, cipher, ...rest] = crossings.subarray(
      row * CROSSING_NUMBERS,
      (row + 1) * CROSSING_NUMBERS,
    );
    const { line: _line, ...way } = routes[route as number] ?? { line: 0 };
    return {
      high,
      low,
      way,
      state,
      host: name(host as number),
      sender: name(sender as number),
      cipher: name(cipher as number),
      rest,
    };
  });
  // A text may have two numbers (names.ts): what is told under both is one thing.
  const notes = new Map<string, readonly [firstDay: number, lastDay: number]>();
  for (let at = 0; at < hostNotes.numbers.length; at += NOTE_NUMBERS) {
    const field = (position: number): number => hostNotes.numbers[at + position] as number;
    const texts = [hostNotes.texts[field(NoteField.host)], hostNotes.texts[field(NoteField.text)]];
    const key = JSON.stringify([field(NoteField.direction), field(NoteField.isCertificate), ...texts]);
    const [first, last] = notes.get(key) ?? [field(NoteField.firstDay), field(NoteField.lastDay)];
    notes.set(key, [Math.min(first, field(NoteField.firstDay)), Math.max(last, field(NoteField.lastDay))]);
  }
  const open = [...readSessions(sessions)].map(({ server, connector, remote, events, ...part }) => {
    const its = Array.from(events, (number, at) => (at % 8 === 7 ? name(number) : number));
    return JSON.stringify({ ...part, server: name(server), connector: name(connector), remote: name(remote), its });
  });
  const sorted = (list: readonly unknown[]): string[] => list.map((one) => JSON.stringify(one)).sort();
  return {
    rows,
    routes: sorted(routes.filter(({ line }, position) => line > 0 || taken.has(position))),
    notes: sorted([...notes]),
    open: open.sort(),
    account: { ...account, leftOut: sorted(account.leftOut) },
    frontEnd: sorted(facts.frontEnd),
    hub: sorted(facts.hub),
    days: sorted(facts.protocolDays),
  };
}

type Way = Pick<Stretch, 'isUniversal'> & { readonly scanning: Scanning };

/** The parts of a stretch, and what they tell. */
function read(
  bytes: Uint8Array,
  kind: FileKind,
  way: Way,
  from: number,
  to: number,
  state?: string,
): [StretchPart, unknown] {
  const stretch = { kind, from, to, isExact: true, state, width: 0, isUniversal: way.isUniversal };
  const manner = { options: TELLING, location: 'Hub/x.log', scanning: way.scanning };
  const parts = [...readStretch(new MemoryBytes(bytes), stretch, manner)];
  const [part] = parts as [StretchPart];
  assert.equal(parts.length, 1);
  const { start, end, lines, records } = part;
  return [part, { start, end, lines, records, state: part.state, facts: told(part.facts) }];
}

function kindOf(bytes: Uint8Array): FileKind {
  const { kind } = recognizeFile(bytes.subarray(0, 16_384));
  assert.ok(kind !== undefined && /protocol-log/.test(kind.format));
  return kind;
}

const FOLLOWING: Way = { scanning: following, isUniversal: false };
const NOT_FOLLOWING: Way = { scanning: notFollowing, isUniversal: false };
const UNIVERSAL: Way = { scanning: following, isUniversal: true };

const rowOf = (connector: string, session: number, sequence: number, said: string): string =>
  `2026-03-02T08:00:00.000Z,${connector},08DE${session},${sequence},198.51.100.1:25,203.0.113.${session % 99}:25,${said},\r\n`;
const MESSAGE = ['<,MAIL FROM:<a@b.example>', '<,DATA', '>,354 go', '>,250 2.6.0 <x@b.example> queued'];
const SESSION = ['+,', ...MESSAGE, '-,'];

/** All begin before the first one ends. */
function manySessions(count: number): string[] {
  return SESSION.flatMap((said, sequence) =>
    Array.from({ length: count }, (_, session) => rowOf('EX1\\Relay', session, sequence, said)),
  );
}

function manyConnectors(): string[] {
  return Array.from({ length: 900 }, (_, session) =>
    SESSION.map((said, sequence) => rowOf(`EX1\\Relay ${session % 300}`, session, sequence, said)).join(''),
  );
}

/** As many different names as a kernel keeps no longer than a file. */
function manySenders(file: string): string[] {
  return Array.from({ length: 14_000 }, (_, session) =>
    SESSION.map((said, sequence) =>
      rowOf('EX1\\Relay', session, sequence, said.replace('b.example', `${file}${session % 13_000}.example`)),
    ).join(''),
  );
}

/** Hosts that say more than a kernel notes at once, on two days, and now and then again. */
function manyNames(): string[] {
  return Array.from({ length: 12_000 }, (_, session) => {
    const hello = `<,EHLO ${session % 10 === 0 ? 'Mail' : `mail${session % 5000}`}.example`;
    return ['+,', hello, ...MESSAGE, '-,']
      .map((said, sequence) => rowOf('EX1\\Relay', session, sequence, said))
      .join('')
      .replaceAll('2026-03-02', session % 3 === 0 ? '2026-03-01' : '2026-03-02');
  });
}

/** Fields that no log is known to have, behind the usual ones or between them. */
function moreFields(place: number): string {
  const text = wildLog(new Random(8), 300, true, 0);
  const lines = text.split('\r\n').map((line) => {
    const fields = line.startsWith('#Fields') ? line.split(',') : /^\d/.test(line) ? cellsIn(line) : undefined;
    return fields === undefined ? line : fields.toSpliced(place, 0, line.startsWith('#') ? 'more' : 'x').join(',');
  });
  return lines.join('\r\n');
}

/** The fields of a line as they are written. */
const cellsIn = (line: string): string[] => line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];

function longSession(messages: number): string[] {
  const said = ['+,', ...Array.from({ length: messages }, () => MESSAGE).flat(), '-,'];
  return [
    ...SESSION.map((one, sequence) => rowOf('EX1\\Relay', 1, sequence, one)),
    ...said.map((one, sequence) => rowOf('EX1\\Relay', 2, sequence, one)),
  ];
}

function waitingSession(commands: number): string[] {
  const said = ['+,', ...Array.from({ length: commands }, () => '<,NOOP'), ...MESSAGE, '-,'];
  return [
    ...SESSION.map((one, sequence) => rowOf('EX1\\Relay', 1, sequence, one)),
    ...said.map((one, sequence) => rowOf('EX1\\Relay', 2, sequence, one)),
  ];
}

/** What a server says, alike but for how long it is and how it is written. */
const replies = (length: number): string[] => {
  const text = `250 2.1.0 ${'x'.repeat(length)}`;
  return [text, `"${text}"`, `"${text},"`, `"${text}""y"""`, `"${text}é"`];
};

/** Two sessions whose rows take turns, of which one's connector stands in quotes: neither ends. */
function twoSessions(): string {
  const said = [
    '+,',
    '<,EHLO mail.b.example',
    ...MESSAGE.slice(0, 2),
    '>,"250 2.1.0 a, b"',
    '*,x,"Set, it"',
    '>,354 go',
  ];
  return said
    .flatMap((one, sequence) => [rowOf('"EX1\\A, B"', 1, sequence + 8, one), rowOf('EX1\\C', 2, sequence, one)])
    .map((row) => row.replace(/08DE(\d),/, '08DE00000000000$1,').replace('it",\r', 'it"\r'))
    .join('');
}

/** A session that does not end, of rows that say this: of notes both data and context. */
function openSession(said: readonly string[]): string {
  return said
    .map((one, sequence) => rowOf('EX1\\C', 1, sequence, one).replace(/08DE(\d),/, '08DE00000000000$1,'))
    .map((row) => row.replace(/(\*.*),\r/, '$1\r'))
    .join('');
}

/** A session of what is told by more than a row's first characters, and of long cells; it does not end. */
function tellingSession(): string {
  const more = 'and more '.repeat(7);
  const said = [
    '+,',
    '<,BDAT 12',
    '>,250 2.6.0 CHUNK received OK',
    '<,BDAT 1 LAST',
    '>,250 2.6.0 <x@b.example> queued',
    `*,,TLS protocol ${more}`,
    `*,,"TLS protocol, ${more}"`,
    `>,"220 2.0.0 ready, ${more}"`,
    `*,"x, ${more}",y`,
  ];
  return openSession(said);
}

/** A session of texts that are as long as each other, end alike and have the same middle, by turns; it does not end. */
function alikeTexts(): string {
  const behind = ' negotiation succeeded and so on and on'.repeat(2);
  const commands = [
    'STARTTLS',
    'STARTTLS a',
    'STARTTLX',
    'X-ANONYM',
    'X-ANONYMOUSTLS',
    'X-ANONYMOUSTLX',
    'BDAT 123 LAST',
    'BDAT 12345678',
    'BDAT LAS',
    'BDATX LAST',
    'X--- LAST',
    'X--- abc',
    'XFOO abc',
    'NOOP abc',
    'DATA abc',
  ];
  const said = Array.from({ length: 60 }, (_, turn) => [
    `*,,TLS protocol SP_PROT_TLS1_${turn % 4}_SERVER${behind}`,
    `>,220 2.${turn % 3}.0 ${turn % 2 === 0 ? 'SMTP' : 'smtp'} server ready and so on and on`,
    `<,${commands[turn % commands.length]}`,
  ]).flat();
  return openSession(['+,', ...said]);
}

/** Sessions with connectors, data and contexts of every length, some with long endpoints. */
function longCells(): string[] {
  return Array.from({ length: 150 }, (_, length) => {
    const connector = `EX1\\${'c'.repeat(length)}`;
    const notes = [150 - length, 1 + (length % 83)].map((more) => `*,${'d'.repeat(length)},TLS ${'e'.repeat(more)}`);
    const quotes = `>,"250 ${'x'.repeat(length)}""${'y'.repeat(150 - length)}"""" ""z"""`;
    return ['+,', ...replies(length).map((text) => `>,${text}`), ...notes, quotes]
      .map((one, sequence) => rowOf(length % 3 === 0 ? `"${connector}"` : connector, length, sequence, one))
      .map((row) => row.replace(/08DE\d+/, `08DE${String(length).padStart(12, '0')}`).replace('e,\r', 'e\r'))
      .map((row) => (length % 7 === 0 ? row.replace('198.51.100.1', '[2001:db8:0:0:0:0:0:1]') : row))
      .join('');
  });
}

/** Rows of a trace that are no hops over the border. */
function noted(count: number): string {
  return Array.from(
    { length: count },
    (_, row) =>
      `2026-03-02T08:00:00Z,STOREDRIVER,DELIVER,${String(row).padStart(8, '0')}-1234-1234-1234-123456789012,S:Mailboxes=1\r\n`,
  ).join('');
}

describe('rows that the kernel follows by itself', () => {
  for (const [about, oddness, seeds] of [
    ['as usual', 0, 6],
    ['odd now and then', 1, 16],
    ['often odd', 12, 20],
  ] as const) {
    it(`tell what they tell one by one: ${about}`, () => {
      for (let seed = 0; seed < seeds; seed++) {
        const random = new Random(seed);
        const text = wildLog(random, 1500, seed % 2 === 0, oddness);
        for (const bytes of [utf8(text), encode(text, 'Windows-1252'), encode(text, 'UTF-16LE with BOM')]) {
          const kind = kindOf(bytes);
          const [, expected] = read(bytes, kind, NOT_FOLLOWING, 0, bytes.length);
          assert.deepEqual(read(bytes, kind, FOLLOWING, 0, bytes.length)[1], expected, `seed ${seed}`);
          assert.deepEqual(read(bytes, kind, UNIVERSAL, 0, bytes.length)[1], expected, `seed ${seed}, universally`);
        }
      }
    });
  }

  it('are nearly all of a log that is as usual', () => {
    const bytes = utf8(wildLog(new Random(1), 1500, true, 0));
    read(bytes, kindOf(bytes), FOLLOWING, 0, bytes.length);
    const followed = followingKernel(following.kernel(1))?.followed.value ?? 0;
    assert.ok(followed > 1200, `${followed} of 1500`);
  });

  for (const [about, rows] of [
    ['more sessions at a time than the kernel has room for', manySessions(9000)],
    ['more sessions at a time than it has places for at first', manySessions(3000)],
    ['more connectors than it counts apart', manyConnectors()],
    ['hosts that say more than it notes at once', manyNames()],
    ['a session of more messages than it tells at once', longSession(3000)],
    ['a session of more commands than may wait for their replies', waitingSession(9000)],
  ] as const) {
    it(`tell what they tell one by one: ${about}`, () => {
      const bytes = utf8(logHead('receive') + rows.join(''));
      const kind = kindOf(bytes);
      const [, expected] = read(bytes, kind, NOT_FOLLOWING, 0, bytes.length);
      assert.deepEqual(read(bytes, kind, FOLLOWING, 0, bytes.length)[1], expected);
    });
  }

  for (const place of [2, 9]) {
    it(`tell what they tell one by one, with a field more at place ${place}`, () => {
      const bytes = utf8(moreFields(place));
      const kind = kindOf(bytes);
      const [part, expected] = read(bytes, kind, NOT_FOLLOWING, 0, bytes.length);
      assert.equal(part.width, 10);
      assert.deepEqual(read(bytes, kind, FOLLOWING, 0, bytes.length)[1], expected);
      assert.deepEqual(read(bytes, kind, UNIVERSAL, 0, bytes.length)[1], expected);
    });
  }

  it('tell what they tell one by one, whatever texts another file had', () => {
    for (const file of ['A', 'B', 'C']) {
      const bytes = utf8(logHead('receive') + manySenders(file).join(''));
      const kind = kindOf(bytes);
      const [, expected] = read(bytes, kind, NOT_FOLLOWING, 0, bytes.length);
      assert.deepEqual(read(bytes, kind, FOLLOWING, 0, bytes.length)[1], expected);
    }
  });

  for (const [about, rows, begin] of [
    ['their bytes', twoSessions(), 'EHLO'],
    ['the bytes of what tells more', tellingSession(), '+,'],
  ] as const) {
    it(`tell what they tell one by one, whatever one of ${about} is`, () => {
      const text = logHead('receive') + rows;
      const bytes = utf8(text);
      const kind = kindOf(bytes);
      const from = text.indexOf('\r\n', text.indexOf(begin, text.indexOf(rows))) + 2;
      for (let at = from; at < bytes.length; at++) {
        for (const other of ',"\n\r9 \xe9') {
          const changed = bytes.slice();
          changed[at] = other.charCodeAt(0);
          const [, expected] = read(changed, kind, NOT_FOLLOWING, 0, changed.length);
          const what = `${JSON.stringify(other)} at ${at - from}`;
          assert.deepEqual(read(changed, kind, FOLLOWING, 0, changed.length)[1], expected, what);
        }
      }
    });
  }

  it('tell what they tell one by one, however long their cells are', () => {
    const bytes = utf8(logHead('receive') + longCells().join(''));
    const kind = kindOf(bytes);
    const [part, expected] = read(bytes, kind, NOT_FOLLOWING, 0, bytes.length);
    assert.deepEqual(read(bytes, kind, UNIVERSAL, 0, bytes.length)[1], expected);
    assert.deepEqual(read(bytes, kind, FOLLOWING, 0, bytes.length)[1], expected);
    const followed = followingKernel(following.kernel(1))?.followed.value ?? 0;
    assert.ok(followed > part.records * 0.9, `${followed} of ${part.records}`);
  });

  it('tell what they tell one by one, however alike their texts are', () => {
    const bytes = utf8(logHead('receive') + alikeTexts());
    const kind = kindOf(bytes);
    const [part, expected] = read(bytes, kind, UNIVERSAL, 0, bytes.length);
    assert.deepEqual(read(bytes, kind, FOLLOWING, 0, bytes.length)[1], expected);
    const [open] = [...readSessions(part.facts.sessions)];
    const meanings = new Set(open?.events.filter((_, at) => at % EVENT_NUMBERS === 0));
    // Four versions, a reply, and STARTTLS, X-ANONYMOUSTLS, DATA, a chunk, the last one, and other commands.
    assert.equal(meanings.size, 11);
  });

  it('tell what they tell one by one, whatever numbers they have', () => {
    for (const first of [7, 95, 99_995, 99_999_997, 999_999_990, 999_999_997]) {
      const said = ['+,', ...MESSAGE, ...MESSAGE, '>,"250 2.1.0 a, b"', '-,'];
      const rows = said.map((one, sequence) => rowOf('EX1\\Relay', 1, sequence + first, one));
      const bytes = utf8(logHead('receive') + rows.join('').replaceAll('08DE1', '08DE000000000001'));
      const kind = kindOf(bytes);
      const [, expected] = read(bytes, kind, NOT_FOLLOWING, 0, bytes.length);
      assert.deepEqual(read(bytes, kind, FOLLOWING, 0, bytes.length)[1], expected, `from ${first} on`);
    }
  });

  it('tell what they tell one by one, however many rows of a trace were noted before', () => {
    // Data with doubled quotes are shown to whoever knows what texts mean.
    const text = logHead('receive') + twoSessions().replaceAll('a, b"', 'a ""b"""');
    const log = utf8(text);
    const kind = kindOf(log);
    const begin = text.lastIndexOf('\n', text.indexOf('"250 2.1.0')) + 1;
    const [{ state }] = read(log, kind, NOT_FOLLOWING, 0, begin);
    const [, expected] = read(log, kind, NOT_FOLLOWING, begin, log.length, state);
    for (let rows = 4085; rows < 4130; rows++) {
      const scanning = ownScanning();
      const trace = utf8(`date_time_utc,source,event_id,network_message_id,custom_data\r\n${noted(rows)}`);
      const { kind: traceKind } = recognizeFile(trace.subarray(0, 16_384));
      read(trace, traceKind as FileKind, { scanning, isUniversal: false }, 0, trace.length);
      assert.deepEqual(
        read(log, kind, { scanning, isUniversal: false }, begin, log.length, state)[1],
        expected,
        `${rows}`,
      );
    }
  });

  it('tell it wherever a stretch ends', () => {
    for (const [seed, oddness] of [
      [2, 4],
      [3, 10],
    ] as const) {
      const bytes = utf8(wildLog(new Random(seed), 20, seed % 2 === 0, oddness));
      const kind = kindOf(bytes);
      for (let cut = 400; cut < bytes.length; cut++) {
        const [one, first] = read(bytes, kind, FOLLOWING, 0, cut);
        const [other, expectedFirst] = read(bytes, kind, NOT_FOLLOWING, 0, cut);
        assert.deepEqual(first, expectedFirst, `seed ${seed}, up to ${cut}`);
        const [, second] = read(bytes, kind, FOLLOWING, one.end, bytes.length, one.state);
        const [, expectedSecond] = read(bytes, kind, NOT_FOLLOWING, other.end, bytes.length, other.state);
        assert.deepEqual(second, expectedSecond, `seed ${seed}, from ${cut}`);
      }
    }
  });

  it('tell it where a file ends anywhere', () => {
    const whole = utf8(wildLog(new Random(5), 20, true, 3));
    for (let length = 400; length < whole.length; length++) {
      const bytes = whole.subarray(0, length);
      const kind = kindOf(bytes);
      const [, expected] = read(bytes, kind, UNIVERSAL, 0, length);
      assert.deepEqual(read(bytes, kind, FOLLOWING, 0, length)[1], expected, `${length} bytes`);
    }
  });
});
