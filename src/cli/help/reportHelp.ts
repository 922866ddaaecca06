import { COUNTING_HELP } from './countingHelp';

/** What `report --help` prints. */
export const REPORT_HELP = `Usage: mail-flow-insights report FILE… [options]

Says how much mail was protected in transit by TLS, per direction and connector, from exports of
Exchange Online and Exchange Server. Folders are searched through, .gz and .zip files read as what they
hold; * and ? in names are understood where the shell leaves them. Nothing leaves this machine.

Output
  --format FORMAT           text       for people (default)
                            json       for programs: docs/report.schema.json
                            csv        for spreadsheets: a row per connector and day
                            csv-hosts  the same for remote hosts, senders and ciphers
                            markdown   a summary for a ticket or a wiki
                            html       an audit report to print or hand on: one file, no scripts
                            sarif      SARIF 2.1.0 for code scanning services: a result per insight
  --output FILE             write to a file instead of standard output
  --delimiter ;             for spreadsheets whose decimal separator is a comma; numbers follow
  --redact                  replace addresses, host names, sender domains, names of connectors and
                            files by stand-ins, the same value by the same one: host-1, ip-2 …
  --keep connectors|file-names|paths
                            with --redact: leave these as they are; may be given again

${COUNTING_HELP}
Ending
  --fail-on warning|information|never|RULE
                            what makes the run end with 1 (warning); may be given again. information goes for
                            warnings too, a rule for what it finds but not for its near misses
  --baseline FILE           hold the report against a baseline: only what is new or worse makes the run end with 1
  --write-baseline FILE     write the report's insights as a baseline, which names connectors and nobody else

Exit status: 0 nothing found, 1 warnings found, 2 bad usage or unreadable input: a file named outright that is
no known export and holds none, a file that cannot be read or is damaged, nothing that can be used in any of them,
or no message on the days asked for though there are some on others.

On a terminal, progress is shown while files are read, and text has colours unless NO_COLOR is set.

Examples
  mail-flow-insights report MTDetail_2026.csv
  mail-flow-insights report --format json --last-week C:\\Logs\\ProtocolLog > report.json
  mail-flow-insights report --format html --redact --output audit.html MTDetail_2026.csv
  mail-flow-insights report --format csv --delimiter ";" --output tls.csv exports/
  mail-flow-insights report --write-baseline baseline.json exports/
  mail-flow-insights report --baseline baseline.json --fail-on forced-tls-broken --fail-on warning exports/
  mail-flow-insights report --format sarif --fail-on never --output tls.sarif exports/
`;
