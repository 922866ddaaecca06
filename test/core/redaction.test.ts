import assert from 'node:assert/strict';
import type { ExportContent, RedactionOptions } from '../../src/core/export/content';
import { hostKind, Pseudonyms } from '../../src/core/export/pseudonyms';
import { REDACT_ALL, redact } from '../../src/core/export/redact';
import { reportJson } from '../../src/core/report/json';
import { provingParts, provingWords } from '../../src/core/report/provingWords';
import type { MailFlowReport } from '../../src/core/report/report';
import { Random } from '../generate/random';
import { sampleTrace } from '../generate/sampleTrace';
import { customData, TRACE_HEADER, traceLine } from '../generate/traceRow';
import { textInput } from './analyzing';
import { allExports, contentOf, hostileTrace, type WholeInput } from './exporting';
import { FIXTURES } from './fixtures';
import type { ReportJson } from './reportContract';
import { parseStrictly, textOf } from './strictHtml';

const EVERYTHING = { thresholds: { share: 0, messages: 1 } };
const SAMPLE = textInput(sampleTrace(), 'C:\\Contoso\\sample.csv') as WholeInput;
const SETS = [
  ...FIXTURES.map(({ inputs, ...fixture }) => ({
    ...fixture,
    inputs: inputs.map((input) => ({ ...input, path: `/srv/northwind/${input.path}` })),
  })),
  { name: 'the sample', inputs: [SAMPLE], options: {} },
  { name: 'hostile names', inputs: [hostileTrace()], options: {} },
  { name: 'names of all kinds', inputs: [namedTrace()], options: {} },
  {
    name: 'a file that is no export',
    inputs: [textInput('secret header;Ada\nx\n', 'unknown.csv') as WholeInput],
    options: {},
  },
];

