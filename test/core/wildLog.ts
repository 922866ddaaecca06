import type { Random } from '../generate/random';

const HEAD =
  '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r\n';
const DAY = 24 * 60 * 60 * 1000;
const TLS_LINE =
  'TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_256 with';
const CERTIFICATE = ` CN=mx.fabrikam.example CN=CA 0123456789ABCDEF ${'5C3F0E1B2D'.repeat(4)} 2026-01-07T00:00:00.000Z 2027-01-07T23:59:59.000Z x`;
const LAST_WORDS = [
  '250 2.6.0 <a@b.example> Queued',
  '250 2.6.0 <c@d.example>',
  '250 2.0.0 OK',
  '250 2.6.0 queued',
  '354 go',
  '550 5.7.1 no',
];

/** … of which some are of the same minute as those before. */
const ODD_TIMES = [
  '',
  'yesterday',
  '2031-01-01T00:00:00.000Z',
  '2026-03-01T10:00:00+02:00',
  '2026-03-01T23:59:60.000Z',
  '2026-03-01T23:59:61.000Z',
  '2026-03-01T23:59:5:.000Z',
  '2026-03-01T23:59:5/.000Z',
  '2026-03-01T23:59:50,000Z',
  '2026-03-01T23:59:50.00éZ',
  '2026-03-01T23:59:50.00+1',
];

/** What is said in a session: who, data, context. */
type Said = readonly [event: string, data: string, context?: string];

interface Open {
  readonly id: string;
  readonly connector: string;
  readonly local: string;
  readonly remote: string;
  readonly rows: readonly Said[];
  next: number;
}

/**
 * A protocol log whose rows are as usual for the most part, and odd in every way now and then: sessions interleaved, cut, with gaps,
 * repeated, pipelined, in chunks, with and without TLS, under ids that others have; fields quoted where they need not be.
 * `oddness`: how many rows of a hundred are odd.
 */
export function wildLog(random: Random, rows: number, isReceive: boolean, oddness: number): string {
  const lines = [`#Version: 15.0.0.0\r\n#Log-type: SMTP ${isReceive ? 'Receive' : 'Send'} Protocol Log\r\n${HEAD}`];
  const open: Open[] = [];
  let time = Date.UTC(2026, 2, 1, 23, 59);
  for (let row = 0; row < rows; row++) {
    while (open.length < 4) {
      open.push(session(random, isReceive));
    }
    const place = random.integer(0, open.length - 1);
    const one = open[place] as Open;
    time += random.weighted([
      [random.integer(0, 900), 60],
      [-5, 1],
      [DAY / 2, random.chance(0.2) ? 1 : 0],
    ]);
    lines.push(...linesOf(random, one, time, oddness));
    if (one.next >= one.rows.length || random.chance(oddness / 2000)) {
      open.splice(place, 1);
    }
  }
  return lines.join('');
}

function session(random: Random, isReceive: boolean): Open {
  const server = random.pick(['EX1', 'EX2']);
  const connector = random.weighted([
    [isReceive ? `${server}\\Default ${server}` : 'To the Internet', 6],
    [isReceive ? `${server}\\Client Proxy ${server}` : 'Intra-Organization SMTP Send Connector', 2],
    [isReceive ? `${server}\\Partner, Köln` : 'Zu Köln, "alle"', 2],
    [isReceive ? 'Relay' : '', 1],
    [isReceive ? `${server}\\${'A relay with a long name '.repeat(2)}` : `To ${'a far away place '.repeat(3)}`, 1],
  ]);
  const rows = random.chance(0.1) ? wildRows(random) : usualRows(random, isReceive);
  return {
    id: random.weighted([
      [`08DE0000${random.hex(2).toUpperCase()}`, 8],
      [`08DE0000${random.hex(1).toUpperCase()}`, 2],
      [random.pick(['08DE000000000001', '{08de000000000001}', '{08DE0000000001}', '{{08DE0000000001}}', 'ö1']), 1],
    ]),
    connector,
    local: random.weighted([
      [`198.51.100.${random.integer(1, 2)}:25`, 8],
      [`198.51.100.1:${random.integer(40000, 60000)}`, 4],
      ['[2001:db8::1]:2525', 1],
      ['', 1],
    ]),
    remote: random.weighted([
      [`203.0.113.${random.integer(1, 5)}:${random.integer(1000, 9999)}`, 9],
      ['[2001:db8::9]:25', 1],
      ['', 1],
    ]),
    rows: [
      ...(random.chance(0.97) ? ([['+', '']] as Said[]) : []),
      ...rows,
      ...(random.chance(0.95) ? ([['-', '', 'Local']] as Said[]) : []),
    ],
    next: random.chance(0.95) ? 0 : random.integer(1, 3),
  };
}

