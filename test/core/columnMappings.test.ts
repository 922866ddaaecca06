import assert from 'node:assert/strict';
import { FORMATS } from '../../src/core/formats/formats';
import { mappingFor } from '../../src/core/formats/mappingFor';
import { readableFormats } from '../../src/core/formats/readableFormats';
import { readColumnMappings } from '../../src/core/formats/readColumnMappings';
import { type ColumnMapping, mappingFault } from '../../src/core/model/columnMapping';
import type { FormatId } from '../../src/core/model/exportKind';
import { Columns } from '../../src/core/reading/columns';
import { previewFile } from '../../src/core/reading/filePreview';
import { recognizeFile } from '../../src/core/stretch/fileBeginning';
import { reportOf, textInput } from './analyzing';
import { FIXTURES, fixture } from './fixtures';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEADER = ['When', 'Which way', 'TLS'];
const TABLE = 'When;Which way;TLS\r\n2026-03-02T10:00:00Z;in;1.2\r\n';

describe('mappings as they are written in settings', () => {
  it('are read in their three kinds', () => {
    const written = [
      { header: HEADER, columns: { time: 'When', tls: 'TLS' }, direction: 'inbound' },
      { header: HEADER, format: 'extended-message-trace' },
      { file: 'logs/cut.log', format: 'smtp-receive-protocol-log' },
    ];
    assert.deepEqual(readColumnMappings(written), {
      faults: [],
      mappings: [
        written[0],
        { header: HEADER, format: 'extended-message-trace', columns: {} },
        { header: [], file: 'logs/cut.log', format: 'smtp-receive-protocol-log', columns: {} },
      ],
    });
  });

  it('lose what is of a wrong kind, and say what', () => {
    const { mappings, faults } = readColumnMappings([
      { header: HEADER, columns: { time: 'When', colour: 'TLS', tls: 7 }, direction: 'sideways' },
      { header: 'When', columns: { time: 'When' } },
      { header: HEADER },
      { header: HEADER, format: 'toString' },
      { file: 'a.csv', columns: { time: 'When' } },
      { format: 'summary-trace' },
      null,
      'mapping',
      [],
    ]);
    assert.deepEqual(mappings, [{ header: HEADER, columns: { time: 'When' } }]);
    assert.deepEqual(faults, [
      '[0]: no column is for "colour"',
      '[0]: tls has to be a title',
      '[0]: direction has to be inbound or outbound, not "sideways"',
      '[1]: header has to be a list of titles',
      '[2]: neither columns nor a known format',
      '[3]: no such format: "toString"',
      '[3]: neither columns nor a known format',
      '[4]: file goes with a known format only',
      '[5]: header has to be a list of titles',
      '[6]: not an object',
      '[7]: not an object',
      '[8]: not an object',
    ]);
  });

  it('are none where there is no list', () => {
    for (const value of [undefined, null, 7, 'x', {}, { header: HEADER }]) {
      assert.deepEqual(readColumnMappings(value), { mappings: [], faults: ['not a list of mappings'] });
    }
  });
});

describe('a mapping', () => {
  const has = (title: string): boolean => HEADER.includes(title);

  it('needs a time, a direction, and columns that are there', () => {
    assert.equal(mappingFault({ columns: { time: 'When' }, direction: 'inbound' }, has), undefined);
    assert.equal(mappingFault({ columns: { time: 'When', direction: 'Which way' } }, has), undefined);
    assert.deepEqual(mappingFault({ columns: {}, direction: 'inbound' }, has), { kind: 'noTime' });
    assert.deepEqual(mappingFault({ columns: { time: 'When' } }, has), { kind: 'noDirection' });
    assert.deepEqual(mappingFault({ columns: { time: 'When', cipher: 'Cipher' }, direction: 'inbound' }, has), {
      kind: 'noSuchColumn',
      role: 'cipher',
      title: 'Cipher',
    });
  });

  it('fits a header in any spelling, and no other', () => {
    const mapping: ColumnMapping = { header: HEADER, columns: { time: 'When' } };
    const fits = (...titles: readonly string[]): boolean =>
      mappingFor(new Columns(titles), 'a.csv', [mapping]) === mapping;
    assert.ok(fits('When', 'Which way', 'TLS'));
    assert.ok(fits('WHEN', 'which-way', 'tls'));
    assert.ok(!fits('TLS', 'Which way', 'When'));
    assert.ok(!fits('When', 'Which way'));
    assert.ok(!fits('When', 'Which way', 'TLS', 'Cipher'));
    assert.equal(mappingFor(new Columns([]), '', [{ header: [], columns: {} }]), undefined);
  });

  it('fits a file by the end of its path', () => {
    const mapping: ColumnMapping = { header: [], file: 'Logs/cut.log', format: 'summary-trace', columns: {} };
    const fits = (location: string): boolean => mappingFor(new Columns(['x']), location, [mapping]) === mapping;
    assert.ok(fits('/home/ann/mail/logs/cut.log'));
    assert.ok(fits('C:\\mail\\Logs\\cut.log'));
    assert.ok(fits('logs/cut.log'));
    assert.ok(!fits('/home/ann/catalogs/cut.log'));
    assert.ok(!fits('/home/ann/logs/cut.log.1'));
    assert.ok(!fits(''));
  });

  it('decides in the order of the list', () => {
    const forced: ColumnMapping = { header: HEADER, format: 'connector-report-details', columns: {} };
    const broken: ColumnMapping = { header: HEADER, columns: { time: 'Gone' }, direction: 'inbound' };
    assert.equal(recognizeFile(bytes(TABLE), [forced, broken]).kind?.format, 'connector-report-details');
    assert.equal(recognizeFile(bytes(TABLE), [broken, forced]).problem?.reason, 'noSuchColumn');
  });
});

