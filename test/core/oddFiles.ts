import { extendedTrace, type TraceRoute } from '../generate/extendedTrace';
import { type LogOptions, ProtocolLogs } from '../generate/protocolLogs';
import type { Random } from '../generate/random';
import type { LogKind } from '../generate/smtpSession';
import { Totals } from '../generate/totals';
import { TRACE_COLUMNS } from '../generate/traceRow';

const START = Date.UTC(2026, 2, 2);
const FIELDS = 'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';

const ROUTES: readonly TraceRoute[] = (['inbound', 'outbound'] as const).map((direction) => ({
  direction,
  name: 'Fabrikam',
  type: 'Partner',
  weight: 1,
  hosts: Array.from({ length: 7 }, (_, host) => ({
    ip: `192.0.2.${host}`,
    name: `mx${host}.fabrikam.example`,
    weight: host + 1,
    tls: [
      ['tls1.0', 3],
      ['tls1.2', 3],
      ['unknown', 1],
    ],
    domains: [`d${host}.fabrikam.example`],
  })),
}));

/** A small trace with rows of every kind. */
export function smallTrace(seed: number, messages: number): string {
  const options = {
    seed,
    messages,
    start: START,
    days: 5,
    routes: ROUTES,
    subjects: ['Hello', 'a "quoted" word', 'two\r\nlines', 'é, €', "it's; fine"],
    repeated: 0.3,
    otherEvents: 0.2,
    internal: 0.2,
    hopless: 0.1,
    disorder: 10,
  };
  return [...extendedTrace(options, new Totals())].join('');
}

/** A log in one file, sessions interleaved. */
export function smallLog(seed: number, sessions: number, kind: LogKind, rowsPerFile = 1e9): string[] {
  const options: LogOptions = {
    seed,
    kind,
    sessions,
    connectors: ['EX1\\Default Frontend EX1', 'EX1\\Partner relay'],
    mix: {
      tls: [
        ['none', 1],
        ['tls', 1],
        ['tls1.0', 5],
        ['tls1.2', 2],
      ],
      mostMessages: 4,
      damaged: 0.3,
      internal: 0.2,
    },
    rowsPerFile,
    atATime: 5,
    start: START,
    step: 90_000,
  };
  const logs = new ProtocolLogs(options, new Totals());
  const files: string[] = [];
  while (!logs.isDone) {
    files.push([...logs.file()].join(''));
  }
  return files;
}

/** Makes a file large without making it long to write. */
const PADDING = 'x'.repeat(4000);

/** A trace of about so many characters; its subjects are long. */
export function largeTrace(length: number): string {
  return large(
    length,
    smallTrace(7, 600).replaceAll('"Hello"', `"Hello ${PADDING}"`).replaceAll("it's; fine", `it's; fine ${PADDING}`),
    /(?<=^"[^"]{10}T.*","<)[0-9a-f]{6}(?=[0-9a-f]{6}@)|(?<=","<[0-9a-f]{12}@mail\.example>",")[0-9a-f]{8}/gm,
  );
}

/** A receive log of about so many characters; what clients say first is long. */
export function largeLog(length: number): string {
  const text = smallLog(7, 100, 'receive').join('').replaceAll('EHLO client.example', `EHLO ${PADDING}`);
  return large(length, text, /(?<=,0000000)008DE(?=[0-9A-F]{4},)/g);
}

