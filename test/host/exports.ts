// Small exports that tests write into the workspace, with what is known of them by construction.
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** A file in the workspace. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('The tests need a workspace folder');
  }
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file into the workspace and returns its uri. */
export function writeExport(name: string, content: string | Uint8Array): vscode.Uri {
  const uri = workspaceFile(name);
  mkdirSync(path.dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, content);
  return uri;
}

/** The sample export that ships with the extension. */
export function sampleExport(): vscode.Uri {
  return vscode.Uri.joinPath(extension().extensionUri, 'media', 'sample', 'message-trace-sample.csv');
}

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('mail-flow-insights.mail-flow-insights');
  if (found === undefined) {
    throw new Error('The extension is not there');
  }
  return found;
}

const HEADER = [
  '#Software: Microsoft Exchange Server',
  '#Version: 15.0.0.0',
  '#Log-type: SMTP Receive Protocol Log',
  '#Date: 2026-03-02T00:00:00.000Z',
  '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
];

/** Rows of a session; the TLS line is the fifth. */
const ROWS_A_SESSION = 12;
const TLS_ROW = 5;

/** A receive log's text and the line, 1-based, that first proves TLS 1.0. */
export interface ReceiveLog {
  readonly text: string;
  readonly firstTls10Line: number;
}

/** One message a session: the first `tls12` sessions on TLS 1.2, then `tls10` on TLS 1.0, on one connector. */
export function receiveLog(tls12: number, tls10: number): ReceiveLog {
  const lines = [...HEADER];
  for (let number = 0; number < tls12 + tls10; number++) {
    lines.push(...session(number, number < tls12 ? '1_2' : '1_0'));
  }
  return { text: `${lines.join('\r\n')}\r\n`, firstTls10Line: HEADER.length + tls12 * ROWS_A_SESSION + TLS_ROW };
}

/** A receive log whose sessions are none of another part's, on the same connector. */
export function receiveLogPart(number: number, tls12: number, tls10: number): ReceiveLog {
  const { text, firstTls10Line } = receiveLog(tls12, tls10);
  return { text: text.replaceAll(',08DC', `,0${number}DC`), firstTls10Line };
}

/** UTF-16 with its high bytes first: only the universal reader reads that, so that it takes its time on any machine. */
export function slowToRead(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

/**
 * Writes a receive log of `parts` times as many sessions on TLS 1.2 and on TLS 1.0, each session with an id of its own. `isSlow`: see
 * {@link slowToRead}.
 */
export async function writeLongLog(name: string, sessions: number, parts: number, isSlow = false): Promise<vscode.Uri> {
  const uri = workspaceFile(name);
  mkdirSync(path.dirname(uri.fsPath), { recursive: true });
  const file = createWriteStream(uri.fsPath);
  const { text } = receiveLog(sessions, sessions);
  for (let part = 0; part < parts; part++) {
    const own = text.replaceAll(',08DC00', `,08DC${part.toString(16).toUpperCase().padStart(2, '0')}`);
    if (!file.write(isSlow ? slowToRead(own).subarray(part === 0 ? 0 : 2) : own)) {
      await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'close');
  return uri;
}

function session(number: number, version: string): string[] {
  const id = (0x08dc000000000000n + BigInt(number)).toString(16).toUpperCase().padStart(16, '0');
  const tls = `"TLS protocol SP_PROT_TLS${version}_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384 with strength 0 bits and key exchange algorithm CALG_ECDHE with strength 256 bits"`;
  const rows: readonly (readonly [string, string, string])[] = [
    ['+', '', ''],
    ['>', '220 mx.contoso.example Microsoft ESMTP MAIL Service ready', ''],
    ['<', 'STARTTLS', ''],
    ['>', '220 2.0.0 SMTP server ready', ''],
    ['*', '', tls],
    ['<', 'EHLO mail.fabrikam.example', ''],
    ['<', 'MAIL FROM:<ann@fabrikam.example>', ''],
    ['<', 'RCPT TO:<bob@contoso.example>', ''],
    ['<', 'BDAT 1000 LAST', ''],
    ['>', `250 2.6.0 <${number}@fabrikam.example> Queued mail for delivery`, ''],
    ['<', 'QUIT', ''],
    ['-', '', 'Local'],
  ];
  const time = new Date(Date.UTC(2026, 2, 2) + number * 1000).toISOString();
  return rows.map(
    ([event, data, context], sequence) =>
      `${time},MX\\Partners,${id},${sequence},192.0.2.1:25,203.0.113.${1 + (number % 3)}:50000,${event},${data},${context}`,
  );
}

/** A trace whose short header and early non-ASCII subject make VS Code take it for binary, as UTF-16LE without a mark. */
export function binaryLookingTrace(messages: number): { readonly bytes: Uint8Array; readonly firstTls10Line: number } {
  const header =
    'message_subject,date_time_utc,source,event_id,network_message_id,directionality,connector_id,custom_data';
  const rows = Array.from({ length: messages }, (_, number) => {
    const id = `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
    const data =
      "'S:InboundConnectorData=Name=Fabrikam;ConnectorType=Partner';S:FromEntity=Partner;S:tlsversion=SP_PROT_TLS1_0_SERVER";
    return `Grüße 你好 ${number},2026-03-02T10:00:00.0000000Z,SMTP,RECEIVE,${id},Incoming,Fabrikam,${data}`;
  });
  return { bytes: Buffer.from(`${[header, ...rows].join('\r\n')}\r\n`, 'utf16le'), firstTls10Line: 2 };
}
