import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCompareArguments } from '../../src/cli/arguments/compareArguments';
import { parseReportArguments } from '../../src/cli/arguments/reportArguments';
import { parseWhatIfArguments } from '../../src/cli/arguments/whatIfArguments';
import { COMPARE_HELP } from '../../src/cli/help/compareHelp';
import { REPORT_HELP } from '../../src/cli/help/reportHelp';
import { WHAT_IF_HELP } from '../../src/cli/help/whatIfHelp';

const PARSERS: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  report: parseReportArguments,
  compare: parseCompareArguments,
  'what-if': parseWhatIfArguments,
};

describe('what is written about the terminal', () => {
  const page = readFileSync('docs/terminal.md', 'utf8');
  const readme = readFileSync('README.md', 'utf8');

  for (const [name, text] of [
    ['docs/terminal.md', page],
    ['README.md', readme],
    ['help', [REPORT_HELP, COMPARE_HELP, WHAT_IF_HELP].join('')],
  ] as const) {
    it(`can be carried out: ${name}`, () => {
      const commands = [...text.matchAll(/(?:mail-flow-insights|cli\.js) (report|compare|what-if) ([^`\n|>]+)/g)]
        .filter(([line]) => !line.includes('…') && !/BEFORE|--help/.test(line))
        .map(([, command = '', rest = '']) => [command, rest.replace(/\\$/, '').trim()] as const);
      assert.ok(commands.length > 2);
      for (const [command, rest] of commands) {
        const words = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
        assert.doesNotThrow(() => PARSERS[command]?.(words), `${command} ${rest}`);
      }
    });
  }

  it('links to pages and files that exist', () => {
    const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    assert.ok(targets.length > 2);
    for (const target of targets) {
      assert.ok(existsSync(path.join('docs', target)), target);
    }
  });
});