describe('a file that a mapping fits', () => {
  it('is read in the format that was chosen, and the report says so', async () => {
    const [trace] = fixture('extended-trace/inbound').inputs;
    assert.ok(trace !== undefined);
    const { header = [] } = previewFile(trace.bytes) ?? {};
    const plain = await reportOf([trace]);
    const columnMappings: ColumnMapping[] = [{ header, format: 'extended-message-trace', columns: {} }];
    assert.deepEqual(await reportOf([trace], { columnMappings }), {
      ...plain,
      files: [{ ...plain.files[0], chosen: 'format' }],
    });
  });

  it('without a header is chosen by its place: a protocol log that somebody wrote a note on', async () => {
    const [log] = fixture('protocol-log/receive').inputs;
    assert.ok(log !== undefined);
    const whole = new TextDecoder().decode(log.bytes);
    const input = textInput(whole.replace(/(?:^#.*\r?\n)+/m, 'Copied from MX1\r\n'), '/mail/logs/cut.log');
    assert.equal((await reportOf([input])).files[0]?.format, null);
    const columnMappings: ColumnMapping[] = [
      { header: [], file: 'logs/cut.log', format: 'smtp-receive-protocol-log', columns: {} },
    ];
    const report = await reportOf([input], { columnMappings });
    const expected = await reportOf([log]);
    assert.deepEqual(report.directions, expected.directions);
    assert.ok(expected.directions.inbound.messages > 0);
    assert.deepEqual(
      report.files[0]?.problems.map(({ reason }) => reason).filter((reason) => reason === 'missingFields'),
      ['missingFields'],
    );
  });

  it('is not read where the mapping names a column that it does not have, or says too little', () => {
    const gone = { header: HEADER, columns: { time: 'When', cipher: 'Cipher' }, direction: 'inbound' } as const;
    assert.deepEqual(recognizeFile(bytes(TABLE), [gone]).problem, { reason: 'noSuchColumn', detail: 'Cipher' });
    const timeless = { header: HEADER, columns: { tls: 'TLS' }, direction: 'inbound' } as const;
    assert.deepEqual(recognizeFile(bytes(TABLE), [timeless]).problem, { reason: 'incompleteMapping' });
  });

  it('that is binary or empty stays so', () => {
    const mapping: ColumnMapping = { header: [], file: 'a.log', format: 'summary-trace', columns: {} };
    const binary = Uint8Array.of(1, 0, 2, 0, 0, 0, 3, 255, 0, 9);
    assert.equal(recognizeFile(binary, [mapping], 'a.log').problem?.reason, 'binaryFile');
    assert.equal(recognizeFile(new Uint8Array(0), [mapping], 'a.log').problem?.reason, 'emptyFile');
  });
});

describe('a table of which the user says what the columns hold', () => {
  const mapping: ColumnMapping = {
    header: HEADER,
    columns: { time: 'When', direction: 'Which way', tls: 'TLS' },
  };

  it('is read, and the report says by whose word', async () => {
    const report = await reportOf([textInput(TABLE)], { columnMappings: [mapping] });
    const [file] = report.files;
    assert.deepEqual([file?.format, file?.chosen, file?.used], ['mapped-table', 'columns', 1]);
    assert.deepEqual(report.directions.inbound.tls, { 'tls1.2': 1 });
  });

  it('ends in a reason where not one record can be used', async () => {
    const columnMappings: ColumnMapping[] = [{ ...mapping, columns: { time: 'TLS', direction: 'Which way' } }];
    const [file] = (await reportOf([textInput(TABLE)], { columnMappings })).files;
    assert.deepEqual(
      file?.problems.map(({ line, reason }) => [line, reason]),
      [
        [0, 'nothingAsChosen'],
        [2, 'badTime'],
      ],
    );
  });

  it('is no matter of mappings that choose a format', async () => {
    const forced: ColumnMapping = { header: [], file: 'elsewhere.csv', format: 'summary-trace', columns: {} };
    const objects = '[{"When":"2026-03-02T10:00:00Z","Which way":"in"},{"When":"2026-03-02T10:00:00Z","TLS":"1.2"}]';
    const columnMappings: ColumnMapping[] = [
      forced,
      { header: ['When', 'Which way'], columns: { time: 'When', tls: 'TLS' }, direction: 'inbound' },
    ];
    const report = await reportOf([textInput(objects)], { columnMappings });
    assert.deepEqual(report.directions.inbound.tls, { 'tls1.2': 1, unknown: 1 });
  });
});

describe('formats that may be chosen for a file', () => {
  const idsFor = (layout: 'table' | 'json' | 'text'): readonly string[] => readableFormats(layout).map(({ id }) => id);

  it('are those that can make something of what it looks like', () => {
    assert.ok(idsFor('table').includes('extended-message-trace') && idsFor('table').includes('smtp-send-protocol-log'));
    assert.ok(idsFor('text').includes('smtp-send-protocol-log') && !idsFor('text').includes('extended-message-trace'));
    assert.ok(!idsFor('json').includes('smtp-send-protocol-log') && idsFor('json').includes('extended-message-trace'));
    for (const layout of ['table', 'json', 'text'] as const) {
      assert.ok(!idsFor(layout).includes('mapped-table'));
    }
  });
});

describe('a format that was chosen for a file it cannot read', () => {
  const odd: Record<string, string> = {
    prose: 'Dear colleague, here they are.\nOne, two\n\nBye\n',
    'a table': TABLE,
    'JSON objects': '[{"When":"2026-03-02T10:00:00Z","way":{"in":true}},{"When":null},{"x":[1,{"y":2}]}]',
    'broken JSON': '{"When":"2026-03-02","a":\n',
    'a single word': 'word',
    'a header alone': 'When,Which way\n',
    'quotes that do not close': 'a,b\n"1,2\n3,4\n',
  };
  const inputs = [
    ...Object.entries(odd).map(([name, text]) => ({ name, input: { path: 'odd', bytes: bytes(text) } })),
    ...FIXTURES.flatMap(({ name, inputs }) => inputs.map(({ bytes }) => ({ name, input: { path: 'odd', bytes } }))),
  ];

  for (const { id } of FORMATS.filter((format) => format.id !== 'mapped-table')) {
    it(`ends in figures or in a clear reason, every record accounted for: ${id}`, async () => {
      for (const { name, input } of inputs) {
        const [file] = (await reportOf([input], { columnMappings: [chosenFor(id)] })).files;
        assert.ok(file !== undefined);
        assert.equal(file.format, id, name);
        const leftOut = Object.values(file.leftOut).reduce((sum, count) => sum + count, 0);
        assert.equal(file.records, file.used + leftOut, name);
        const reasons = file.problems.map(({ reason }) => reason);
        assert.ok(!reasons.includes('unreadable') && !reasons.includes('readerCrashed'), `${name}: ${reasons}`);
        const isUnderstood = file.used > 0 || (file.sessions?.total ?? 0) > 0 || leftOut > rejected(file.leftOut);
        assert.ok(isUnderstood || reasons.includes('nothingAsChosen') || reasons.includes('headerOnly'), name);
      }
    });
  }

  function chosenFor(format: FormatId): ColumnMapping {
    return { header: [], file: 'odd', format, columns: {} };
  }

  /** Records that were left out for what may be the wrong format's fault. */
  function rejected(leftOut: Readonly<Record<string, number>>): number {
    return ['malformed', 'futureDay', 'noMessageId', 'otherEvent'].reduce(
      (sum, reason) => sum + (leftOut[reason] ?? 0),
      0,
    );
  }
});
