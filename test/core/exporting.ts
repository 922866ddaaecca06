import type { AnalysisOptions } from '../../src/core/analyze';
import type { ExportContent, ExportContext } from '../../src/core/export/content';
import { evidenceOf } from '../../src/core/export/evidence';
import { EXPORT_FORMATS, exportReport, peersOfAll } from '../../src/core/export/exportReport';
import { ENGLISH_EXPORT_STRINGS, redactionSentences } from '../../src/core/export/exportWording';
import { reportText } from '../../src/core/report/text';
import { customData, TRACE_HEADER, traceLine } from '../generate/traceRow';
import { analysisOf, done, type Input, OPTIONS, textInput } from './analyzing';

/** Files whose bytes are at hand. */
export type WholeInput = Input & { readonly bytes: Uint8Array };

export const CONTEXT: ExportContext = {
  strings: ENGLISH_EXPORT_STRINGS,
  locale: 'en',
  version: '1.2.3',
  time: Date.UTC(2026, 3, 1, 9, 30),
  thresholds: OPTIONS.thresholds,
};

/** Everything an export shows: the report, all remote hosts, the text of proving lines. */
export async function contentOf(
  inputs: readonly WholeInput[],
  options: Partial<AnalysisOptions> = {},
): Promise<ExportContent> {
  const analysis = await analysisOf(inputs, options);
  const report = analysis.report();
  const open = async function* (file: string): AsyncGenerator<Uint8Array> {
    yield inputs.find(({ path }) => path === file)?.bytes ?? new Uint8Array(0);
  };
  const evidence = await evidenceOf(report, open);
  const peers = done(peersOfAll(analysis, report)) ?? [];
  return { report, peers, evidence, redaction: null };
}

/** What there is to hand on, by its name. */
export function allExports(content: ExportContent): Record<string, string> {
  const { report, redaction } = content;
  const notes = redaction === null ? [] : redactionSentences(CONTEXT.strings, redaction);
  const exports = EXPORT_FORMATS.map((format) => [format, exportReport(format, content, CONTEXT, { delimiter: ',' })]);
  return { text: reportText(report, { notes }), ...Object.fromEntries(exports) };
}

/** Names that mean something to a spreadsheet, to Markdown, to HTML or to a terminal. */
export const HOSTILE_NAMES: readonly string[] = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\u200b=1+1',
  '\t=1+1',
  '＝1+1',
  'A|B\\|C',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '``code`` `x`',
  '[link](http://evil.example) ![x](y)',
  'http://evil.example www.evil.example',
  '# heading',
  '1. one',
  '- item',
  'line\nbreak\r\n| x |',
  '\u202eevil\u202c gnp\u200f',
  '*bold* _it_ ~~no~~ $x$ &amp &lt',
  '{0} {1}',
  '</style></title></head>',
  '\u001b[31mred',
];

/** A trace of mail over connectors with these names, of which hosts and senders have hostile names too. */
export function hostileTrace(names: readonly string[] = HOSTILE_NAMES): WholeInput {
  const rows = names.flatMap((name, connector) =>
    Array.from({ length: 12 }, (_, id) =>
      traceLine({
        date_time_utc: `2026-03-0${1 + (id % 6)}T08:00:00Z`,
        source: 'SMTP',
        event_id: 'RECEIVE',
        network_message_id: `${connector}.${id}`,
        original_client_ip: id % 3 === 0 ? name : `192.0.2.${id}`,
        sender_address: `kim@${id % 4 === 0 ? name.replace(/\s/g, '') : 'fabrikam.example'}`,
        custom_data: customData([
          ['InboundConnectorData', `Name=${name};ConnectorType=Partner`],
          ['tlsversion', id < 6 ? 'SP_PROT_TLS1_0_SERVER' : 'SP_PROT_TLS1_2_SERVER'],
          ['tlscipher', 'CALG_3DES'],
        ]),
      }),
    ),
  );
  return textInput(TRACE_HEADER + rows.join(''), '=cmd|<b>|`x`.csv') as WholeInput;
}
