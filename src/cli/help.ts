/** What `--help` prints. */
export const HELP = `Usage: mail-flow-insights report FILE… [options]
       mail-flow-insights compare BEFORE.json NOW.json
       mail-flow-insights --version

Says how much mail was protected in transit by TLS, per direction and connector, from exports of
Exchange Online and Exchange Server. Folders are searched through, .gz and .zip files read as what they
hold. Nothing leaves this machine.

compare holds a report against an earlier one, both written by report --format json, and says as Markdown
what got worse, appeared, improved or disappeared.

Output
  --format FORMAT           text       for people (default)
                            json       for programs: docs/report.schema.json
                            csv        for spreadsheets: a row per connector and day
                            csv-hosts  the same for remote hosts, senders and ciphers
                            markdown   a summary for a ticket or a wiki
                            html       an audit report to print or hand on: one file, no scripts
  --output FILE             write to a file instead of standard output
  --delimiter ;             for spreadsheets whose decimal separator is a comma; numbers follow
  --redact                  replace addresses, host names, sender domains, names of connectors and
                            files by stand-ins, the same value by the same one: host-1, ip-2 …
  --keep connectors|file-names|paths
                            with --redact: leave these as they are; may be given again

Counting
  --from DAY, --to DAY      the analysis period in UTC days, such as 2026-03-02
  --last-week               the seven UTC days that end with the newest day in the data
  --missing-tls-is-none     count inbound Exchange Online rows without a TLS version as No TLS
  --minimum-share PERCENT   share of a connector's messages that is significant (1)
  --minimum-messages COUNT  and their number (10)
  --definitions FILE        what Get-InboundConnector or Get-OutboundConnector says, as CSV, JSON or Format-List:
                            types of connectors and Forced TLS; may be given again. Such files in the folder of
                            a named file are found by themselves
  --connector-type NAME=Partner|OnPremises
                            the type of a connector of which no export tells it; may be given again
  --mapping FILE.json       how to read tables that are no known export, and in which format to read others:
                            a list as the setting mailFlow.columnMappings of the VS Code extension has it
  --date-order monthFirst|dayFirst
                            for dates such as 3/2/2026 where no date tells the order (monthFirst)

Exit status: 0 nothing found, 1 warnings found, 2 bad usage or unreadable input: a file named outright that is
no known export and holds none, a file that cannot be read or is damaged, or nothing that can be used in any of them.

On a terminal, progress is shown while files are read, and text has colours unless NO_COLOR is set.

Examples
  mail-flow-insights report MTDetail_2026.csv
  mail-flow-insights report --format json --last-week C:\\Logs\\ProtocolLog > report.json
  mail-flow-insights report --format html --redact --output audit.html MTDetail_2026.csv
  mail-flow-insights report --format csv --delimiter ";" --output tls.csv exports/
`;
