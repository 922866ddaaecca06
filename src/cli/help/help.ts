/** What `--help` prints. */
export const HELP = `Usage: mail-flow-insights COMMAND [options]
       mail-flow-insights COMMAND --help
       mail-flow-insights --version

Says how much mail was protected in transit by TLS, per direction and connector, from exports of
Exchange Online and Exchange Server. Nothing leaves this machine.

Commands
  report FILE…              the report as text, JSON, CSV, Markdown, HTML or SARIF
  compare BEFORE NOW        what got worse, appeared, improved or disappeared
  what-if FILE…             who would have been hit if TLS 1.0 had been refused, or TLS forced
  formats                   the exports that are understood, and what each tells
  rules                     the rules, their severities, thresholds and pages

Exit status: 0 nothing found, 1 warnings found, 2 bad usage or unreadable input.

Examples
  mail-flow-insights report MTDetail_2026.csv
  mail-flow-insights report --format sarif --baseline baseline.json --output tls.sarif exports/
  mail-flow-insights compare january.json february.json
  mail-flow-insights what-if --refuse tls1.0,tls1.1 MTDetail_2026.csv
`;
