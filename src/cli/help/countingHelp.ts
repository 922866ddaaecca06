/** The options of every command that reads exports, as help lists them. */
export const COUNTING_HELP = `Counting
  --from DAY, --to DAY      the analysis period in UTC days, such as 2026-03-02
  --last-week               the seven UTC days that end with the newest day in the data
  --missing-tls-is-none     count inbound Exchange Online rows without a TLS version as No TLS
  --definitions FILE        what Get-InboundConnector or Get-OutboundConnector says, as CSV, JSON or Format-List:
                            types of connectors and Forced TLS; may be given again. Such files in the folder of
                            a named file are found by themselves
  --connector-type NAME=Partner|OnPremises
                            the type of a connector of which no export tells it; may be given again
  --mapping FILE.json       how to read tables that are no known export, and in which format to read others:
                            a list as the setting mailFlow.columnMappings of the VS Code extension has it
  --date-order monthFirst|dayFirst
                            for dates such as 3/2/2026 where no date tells the order (monthFirst)

Insights
  --minimum-share PERCENT   share of a connector's messages that is significant (1)
  --minimum-messages COUNT  and their number (10)
  --rule-threshold RULE=PERCENT%,COUNT
                            a rule's own, such as weak-cipher=0.5%,5 or weak-cipher=5; may be given again
  --connector-threshold NAME=PERCENT%,COUNT
                            a connector's own, for every rule; may be given again
  --mute CONNECTOR, --mute RULE:CONNECTOR
                            list what is found of it, and do not warn about it; may be given again
`;