describe('a redacted export', () => {
  for (const { name, inputs, options } of SETS) {
    it(`tells none of the names, and all of the figures: ${name}`, async () => {
      const content = await contentOf(inputs, { ...options, ...EVERYTHING });
      const redacted = redact(content, REDACT_ALL);
      assertTellsNone(redacted, [
        ...hostsIn(content),
        ...connectorsIn(content),
        ...filesIn(content),
        ...textsIn(content),
      ]);
      assert.deepEqual(figuresIn(redacted.report), figuresIn(content.report));
    });

    it(`keeps what is asked for: ${name}`, async () => {
      const content = await contentOf(inputs, { ...options, ...EVERYTHING });
      const some: RedactionOptions = { connectors: false, files: 'folders' };
      const redacted = redact(content, some);
      // Where a connector is defined is a file, and its certificate's name a host.
      const withoutDefinition = ({ report }: ExportContent) =>
        report.connectors.map(({ definition, ...connector }) => ({
          ...connector,
          isDefined: definition !== undefined,
        }));
      assert.deepEqual(withoutDefinition(redacted), withoutDefinition(content));
      assert.deepEqual(
        redacted.report.files.map(({ path }) => baseName(path)),
        content.report.files.map(({ path }) => baseName(path)),
      );
      const kept = connectorsIn(content).join('\n').toLowerCase();
      const others = [...hostsIn(content), ...foldersIn(content)].filter(
        (value) => !kept.includes(value.trim().toLowerCase()),
      );
      assertTellsNone(redacted, others);
      assert.deepEqual(
        redact(content, { connectors: true, files: 'kept' }).report.files.map(({ path }) => path),
        content.report.files.map(({ path }) => path),
      );
    });
  }

  it('says what was replaced, in every format', async () => {
    const content = await contentOf([SAMPLE]);
    const exports = allExports(redact(content, REDACT_ALL));
    for (const [format, text] of Object.entries(exports)) {
      const pattern =
        format === 'json'
          ? /"redacted": \[\s*"hosts",\s*"connectors",\s*"files",\s*"texts"\s*\]/
          : /names of remote hosts, domains of senders, names of connectors, names of files/;
      assert.match(text, pattern, format);
    }
    for (const [format, text] of Object.entries(allExports(content))) {
      assert.doesNotMatch(text, /redacted"|Replaced by|"Redacted"/, format);
    }
  });

  it('has one stand-in for a value, wherever it stands', async () => {
    const content = await contentOf([namedTrace()], EVERYTHING);
    const redacted = redact(content, REDACT_ALL);
    const standIns = new Map<string, string>();
    const note = (value: string, standIn: string): void => {
      assert.equal(standIns.get(value.toLowerCase()) ?? standIn, standIn, value);
      standIns.set(value.toLowerCase(), standIn);
    };
    content.report.connectors.forEach((connector, index) => {
      note(connector.name ?? '', redacted.report.connectors[index]?.name ?? '');
    });
    content.peers.forEach((peers, index) => {
      peers.hosts.forEach((host, at) => {
        const other = redacted.peers[index]?.hosts[at];
        note(host.host, other?.host ?? '');
        host.peers.forEach((peer, row) => {
          note(peer.sender, other?.peers[row]?.sender ?? '');
        });
      });
    });
    content.report.insights.forEach((insight, index) => {
      insight.hosts.forEach((host, at) => {
        note(host.host, redacted.report.insights[index]?.hosts[at]?.host ?? '');
      });
    });
    assert.equal(new Set(standIns.values()).size, standIns.size, 'two values never share a stand-in');
    assert.ok(standIns.size > 10);
  });

  it('goes on naming the connectors that remote hosts belong to', async () => {
    const redacted = redact(await contentOf([SAMPLE]), REDACT_ALL);
    const { 'csv-hosts': csv = '', html = '' } = allExports(redacted);
    assert.match(csv, /"From your partner - connector-\d","Partner","ip-\d","","domain-\d","TLS 1.0"/);
    assert.match(textOf(parseStrictly(html)), /From your partner - connector-\d/);
  });
});

describe('stand-ins', () => {
  it('are called after what they stand for, and are none of the values', () => {
    const names = new Pseudonyms(['host-1', 'HOST-2', 'a', 'b']);
    assert.deepEqual(
      [names.of('host', 'a'), names.of('host', 'A'), names.of('host', 'b')],
      ['host-3', 'host-3', 'host-4'],
    );
    assert.deepEqual(
      [names.of('domain', 'a'), names.of('domain', 'host-1'), names.of('host', '')],
      ['host-3', 'domain-1', ''],
    );
    assert.deepEqual(
      ['192.0.2.1', '[192.0.2.1]', '2001:db8::1', '::ffff:192.0.2.1', 'mx1.fabrikam.example', 'a:b', ''].map(hostKind),
      ['ip', 'ip', 'ip', 'ip', 'host', 'host', 'host'],
    );
  });
});

describe('the words of a line that prove how mail travelled', () => {
  it('are told without names', () => {
    const log =
      '2026-03-02T08:00:00.123Z,EX1\\Relay,08DE,5,10.0.0.1:25,192.0.2.1:1,*,,TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384';
    assert.equal(
      provingWords(log),
      '2026-03-02T08:00:00.123Z … TLS protocol … SP_PROT_TLS1_2_SERVER … CALG_AES_256 … CALG_SHA_384',
    );
    assert.equal(provingWords('Subject: about TLS and kim@fabrikam.example'), '');
    assert.equal(provingWords('250 2.6.0 <1@mx.fabrikam.example> Queued mail for delivery'), '250 2.6.0');
    assert.equal(
      provingWords('(version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)'),
      'version=TLS1_2 … cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    );
  });

  it('are parts of the line, of which nothing is lost', () => {
    const line = 'a;S:tlsversion=SP_PROT_TLS1_0_SERVER;S:tlscipher=CALG_3DES"';
    const parts = provingParts(line);
    assert.equal(parts.map(({ text }) => text).join(''), line);
    assert.deepEqual(
      parts.filter(({ isProof }) => isProof).map(({ text }) => text),
      ['tlsversion=', 'SP_PROT_TLS1_0_SERVER', 'tlscipher=', 'CALG_3DES'],
    );
  });
});

/** Hosts, senders and connectors of all kinds, some of which are each other's, and stand-ins that are taken. */
function namedTrace(): WholeInput {
  const random = new Random(7);
  const names = [
    'host-1',
    'connector-2',
    'mx1.adatum.example',
    'adatum.example',
    '203.0.113.7',
    '2001:db8::7',
    'Jürgen GmbH',
  ];
  const rows = Array.from({ length: 300 }, (_, id) =>
    traceLine({
      date_time_utc: '2026-03-02T08:00:00Z',
      source: 'SMTP',
      event_id: 'RECEIVE',
      network_message_id: `m${id}`,
      message_subject: 'Secret plans of Adatum',
      original_client_ip: random.pick([...names, '', `198.51.100.${random.integer(1, 30)}`]),
      sender_address: `kim@${random.pick([...names, 'sales.adatum.example', 'ADATUM.example'])}`,
      custom_data: customData([
        ['InboundConnectorData', `Name=${random.pick(names)};ConnectorType=${random.pick(['Partner', 'OnPremises'])}`],
        ['tlsversion', random.pick(['', 'SP_PROT_TLS1_0_SERVER', 'TLS1_2'])],
        ['tlscipher', random.pick(['', 'CALG_3DES', 'RC4 made by kim@adatum.example'])],
      ]),
    }),
  );
  return textInput(TRACE_HEADER + rows.join(''), '/home/kim/Adatum/MTDetail_adatum.csv') as WholeInput;
}

/** Walks every export for every value, in any case and any escaping. */
function assertTellsNone(redacted: ExportContent, values: Iterable<string>): void {
  const standIns = new Set([...namesIn(redacted)].map((name) => name.toLowerCase()));
  const wanted = [...new Set(values)].filter((value) => value.trim().length > 1);
  for (const [format, text] of Object.entries(allExports(redacted))) {
    const forms = formsOf(format, text);
    for (const value of wanted) {
      for (const form of [value, value.trim(), value.replace(/\s+/g, ' ').trim()]) {
        // A stand-in is called host-1 whatever others are called; what is compared is the word.
        assert.ok(!standIns.has(form.toLowerCase()), `${value} is a stand-in`);
        const found = forms.find((one) => holds(one, form.toLowerCase()));
        assert.equal(found, undefined, `${format} tells ${JSON.stringify(value)}`);
      }
    }
  }
}

/** The export as it is written, and as it is read. */
function formsOf(format: string, text: string): string[] {
  const read = {
    html: () => textOf(parseStrictly(text)),
    markdown: () =>
      text.replace(/\\([^\w\s])/g, '$1').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
    json: () => JSON.stringify(JSON.parse(text)).replace(/\\(["\\/])/g, '$1'),
    csv: () => text.replaceAll('""', '"'),
    'csv-hosts': () => text.replaceAll('""', '"'),
  }[format];
  return [text.toLowerCase(), (read?.() ?? text).toLowerCase()];
}

/** As a word of its own where it begins and ends with a letter or a digit: `hq` is not in `sha256-…hq…`. */
function holds(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const isWord = (index: number): boolean => /[\p{L}\p{N}]/u.test(text[index] ?? '');
    const isPart = (isWord(at) && isWord(at - 1)) || (isWord(at + value.length - 1) && isWord(at + value.length));
    if (!isPart) {
      return true;
    }
  }
  return false;
}

function hostsIn({ report, peers }: ExportContent): string[] {
  const rows = peers.flatMap((one) => one.hosts);
  return [
    ...report.insights.flatMap(({ hosts }) => hosts.map(({ host }) => host)),
    ...rows.map(({ host }) => host),
    ...rows.flatMap((host) => host.peers.map(({ sender }) => sender)),
  ];
}

function connectorsIn({ report }: ExportContent): string[] {
  return report.connectors.flatMap(({ name }) => name ?? []);
}

function filesIn({ report }: ExportContent): string[] {
  return report.files.flatMap(({ path }) => [path, baseName(path)]);
}

function foldersIn({ report }: ExportContent): string[] {
  return report.files.map(({ path }) => path.slice(0, -baseName(path).length - 1)).filter((folder) => folder !== '');
}

/** Texts that problems quote from files. */
function textsIn({ report }: ExportContent): string[] {
  const problems = report.files.flatMap((file) => file.problems);
  return problems.flatMap(({ reason, detail }) =>
    detail !== undefined && ['unknownFormat', 'badTime', 'unknownDirection', 'connectorTypeConflict'].includes(reason)
      ? [detail]
      : [],
  );
}

function* namesIn({ report, peers }: ExportContent): Generator<string> {
  for (const { name } of report.connectors) {
    yield name ?? '';
  }
  for (const { host, peers: rows } of peers.flatMap((one) => one.hosts)) {
    yield host;
    yield* rows.map(({ sender }) => sender);
  }
}

/** The JSON report without anything that names something. */
function figuresIn(report: MailFlowReport): object {
  const { period, directions, internal, connectors, files, insights } = reportJson(report) as ReportJson;
  return {
    period,
    directions,
    internal,
    connectors: connectors.map(({ direction, type, messages, tls, days }) => ({
      direction,
      type,
      messages,
      tls,
      days,
    })),
    files: files.map(({ format, records, used, leftOut, problemCount }) => ({
      format,
      records,
      used,
      leftOut,
      problemCount,
    })),
    insights: insights.map(({ rule, severity, messages, share, line }) => ({ rule, severity, messages, share, line })),
  };
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