function usualRows(random: Random, isReceive: boolean): Said[] {
  const [says, answers] = isReceive ? ['<', '>'] : ['>', '<'];
  const rows: Said[] = [
    [answers, '220 mx.fabrikam.example ESMTP ready'],
    [says, `EHLO host${random.integer(1, 9)}.fabrikam.example`],
    [answers, '250  mx Hello'],
  ];
  if (random.chance(0.6)) {
    rows.push(
      [
        says,
        random.weighted([
          ['STARTTLS', 8],
          ['X-ANONYMOUSTLS', 1],
        ]),
      ],
      [
        answers,
        random.weighted([
          ['220 2.0.0 SMTP server ready', 8],
          ['454 4.7.0 not now', 1],
        ]),
      ],
    );
    rows.push(
      ...random.pick<Said[]>([
        [['*', CERTIFICATE, 'Received certificate']],
        [
          ['*', '', 'Sending certificate'],
          ['*', 'CN=own', 'Certificate subject'],
        ],
        [
          ['*', '', 'Remote certificate'],
          ['*', 'CN=other', 'Certificate subject'],
        ],
        [],
      ]),
    );
    rows.push(
      random.weighted<Said>([
        [['*', '', TLS_LINE], 8],
        [['*', '', 'TLS negotiation failed with error X'], 1],
        [['*', 'x', 'Set Session Permissions'], 1],
      ]),
    );
    rows.push([says, 'EHLO again.fabrikam.example'], [answers, '250  mx Hello']);
  }
  for (let message = random.integer(0, 3); message > 0; message--) {
    rows.push(...messageRows(random, says, answers));
  }
  return [...rows, [says, 'QUIT'], [answers, '221 2.0.0 Bye']];
}

function messageRows(random: Random, says: string, answers: string): Said[] {
  const mail = random.weighted([
    [`MAIL FROM:<user@${random.pick(['a.example', 'B.example'])}> SIZE=1`, 8],
    ['MAIL FROM:<>', 1],
    ['mail from: <"x@y"@c.example>', 1],
    ['MAIL FROM', 1],
  ]);
  const commands = [mail, 'RCPT TO:<x@contoso.example>'];
  const replies = ['250 2.1.0 Sender OK', '250 2.1.5 Recipient OK'];
  const content = random.pick(['DATA', 'BDAT 100', 'BDAT 20 LAST', 'bdat 20 last ', 'BDAT 1000000']);
  const isPipelined = random.chance(0.3);
  const rows: Said[] = commands.flatMap<Said>((command, index) =>
    isPipelined
      ? [[says, command]]
      : [
          [says, command],
          [answers, replies[index] as string],
        ],
  );
  rows.push([says, content], ...(isPipelined ? replies.map<Said>((reply) => [answers, reply]) : []));
  if (content === 'DATA') {
    rows.push([answers, '354 Start mail input']);
  } else if (!/last/i.test(content)) {
    rows.push(
      [answers, random.pick(['250 2.6.0 CHUNK received OK, 100 octets', '250 2.6.0 chunk received ok'])],
      [says, 'BDAT 3 LAST'],
    );
  }
  return [...rows, [answers, random.pick(LAST_WORDS)]];
}