/** A text and copies of it without its first line, in each of which ids are others. */
function large(length: number, text: string, ids: RegExp): string {
  const rows = text.replace(/^(?:#.*\r\n|"date_time.*\r\n)+/, '');
  const copies = Array.from({ length: Math.floor(length / rows.length) }, (_, copy) =>
    rows.replace(ids, (id) => (copy + 0x10).toString(16).padStart(id.length, '0').toUpperCase()),
  );
  return text + copies.join('');
}

/** A log with headers in its midst, whose fields stand in another order below each, and of which some are of the other kind. */
export function gluedLog(random: Random, parts: number, kinds: readonly LogKind[] = ['receive', 'send']): string {
  const glued = Array.from({ length: parts }, (_, part) => {
    const kind = random.pick(kinds);
    // Each part has sessions of its own.
    const text = smallLog(random.integer(1, 1e6), random.integer(1, 6), kind)
      .join('')
      .replaceAll('08DE00', `08D${part}00`);
    return part > 0 && random.chance(0.5) ? turned(text) : text;
  });
  return glued.join(random.pick(['', '\r\n', '\uFEFF']));
}

/** The same log with its fields the other way round. Commas stand in no field of those that are kept. */
function turned(text: string): string {
  const lines = text.split('\r\n').filter((line) => line.startsWith('#') || /^2026[^"]*$/.test(line));
  const reversed = (line: string): string => line.split(',').toReversed().join(',');
  const turnedLines = lines.map((line) =>
    line.startsWith('#Fields') ? `#Fields: ${reversed(FIELDS)}` : line.startsWith('#') ? line : reversed(line),
  );
  return `${turnedLines.join('\r\n')}\r\n`;
}

/** A trace without quotes but around subjects, which hold lines that look like rows. */
export function traceOfFakes(random: Random, rows: number): string {
  const texts = [TRACE_COLUMNS.join(',')];
  for (let row = 0; row < rows; row++) {
    const fakes = Array.from({ length: random.pick([0, 0, 1, 5, 40]) }, () => `\r\n${plainRow(random, 'fake')}`).join(
      '',
    );
    texts.push(plainRow(random, `"subject ${row}${fakes}"`));
  }
  return `${texts.join('\r\n')}\r\n`;
}

function plainRow(random: Random, subject: string): string {
  const cells: Partial<Record<(typeof TRACE_COLUMNS)[number], string>> = {
    date_time_utc: `2026-03-0${random.integer(1, 9)}T08:00:00.0000000Z`,
    client_ip: `192.0.2.${random.integer(1, 9)}`,
    connector_id: random.pick(['Fabrikam', 'Adatum']),
    source: 'SMTP',
    event_id: random.pick(['RECEIVE', 'RECEIVE', 'DELIVER']),
    network_message_id: String(random.integer(1, 60)),
    message_subject: subject,
    sender_address: `ada@d${random.integer(1, 5)}.example`,
    directionality: 'Incoming',
    custom_data: random.pick(['S:tlsversion=TLS1_0', 'S:tlsversion=TLS1_2', 'S:a=b']),
  };
  return TRACE_COLUMNS.map((column) => cells[column] ?? '').join(',');
}

/** A log whose data, in quotes, holds lines that look like rows. */
export function logOfFakes(random: Random, sessions: number): string {
  const [text = ''] = smallLog(random.integer(1, 1e6), sessions, 'receive');
  const rows = text.split('\r\n').filter((line) => line.startsWith('2026') && !line.includes('"'));
  return text.replaceAll(/^(2026.*),EHLO [^,]*,\r\n/gm, (_, before: string) => {
    const fakes = Array.from({ length: random.pick([0, 1, 5, 30]) }, () => `\r\n${random.pick(rows)}`).join('');
    return `${before},"EHLO x${fakes}",\r\n`;
  });
}

const DAMAGE: readonly (readonly number[])[] = [
  [],
  [0x22],
  [0x22, 0x0a],
  [0x0a],
  [0x0d],
  [0x2c],
  [0],
  [0xff],
  [0xe2, 0x82],
  [0xef, 0xbb, 0xbf],
];

/** Changes, inserts or removes some bytes, behind what a file is recognised by. */
export function damaged(bytes: Uint8Array, random: Random, from: number): Uint8Array {
  let result = Buffer.from(bytes);
  for (let times = random.integer(1, 5); times > 0; times--) {
    const at = random.integer(Math.min(from, result.length), result.length);
    const inserted = Uint8Array.from(random.pick(DAMAGE));
    const rest = random.chance(0.7) ? at : at + random.integer(0, 40);
    result = Buffer.concat([result.subarray(0, at), inserted, result.subarray(rest)]);
  }
  return result;
}
