// The reading worker in a browser, without VS Code: what it reads, and how it is stopped.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { kernels } from '../../esbuild.mjs';
import { launchChromium } from '../vscode/launchChromium.mjs';
import { root } from '../vscode/paths.mjs';
import { gzip, zip } from './archives.mjs';
import { engineReport } from './engineReport.mjs';
import { serve } from './serve.mjs';

const worker = '/dist/web/readingWorker.js';
const longest = 96 * 1024 * 1024;

/** Every export that the engine's own tests are about, the sample, and the sample in other encodings. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mfi-web-'));
const files = [...fixtures(), ...encoded(), ...packed()];
const longLog = writeLongLog();

describe('The reading worker in a browser', () => {
  /** What the engine says in Node: of all files together, then of each. @type {readonly any[]} */
  let expected;
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {{ port: number, close: () => void }} */
  let server;

  before(async () => {
    assert.ok(files.length > 12, String(files.length));
    expected = await Promise.all([engineReport(files), ...files.map((file) => engineReport([file]))]);
    server = await serve(answer);
    const launched = await launchChromium();
    browser = launched.browser;
    page = launched.watched.page;
    await page.goto(`http://127.0.0.1:${server.port}/`);
    await page.evaluate(await readingPage());
  });

  after(async () => {
    await browser?.close();
    server?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** @param {string} script @param {readonly string[]} read @returns {Promise<any>} */
  const reportInPage = (script, read) =>
    page.evaluate(
      // @ts-expect-error What readingPage.ts defines.
      ([address, inputs]) => globalThis.report(address, inputs),
      /** @type {const} */ ([script, read.map((file) => ({ path: file, location: file, address: file }))]),
    );

  it('reports of every export, and of all of them together, what the engine does in Node', async () => {
    assert.deepEqual(await reportInPage(worker, files), expected[0]);
    for (const [index, file] of files.entries()) {
      assert.deepEqual(await reportInPage(worker, [file]), expected[1 + index], file);
    }
  });

  for (const milliseconds of [0, 20, 100, 400]) {
    it(`is stopped within 50 ms when reading is cancelled after ${milliseconds} ms`, async () => {
      const log = files.find((file) => file.endsWith(path.join('protocol-log', 'receive.log'))) ?? '';
      const { took, file } = await page.evaluate(
        // @ts-expect-error What readingPage.ts defines.
        ([script, address, bytes, after]) => globalThis.cancelling(script, address, bytes, after),
        /** @type {const} */ ([worker, log, longest, milliseconds]),
      );
      assert.ok(took < 50, `${took} ms`);
      assert.equal(file.format, 'smtp-receive-protocol-log');
      assert.deepEqual(file.problems, []);
    });
  }

  for (const milliseconds of [0, 50, 300]) {
    it(`is stopped as soon where it unpacks, after ${milliseconds} ms`, async () => {
      const { took, file } = await page.evaluate(
        // @ts-expect-error What readingPage.ts defines.
        ([script, address, after]) => globalThis.cancelling(script, address, 0, after),
        /** @type {const} */ ([worker, longLog, milliseconds]),
      );
      assert.ok(took < 50, `${took} ms`);
      assert.deepEqual(file.problems, []);
    });
  }

  it('that cannot be started leaves the file unread, and says so', async () => {
    const [file = ''] = files;
    const report = await reportInPage('/not-a-script', [file]);
    assert.equal(report.files[0].problems.at(-1).reason, 'unreadable');
  });
});

/** The page itself, the worker, and exports by their whole path. @param {string} asked */
function answer(asked) {
  if (asked === '/') {
    return { type: 'text/html', content: '<!doctype html><title>Reading</title>' };
  }
  if (asked === worker) {
    return { type: 'text/javascript', content: fs.readFileSync(path.join(root, worker)) };
  }
  return [...files, longLog].includes(asked) ? { type: 'text/csv', content: fs.readFileSync(asked) } : undefined;
}

async function readingPage() {
  const entryPoints = [path.join(root, 'test/web/readingPage.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', plugins: [kernels] });
  return outputFiles[0]?.text ?? '';
}

/** Each in a folder of its own: the terminal command also reads connector definitions that lie beside an export. */
function fixtures() {
  const within = path.join(root, 'test/fixtures');
  const names = fs.readdirSync(within, { recursive: true, encoding: 'utf8' });
  const exports = names.filter((name) => /\.(csv|log|txt|json)$/.test(name) && !name.endsWith('.expected.json')).sort();
  const copies = exports.map((name, index) => {
    const copy = path.join(folder, String(index), name);
    fs.cpSync(path.join(within, name), copy);
    return copy;
  });
  return [...copies, path.join(root, 'media/sample/message-trace-sample.csv')];
}

/** With a letter that tells them apart. */
function encoded() {
  const text = fs.readFileSync(path.join(root, 'media/sample/message-trace-sample.csv'), 'utf8');
  const wide = text.replaceAll('Fabrikam', 'Fäbrikam');
  const contents = {
    'utf16le.csv': Buffer.from(text, 'utf16le'),
    'utf16le-wide.csv': Buffer.from(`\uFEFF${wide}`, 'utf16le'),
    'utf16be.csv': Buffer.from(`\uFEFF${wide}`, 'utf16le').swap16(),
    'windows-1252.csv': Buffer.from(wide, 'latin1'),
    'utf8-wide.csv': Buffer.from(wide),
  };
  return Object.entries(contents).map(([name, content]) => write(name, content));
}

/** The sample and logs in containers, whole ones and one that breaks off. */
function packed() {
  const sample = fs.readFileSync(path.join(root, 'media/sample/message-trace-sample.csv'));
  const log = fs.readFileSync(path.join(root, 'test/fixtures/protocol-log/receive.log'));
  const members = [
    { name: 'a/trace.csv', bytes: sample },
    { name: 'RECV.LOG.gz', bytes: gzip(log), method: 0 },
    { name: 'utf16.csv', bytes: Buffer.from(sample.toString(), 'utf16le') },
    { name: 'secret.csv', bytes: sample, flags: 1 },
  ];
  const archive = zip(members, { zip64: true });
  const contents = {
    'trace.csv.gz': gzip(sample),
    'trace-cut.csv.gz': gzip(sample).subarray(0, 9000),
    'all.zip': archive,
    'all-cut.zip': archive.subarray(0, 0.8 * archive.length),
  };
  return Object.entries(contents).map(([name, content]) => write(name, content));
}

/** A log that takes a while to be unpacked and read. */
function writeLongLog() {
  const log = fs.readFileSync(path.join(root, 'test/fixtures/protocol-log/receive.log'));
  return write('long.log.gz', gzip(Buffer.concat(Array(Math.ceil(longest / log.length)).fill(log)), 1));
}

/** @param {string} name @param {Uint8Array} content */
function write(name, content) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}
