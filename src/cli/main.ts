import { writeFile } from 'node:fs/promises';
import { version } from '../../package.json';
import { messageOf } from '../core/messageOf';
import { printable } from '../core/report/printable';
import { haveOwnProcess } from '../platform/node/ownProcess';
import { UsageError } from './arguments/options';
import { hasColours } from './colours';
import { compareReports } from './commands/compare';
import { formats } from './commands/formats';
import { report } from './commands/report';
import { rules } from './commands/rules';
import { whatIf } from './commands/whatIf';
import { COMPARE_HELP } from './help/compareHelp';
import { HELP } from './help/help';
import { FORMATS_HELP, RULES_HELP } from './help/listHelp';
import { REPORT_HELP } from './help/reportHelp';
import { WHAT_IF_HELP } from './help/whatIfHelp';
import type { Outcome, Surface } from './outcome';

interface Command {
  readonly run: (args: readonly string[], surface: Surface) => Promise<Outcome>;
  readonly help: string;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['report', { run: report, help: REPORT_HELP }],
  ['compare', { run: compareReports, help: COMPARE_HELP }],
  ['what-if', { run: whatIf, help: WHAT_IF_HELP }],
  ['formats', { run: formats, help: FORMATS_HELP }],
  ['rules', { run: rules, help: RULES_HELP }],
]);

async function main(args: readonly string[]): Promise<number> {
  const isHelpAsked = args[0] === 'help' || args.includes('--help') || args.includes('-h');
  const [name, ...rest] = args[0] === 'help' ? args.slice(1) : args;
  const command = COMMANDS.get(name ?? '');
  if (name === undefined || isHelpAsked) {
    (isHelpAsked ? process.stdout : process.stderr).write(command?.help ?? HELP);
    return isHelpAsked ? 0 : 2;
  }
  if (name === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  try {
    if (command === undefined) {
      throw new UsageError(`no such command: ${name}`);
    }
    const isColoured = hasColours(process.stdout, process.env);
    return await finish(await command.run(rest, { progress: process.stderr, isColoured }));
  } catch (error) {
    const message = messageOf(error);
    const help = command === undefined ? '--help' : `${name} --help`;
    const hint = error instanceof UsageError ? `\nmail-flow-insights ${help} says how.` : '';
    process.stderr.write(`mail-flow-insights: ${message}${hint}\n`);
    return 2;
  }
}

async function finish({ output, errors, status, files = [] }: Outcome): Promise<number> {
  for (const error of errors) {
    process.stderr.write(`mail-flow-insights: ${printable(error)}\n`);
  }
  for (const { path, text } of files) {
    await writeFile(path, text);
  }
  await print(output);
  return status;
}

function print(output: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(output, () => resolve()));
}

// A reader that closes early (| head) is no error; anything else, such as a full disk, is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    process.stderr.write(`mail-flow-insights: ${error.message}\n`);
    process.exit(2);
  }
});
haveOwnProcess();
main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