function wildRows(random: Random): Said[] {
  const datas = [
    '',
    'X-EXPS GSSAPI',
    'STARTTLS',
    'STARTTLSX',
    'XSHADOW 1',
    'DATA',
    'RSET',
    'EHLO "x',
    'EHLO ö.example',
    '220 2.7 z',
    '250-more',
    '250 2.6.ö',
    '25',
    'Ünïcode',
    'a\r\nb',
    '""',
    ...LAST_WORDS,
    CERTIFICATE,
  ];
  const contexts = [
    '',
    TLS_LINE,
    'TLS protocol x',
    'Received certificate',
    'Certificate subject',
    'Remote certificate ',
    'Änderung',
  ];
  return Array.from(
    { length: random.integer(0, 25) },
    (): Said => [random.pick(['<', '>', '*', '*', '+', '<', '>', '?', '']), random.pick(datas), random.pick(contexts)],
  );
}

/** The session's next row, perhaps more than once, or with others missing or in another order. */
function linesOf(random: Random, one: Open, time: number, oddness: number): string[] {
  const [event, data, context = ''] = one.rows[one.next] ?? ['-', ''];
  const cells = [
    new Date(time).toISOString(),
    one.connector,
    one.id,
    `${one.next}`,
    one.local,
    one.remote,
    event,
    data,
    context,
  ];
  one.next++;
  const write = (change: Readonly<Record<number, string>> = {}): string =>
    lineOf(
      random,
      cells.map((cell, column) => change[column] ?? cell),
      oddness,
    );
  if (!random.chance(oddness / 100)) {
    return [write()];
  }
  switch (random.integer(0, 13)) {
    case 0:
      return [];
    case 1:
      return [write(), write()];
    case 2: {
      one.next++;
      return [write({ 3: `${one.next - 1}`, 7: 'NOOP' }), write()];
    }
    case 3:
      return [
        write({
          3: random.pick(['', 'x', '-1', '0', '1234567890', `00${cells[3]}`, `0000000${cells[3]}`, '1/', '1:']),
        }),
      ];
    case 4:
      return [write({ 0: random.pick(ODD_TIMES) })];
    case 5:
      return [write({ 2: random.pick(['', '08DE000000000001', one.id.toLowerCase(), `{${one.id}}`, 'a"b']) })];
    case 6:
      return [
        write({ 1: random.pick(['EX1\\Relay', 'Relay', '', 'EX2\\Default EX2', changed(random, one.connector)]) }),
      ];
    case 7:
      return [write({ 4: random.pick(['', '198.51.100.9:25', '198.51.100.1:2525', 'x']) })];
    case 8:
      return [write({ 5: random.pick(['', ':25', '203.0.113.77:25']) })];
    case 9:
      return [write().replace(/,[^,]*\r?\n$/, '\r\n')];
    case 10:
      return [
        write(),
        random.pick(['\r\n', '#Version: 14.0.0.0\r\n', HEAD, '#Log-type: SMTP Send Protocol Log\r\n', '  \r\n']),
      ];
    case 11:
      return [write({ 7: `${cells[7]}${random.pick(['"', 'ö', '€', ',', '\r\n', ' '])}` })];
    case 12:
      return [write().replace(/,/, ',"x"y'), write()];
    default:
      return [write({ 6: random.pick(['-', '+', '*', '"']) })];
  }
}

/** The same text but for one character. */
function changed(random: Random, text: string): string {
  const at = random.integer(0, text.length - 1);
  return `${text.slice(0, at)}_${text.slice(at + 1)}`;
}

function lineOf(random: Random, cells: readonly string[], oddness: number): string {
  const isQuoted = random.chance(oddness / 200);
  const written = cells.map((cell) => (isQuoted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${written.join(',')}${random.chance(0.98) ? '\r\n' : '\n'}`;
}
