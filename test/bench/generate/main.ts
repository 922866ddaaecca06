// Generates the exports of one data set: `node main.js '{"folder": …}'`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BlockWriter, type TextEncoding } from './blockWriter';
import { DistinctTrace } from './distinctTrace';
import { meanRowLength, type TracePart, traceHeader, traceLines, usualMessages } from './extendedTrace';
import { PostfixLog } from './postfixLog';
import type { Quoting } from './quoting';
import { SmtpLog } from './smtpLog';
import { TrackingLog } from './trackingLog';

type LogFormat = 'log' | 'tracking' | 'postfix' | 'distinct';

/** What is wanted. `size`: bytes of all files together; `messages`: distinct ones, undefined for as many as usual. */
interface Wanted {
  readonly folder: string;
  readonly format: 'trace' | LogFormat;
  readonly size: number;
  readonly messages: number | undefined;
  readonly files: number;
  readonly quoting: Quoting;
  readonly encoding: TextEncoding;
}

/** What came of it. */
interface Facts {
  readonly bytes: number;
  readonly rows: number;
  readonly messages: number;
}

const SEED = 4711;
/** Part of a small export's messages that are in the next one too: exports overlap. */
const OVERLAP = 0.05;

const LOGS = {
  log: { Log: SmtpLog, name: 'RECV2026030100-1.LOG' },
  tracking: { Log: TrackingLog, name: 'MSGTRK2026030100-1.LOG' },
  postfix: { Log: PostfixLog, name: 'mail.log' },
  distinct: { Log: DistinctTrace, name: 'MTDetail_0001.csv' },
} as const;

function oneLog(format: LogFormat, { folder, size, messages }: Wanted): Facts {
  const { Log, name } = LOGS[format];
  const log = new Log({ seed: SEED, bytes: size, messages });
  const writer = new BlockWriter(path.join(folder, name), 'utf8');
  let rows = 0;
  for (const line of log.lines(() => writer.bytes)) {
    writer.write(line);
    rows++;
  }
  writer.close();
  return { bytes: writer.bytes, rows, messages: log.messages };
}

function traces({ folder, size, messages, files, quoting, encoding }: Wanted): Facts {
  const rowLength = meanRowLength(SEED, quoting) * (encoding === 'utf8' ? 1 : 2);
  const rows = Math.round(size / rowLength / files);
  const own = messages ?? usualMessages(rows);
  const facts = { bytes: 0, rows: 0, messages: own * files };
  for (let file = 0; file < files; file++) {
    const shared = file < files - 1 ? Math.round(own * OVERLAP) : 0;
    const part: TracePart = { seed: SEED, first: file * own, messages: own + shared, rows, quoting };
    const name = `MTDetail_${String(file + 1).padStart(4, '0')}.csv`;
    const writer = new BlockWriter(path.join(folder, name), encoding);
    writer.write(traceHeader(quoting));
    for (const line of traceLines(part)) {
      writer.write(line);
    }
    writer.close();
    facts.bytes += writer.bytes;
    facts.rows += rows;
  }
  return facts;
}

const wanted = JSON.parse(process.argv[2] ?? '') as Wanted;
mkdirSync(wanted.folder, { recursive: true });
const facts = wanted.format === 'trace' ? traces(wanted) : oneLog(wanted.format, wanted);
// Written last: exports that were only begun are generated again.
writeFileSync(path.join(wanted.folder, 'facts.json'), JSON.stringify(facts));
