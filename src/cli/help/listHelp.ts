/** What `formats --help` prints. */
export const FORMATS_HELP = `Usage: mail-flow-insights formats [--format text|json]

Lists the exports that are understood, and what each tells. Files are recognised by their content, never by their name.

Example
  mail-flow-insights formats
`;

/** What `rules --help` prints. */
export const RULES_HELP = `Usage: mail-flow-insights rules [--format text|json]

Lists the rules: severity, thresholds (share of a connector's messages, number of messages), what each needs to know,
and its page.

Example
  mail-flow-insights rules
`;
