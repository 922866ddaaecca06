import type { TlsState } from '../model/tls';
import type { HostRow } from '../report/drillDown';
import { ENGLISH_NAMES } from '../report/names';
import { ENGLISH_WORDING, fill } from '../report/wording';
import { ENGLISH_CAUSES_STRINGS } from './causesWording';
import type { RedactionOptions } from './content';
import { ENGLISH_NOTICE_STRINGS } from './insight/noticeWording';
import { ENGLISH_WHAT_IF_STRINGS } from './whatIfWording';

/**
 * Every text of the exports, in English; a host hands in a translation with the same keys. `{0}`, `{1}` … are replaced by
 * values.
 */
export const ENGLISH_EXPORT_STRINGS = {
  ...ENGLISH_WORDING,
  ...ENGLISH_NAMES,
  ...ENGLISH_NOTICE_STRINGS,
  ...ENGLISH_CAUSES_STRINGS,
  ...ENGLISH_WHAT_IF_STRINGS,

  'export.title': 'TLS audit of mail flow',
  'export.lead':
    'How much mail was protected in transit, over which connectors and with whom it was not, and which lines prove it.',
  'export.period': 'Period',
  'export.noPeriod': 'no message was counted',
  'export.files': 'Files',
  'export.fileCount': '{0}, of which {1} could be used',
  'export.records': 'Records',
  'export.recordCount': '{0} read: {1} used, {2} left out',
  'export.made': 'Made',
  'export.madeAt': '{0} (UTC)',
  'export.program': 'Program',

  'redaction.none':
    'Nothing was redacted: this document names remote hosts and senders, and may show lines of the files as they are.',
  'redaction.some': 'Replaced by stand-ins: {0}. The same value has the same stand-in everywhere.',
  'redaction.texts':
    'Of the lines of files only the words are shown that prove how mail travelled, and texts of files are left out of problems.',
  'redaction.hosts': 'addresses and names of remote hosts, domains of senders',
  'redaction.connectors': 'names of connectors',
  'redaction.files': 'names of files',
  'redaction.folders': 'names of folders',
  'redaction.column': 'Redacted',

  'result.heading': 'Result',
  'result.protected': '{0} of {1} messages of known TLS state ({2}) {0|was|were} protected in transit (by TLS).',
  'result.protectedOne': 'The one message of known TLS state was protected in transit (by TLS).',
  'result.notProtectedOne': 'The one message of known TLS state was not protected in transit.',
  'result.untold': 'The files do not tell how these messages travelled.',
  'result.noMessages': 'The files tell of no message.',
  'result.messages': '{0} messages',
  'result.message': '1 message',
  'result.unknown.one': 'The TLS state of 1 message is unknown; it is not part of the percentages.',
  'result.unknown.many': 'The TLS state of {0} messages is unknown; they are not part of the percentages.',
  'result.approximate': '≈ Counts marked so are worked out from the rounded percentages of an aggregated report.',
  'result.state': 'TLS state',
  'result.share': 'Share',
  'result.protectedShare': 'protected',
  'result.chart': '{0}: share of messages by TLS state. {1}',

  'findings.heading': 'Insights',
  'findings.none': 'No connector reached a threshold, or came near one.',
  'findings.first': 'First line that proves it',
  'findings.last': 'Last line that proves it',
  'findings.hosts': 'Hosts with most of these messages',
  'findings.hostLine': '{0}: {1} of these messages, {3} to {4} (UTC), one proved by {2}',

  'silent.heading': 'Rules that could say nothing',

  'connectors.heading': 'Connectors',
  'connectors.none': 'The files tell of no connector.',
  'connectors.connector': 'Connector',
  'connectors.type': 'Type',
  'connectors.forcedTls': 'Forced TLS',

  'days.heading': 'TLS per day',
  'days.headingWeeks': 'TLS per week',
  'days.chart': '{0}: messages per day by TLS state, {1} to {2} (UTC). {3}',
  'days.chartWeeks': '{0}: messages per week by TLS state, {1} to {2} (UTC). {3}',
  'days.busiest': 'Most on {0}: {1}.',
  'days.tooMany': 'The table of the {0} days is left out; the CSV export has it.',

  'hosts.heading': 'Remote hosts without TLS, or on an old version',
  'hosts.lead':
    'Who stood at the other side of messages without TLS, under SSL 3.0, TLS 1.0 or TLS 1.1: the ones to ask for TLS 1.2 or newer.',
  'hosts.none': 'There were no such messages.',
  'hosts.host': 'Remote host',
  'hosts.names': 'Calls itself',
  'hosts.sender': 'Sender domain',
  'hosts.cipher': 'Cipher',
  'hosts.tls': 'TLS',
  'hosts.firstSeen': 'First seen (UTC)',
  'hosts.lastSeen': 'Last seen (UTC)',
  'hosts.seen': 'First and last seen',
  'hosts.proof': 'First proving line',
  'hosts.file': 'File',
  'hosts.line': 'Line',
  'hosts.lineNumber': 'Line {0}',
  'hosts.folded': 'Less frequent hosts, not told apart',
  'hosts.others': 'Others',
  'hosts.otherHosts': '{0} more {0|host|hosts}',
  'hosts.more.one': 'and 1 more',
  'hosts.more.many': 'and {0} more',
  'hosts.aggregated': 'Known as numbers only, without hosts',

  'read.heading': 'What was read, and what was left out',
  'read.file': 'File',
  'read.format': 'Format',
  'read.encoding': 'Encoding',
  'read.records': 'Records',
  'read.used': 'Used',
  'read.leftOut': 'Left out',
  'read.reasons': 'Records that were left out',
  'read.reason': 'Why',
  'read.problems': 'Problems',
  'read.noProblems': 'There were no problems.',
  'read.problem': 'Problem',
  'read.wholeFile': 'whole file',
  'read.more': '{0} of {1} problems are listed.',
  'read.sessions': 'Sessions: {0} (without a message: {1})',
  'read.sum': 'Every record is used or left out for exactly one reason: records = used + left out.',

  'counting.heading': 'How messages are counted',
  'counting.message':
    'A message counts once per direction and connector, however many rows, recipients or files tell of it. A message that went over two connectors counts for both.',
  'counting.weakest':
    'Of several rows of a message the weakest known TLS state counts; its day is that of its earliest row. Days are UTC.',
  'counting.unknown':
    'Unknown means that the export does not tell. It is never taken for No TLS. Percentages of TLS states are of the messages whose state is known; those of Unknown are of all.',
  'counting.protected':
    'Protected in transit is everything known but No TLS and SSL 3.0. 100% and 0% are said only where they are exact.',
  'counting.direction':
    'Inbound is mail to the organisation, outbound is mail from it. Messages that stay inside are counted apart.',
  'counting.connector':
    'A connector is its direction and its name without regard to case. Its type is told by a record, a definition or a setting; it is never guessed.',
  'counting.noTls':
    'No TLS in a protocol log needs proof: the session is whole from its beginning, and no STARTTLS was accepted.',
  'counting.hub':
    'Where Exchange logs the same mail twice, in the logs of FrontEnd and Hub, the rows of Hub are left out.',
  'counting.aggregated':
    'Aggregated exports hold rounded percentages: counts are worked out from them and marked as approximate. Where messages are known one by one, the aggregated row of that day is left out.',
  'counting.significant':
    'Significant is at least {0} and at least {1} of a connector’s messages of known TLS state. From half of both on, it is listed as information.',
  'counting.lines':
    'Lines are counted as VS Code counts them, from 1. The line that proves a TLS version is the one that tells it; of No TLS it is the reply that accepted the message.',
  'counting.missingTls':
    'By a setting, inbound rows of Exchange Online without a TLS version were counted as No TLS in this report.',

  'about.heading': 'About this document',
  'about.made':
    'Made by Mail Flow Insights {0} on {1} (UTC), from the files named above alone. Nothing was sent anywhere.',

  'csv.percent': '{0} (%)',
  'csv.messages': '{0} (messages)',
  'csv.approximate': 'Approximate',
} as const;

