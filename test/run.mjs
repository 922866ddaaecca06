// Runs the tests: `node test/run.mjs` all of them, `… engine` those in plain Node, `… host [--run NAME]` those in VS Code (the runs
// are in vscode/runs.mjs; `--locale en|it` and `--restricted` are three of them), `… web` those in a browser.
// MOCHA_GREP runs only tests whose title matches. The last line is `N passed, M failed`.
import { parseArgs } from 'node:util';
import { build, lint, types } from './stages/checks.mjs';
import { engine } from './stages/engine.mjs';
import { host } from './stages/host.mjs';
import { web } from './stages/web.mjs';

/** @typedef {import('./vscode/results.mjs').Outcome} Outcome */

const total = { passed: 0, failed: 0 };

/**
 * Runs one stage and adds its outcome to the total. A stage that throws is one failed test.
 * @param {string} name
 * @param {() => Promise<Outcome>} run
 * @returns {Promise<boolean>} Whether nothing failed.
 */
async function stage(name, run) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { passed, failed } = await run().catch((error) => {
    // A plain Error explains itself; any other is a mistake in here.
    console.log(`  ✘ ${error.constructor === Error ? error.message : error.stack}`);
    return { passed: 0, failed: 1 };
  });
  console.log(`   ${passed} passed, ${failed} failed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  total.passed += passed;
  total.failed += failed;
  return failed === 0;
}

/** @param {string | undefined} only @param {string | undefined} run */
async function runStages(only, run) {
  if (only === undefined) {
    await stage('lint and format', lint);
    await stage('types', types);
  }
  if (!(await stage('build', build))) {
    console.log('\nThe tests did not run, since the build failed.');
    return;
  }
  if (only === undefined || only === 'engine') {
    await stage('engine tests, in plain Node', engine);
  }
  if (only === undefined || only === 'host') {
    await stage('host tests, in VS Code', () => host(run));
  }
  if (only === undefined || only === 'web') {
    await stage('web tests, in a browser', web);
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string' }, restricted: { type: 'boolean' }, run: { type: 'string' } },
});
const [only] = positionals;
if (positionals.length > 1 || (only !== undefined && !['engine', 'host', 'web'].includes(only))) {
  console.error('Usage: node test/run.mjs [engine | host | web] [--run NAME | --locale en|it | --restricted]');
  process.exit(2);
}
await runStages(only, values.run ?? (values.restricted ? 'restricted' : (values.locale ?? process.env.LOCALE)));
const status = total.failed === 0 && total.passed > 0 ? 0 : 1;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`, () => process.exit(status));
