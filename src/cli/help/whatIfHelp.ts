import { COUNTING_HELP } from './countingHelp';

/** What `what-if --help` prints. */
export const WHAT_IF_HELP = `Usage: mail-flow-insights what-if --refuse STATE,… FILE… [options]
       mail-flow-insights what-if --force-tls CONNECTOR FILE… [options]

Says which messages, hosts and connectors would have been hit, day by day, if versions of TLS had been refused, or if
TLS had been forced on a connector. Messages of which it cannot be told are counted and said.

  --refuse STATE,…          one or more of none, ssl3.0, tls1.0, tls1.1, tls1.2, tls1.3
  --force-tls CONNECTOR     a connector by its name; inbound:NAME or outbound:NAME where both directions have it

Output
  --format text|json|markdown
                            text is the default
  --output FILE             write to a file instead of standard output
  --redact                  replace remote hosts and connectors by stand-ins such as ip-1 and connector-1
  --keep connectors         with --redact: leave the names of connectors as they are

${COUNTING_HELP}
Exit status: 0 whatever would have happened, 2 bad usage or unreadable input.

Examples
  mail-flow-insights what-if --refuse tls1.0,tls1.1 MTDetail_2026.csv
  mail-flow-insights what-if --force-tls "Fabrikam Partner" --format markdown exports/
`;
