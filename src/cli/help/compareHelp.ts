import { COUNTING_HELP } from './countingHelp';

/** What `compare --help` prints. */
export const COMPARE_HELP = `Usage: mail-flow-insights compare BEFORE NOW [options]
       mail-flow-insights compare --period DAY..DAY --period DAY..DAY FILE… [options]

Says what got worse, appeared, improved or disappeared. BEFORE and NOW are reports that report --format json has
written, exports, or folders of them. With --period, two periods of the same exports are compared, the earlier one
first; they are read once.

Output
  --format markdown|text|json
                            markdown is the default
  --output FILE             write to a file instead of standard output
  --redact                  replace names of connectors by stand-ins such as connector-1; nobody else is named

${COUNTING_HELP}
Exit status: 0 whatever has changed, 2 bad usage, unreadable input, or no message on one side: nothing is compared then.

Examples
  mail-flow-insights compare january.json february.json
  mail-flow-insights compare --format text exports/january exports/february
  mail-flow-insights compare --period 2026-03-02..2026-03-08 --period 2026-03-09..2026-03-15 MTDetail_2026.csv
`;
