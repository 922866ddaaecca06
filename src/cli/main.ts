import { version } from '../../package.json';
import { printable } from '../core/report/text';
import { parseReportArguments, UsageError } from './arguments';
import { report } from './reportCommand';

const HELP = `Usage: mail-flow-insights report FILE… [options]
       mail-flow-insights --version

Says how much mail was protected in transit by TLS, per direction and connector, from exports of
Exchange Online and Exchange Server. Folders are searched through, .gz and .zip files read as what they
hold. Nothing leaves this machine.

Options
  --format text|json        text (default), or the JSON of docs/report.schema.json
  --from DAY, --to DAY      the analysis period in UTC days, such as 2026-03-02
  --last-week               the seven UTC days that end with the newest day in the data
  --missing-tls-is-none     count inbound Exchange Online rows without a TLS version as No TLS
  --minimum-share PERCENT   share of a connector's messages that is significant (1)
  --minimum-messages COUNT  and their number (10)
  --connector-type NAME=Partner|OnPremises
                            the type of a connector of which no export tells it; may be given again
  --date-order monthFirst|dayFirst
                            for dates such as 3/2/2026 where no date tells the order (monthFirst)

Exit status: 0 nothing found, 1 warnings found, 2 bad usage or unreadable input: a file named outright that is
no known export and holds none, a file that cannot be read or is damaged, or nothing that can be used in any of them.

Examples
  mail-flow-insights report MTDetail_2026.csv
  mail-flow-insights report --format json --last-week C:\\Logs\\ProtocolLog > report.json
`;

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
    if (command !== 'report') {
      throw new UsageError(`no such command: ${command}`);
    }
    const { output, errors, status } = await report(parseReportArguments(rest));
    for (const error of errors) {
      process.stderr.write(`mail-flow-insights: ${printable(error)}\n`);
    }
    await new Promise<void>((resolve) => process.stdout.write(output, () => resolve()));
    return status;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = error instanceof UsageError ? '\nmail-flow-insights --help says how.' : '';
    process.stderr.write(`mail-flow-insights: ${message}${hint}\n`);
    return 2;
  }
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
