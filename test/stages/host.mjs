// The tests that need VS Code: in English, and those with @it in their title in Italian.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseHost } from '../vscode/chooseHost.mjs';
import { runInDesktop } from '../vscode/desktop.mjs';
import { root } from '../vscode/paths.mjs';
import { countResults } from '../vscode/results.mjs';
import { runInCodeServer } from '../vscode/runInCodeServer.mjs';
import { removeFailureScreenshots } from '../vscode/workbenchSteps.mjs';
import { testFiles } from './checks.mjs';

/** @typedef {import('../vscode/results.mjs').Outcome} Outcome */

const languageNames = { en: 'English', it: 'Italian' };

/** @typedef {keyof typeof languageNames} Locale */

/**
 * @param {string} [locale] Only this language, `en` or `it`.
 * @returns {Promise<Outcome>}
 */
export async function host(locale) {
  const locales = wantedLocales(locale);
  const chosen = await chooseHost();
  removeFailureScreenshots();
  const total = { passed: 0, failed: 0 };
  for (const language of locales) {
    console.log(`  in ${languageNames[language]}`);
    const run =
      chosen.name === 'desktop' ? await runInDesktop(chosen.desktop, language) : await runInCodeServer(language);
    const { passed, failed } = countResults(run.results);
    total.passed += passed;
    total.failed += failed;
    if (run.problem) {
      console.log(`  ✘ ${run.problem}`);
      total.failed++;
    }
  }
  // MOCHA_GREP may leave nothing for one of the languages, but not for both.
  if (total.passed + total.failed === 0) {
    console.log('  ✘ no tests ran');
    total.failed++;
  }
  return total;
}

/** @param {string | undefined} locale @returns {Locale[]} */
function wantedLocales(locale) {
  if (locale !== undefined) {
    if (locale !== 'en' && locale !== 'it') {
      throw new Error(`The suite has tests in en and it, not in ${locale}`);
    }
    return [locale];
  }
  const tagged = testFiles('test/host', '.test.ts').some((file) =>
    /@it(?!\w)/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  return tagged ? ['en', 'it'] : ['en'];
}
