// Runs inside VS Code's extension host: every *.test.js beside this file, results to the file named in TEST_RESULTS.
import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type Mocha from 'mocha';
import { describeError } from './describeError';
import { workbench } from './page';
import { restoreTheme } from './restoreTheme';

/** Tests with such a tag in their title have a run of their own; the others run in English, in a folder that is trusted. */
const TAGS = ['it', 'restricted', 'first', 'folders'];
const tagged = (tag: string): string => `.*@${tag}(?!\\w)`;

/** VS Code's entry point. Rejects when a test failed, or when none ran though none was left out by MOCHA_GREP. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  try {
    await restoreTheme();
    const failures = await runTests();
    if (failures > 0) {
      throw new Error(`${failures} tests failed`);
    }
  } catch (error) {
    // What goes wrong before the first test, such as a test file that does not load, is a result too.
    if (!reported) {
      report({ title: 'the suite', state: 'failed', error: describeError(error) });
    }
    throw error;
  } finally {
    writeLine({ end: true });
  }
}

let reported = 0;

function report(result: { title: string; state: 'passed' | 'failed' | 'skipped'; ms?: number; error?: string }): void {
  reported++;
  writeLine(result);
}

function writeLine(line: object): void {
  appendFileSync(process.env.TEST_RESULTS ?? path.join(__dirname, 'results.jsonl'), `${JSON.stringify(line)}\n`);
}

async function runTests(): Promise<number> {
  // Mocha is an ES module.
  const { default: MochaRunner } = await import('mocha');
  const { Base: silent } = MochaRunner.reporters;
  const mocha = new MochaRunner({
    ui: 'bdd',
    timeout: 120_000,
    forbidOnly: true,
    reporter: silent,
    grep: wantedTitles(),
  });
  mocha.rootHooks({ afterEach: photographFailure });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.js')) {
      mocha.addFile(path.join(__dirname, file));
    }
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => report({ title: test.fullTitle(), state: 'passed', ms: test.duration ?? 0 }));
    runner.on('pending', (test) => report({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error) =>
      report({ title: test.fullTitle(), state: 'failed', error: describeError(error) }),
    );
  });
  if (reported === 0 && !process.env.MOCHA_GREP) {
    throw new Error('No tests ran');
  }
  return failures;
}

function wantedTitles(): RegExp {
  const run = TAGS.find((tag) => tag === process.env.TEST_RUN);
  const own = run === undefined ? TAGS.map((tag) => `(?!${tagged(tag)})`).join('') : `(?=${tagged(run)})`;
  return new RegExp(`^${own}(?=.*(?:${process.env.MOCHA_GREP ?? ''}))`, 's');
}

async function photographFailure(this: Mocha.Context): Promise<void> {
  const test = this.currentTest;
  if (test?.state === 'failed') {
    // Without a window there is no picture; the test's own error matters more.
    await workbench.screenshot(`failed-${test.fullTitle()}`).catch(() => {});
  }
}
