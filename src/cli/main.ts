import { writeFile } from 'node:fs/promises';
import { version } from '../../package.json';
import { printable } from '../core/report/printable';
import { parseReportArguments, UsageError } from './arguments';
import { hasColours } from './colours';
import { compareReports } from './compareCommand';
import { HELP } from './help';
import { report } from './reportCommand';

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || args.includes('--help') || args.includes('-h')) {
    (command === undefined ? process.stderr : process.stdout).write(HELP);
    return command === undefined ? 2 : 0;
  }
  if (command === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  try {
    if (command === 'compare') {
      await print(await compareReports(rest));
      return 0;
    }
    if (command !== 'report') {
      throw new UsageError(`no such command: ${command}`);
    }
    const options = parseReportArguments(rest);
    const isColoured = options.output === undefined && hasColours(process.stdout, process.env);
    const { output, errors, status } = await report(options, { progress: process.stderr, isColoured });
    for (const error of errors) {
      process.stderr.write(`mail-flow-insights: ${printable(error)}\n`);
    }
    if (options.output === undefined) {
      await print(output);
    } else {
      await writeFile(options.output, output);
    }
    return status;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = error instanceof UsageError ? '\nmail-flow-insights --help says how.' : '';
    process.stderr.write(`mail-flow-insights: ${message}${hint}\n`);
    return 2;
  }
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
main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