/** The exports' texts in the reader's language. */
export type ExportStrings = Readonly<Record<keyof typeof ENGLISH_EXPORT_STRINGS, string>>;

/** What was replaced, as sentences; the first says that nothing was, where that is so. */
export function redactionSentences(strings: ExportStrings, redaction: RedactionOptions | null): string[] {
  if (redaction === null) {
    return [strings['redaction.none']];
  }
  return [fill(strings['redaction.some'], redactedKinds(strings, redaction).join(', ')), strings['redaction.texts']];
}

/** What was replaced, as a list. */
export function redactedKinds(strings: ExportStrings, { connectors, files }: RedactionOptions): string[] {
  return [
    strings['redaction.hosts'],
    ...(connectors ? [strings['redaction.connectors']] : []),
    ...(files === 'kept' ? [] : [strings[files === 'folders' ? 'redaction.folders' : 'redaction.files']]),
  ];
}

/** What a row of remote hosts is called. */
export function hostName(strings: ExportStrings, { host, isFolded }: Pick<HostRow, 'host' | 'isFolded'>): string {
  return host === '' ? strings[isFolded ? 'hosts.folded' : 'notTold'] : host;
}

export function tlsName(strings: ExportStrings, state: TlsState): string {
  return strings[`tls.${state}`];
}
