import type { ConnectorType, Direction } from '../model/connector';
import type { Damage, LeftOutReason, ProblemReason } from '../model/problem';
import type { RuleId } from '../model/ruleTable';
import { formatCount, formatPercent, formatShare } from './percent';
import type { Insight } from './report';

/**
 * The engine's own sentences. English here; a host hands in a translation with the same keys. `{0}`, `{1}` … are
 * replaced by values, which are never translated.
 */
export const ENGLISH_WORDING = {
  'label.inbound.Partner': 'From your partner - {0}',
  'label.inbound.OnPremises': 'From your org - {0}',
  'label.inbound.NoConnector': 'From the internet without a connector',
  'label.inbound.Unknown': 'From connector - {0}',
  'label.inbound.untold': 'From, connector not told',
  'label.outbound.Partner': 'To your partner - {0}',
  'label.outbound.OnPremises': 'To your org - {0}',
  'label.outbound.NoConnector': 'To the internet without a connector',
  'label.outbound.Unknown': 'To connector - {0}',
  'label.outbound.untold': 'To, connector not told',

  'insight.inbound-partner-tls10': 'Inbound Partner connector seeing significant TLS1.0 mail flow',
  'insight.inbound-onpremises-tls10': 'Inbound OnPremises connector seeing significant TLS1.0 mail flow',
  'insight.inbound-unknown-tls10': 'Inbound connector of unknown type seeing significant TLS1.0 mail flow',
  'insight.inbound-tls11': 'Inbound connector seeing significant TLS1.1 mail flow',
  'insight.outbound-old-tls': 'Outbound mail sent with TLS 1.0 or 1.1',
  'insight.connector-without-tls': 'Mail without TLS on a connector',
  'insight.forced-tls-broken': 'Mail without TLS on a connector that forces TLS',
  'insight.tls10-turned-none': 'Hosts that used old TLS now send without TLS',
  'insight.weak-cipher': 'Mail encrypted with a weak cipher',
  'insight.could-force-tls': 'This connector could force TLS',
  'insight.protection-fell': 'More mail without TLS than the week before',
  'nearMiss.inbound-partner-tls10': 'Inbound Partner connector seeing some TLS1.0 mail flow, below the threshold',
  'nearMiss.inbound-onpremises-tls10': 'Inbound OnPremises connector seeing some TLS1.0 mail flow, below the threshold',
  'nearMiss.inbound-unknown-tls10':
    'Inbound connector of unknown type seeing some TLS1.0 mail flow, below the threshold',
  'nearMiss.inbound-tls11': 'Inbound connector seeing some TLS1.1 mail flow, below the threshold',
  'nearMiss.outbound-old-tls': 'Some outbound mail sent with TLS 1.0 or 1.1, below the threshold',
  'nearMiss.connector-without-tls': 'Some mail without TLS on a connector, below the threshold',
  'nearMiss.forced-tls-broken': 'Some mail without TLS on a connector that forces TLS, below the threshold',
  'nearMiss.tls10-turned-none': 'Hosts that used old TLS now send some mail without TLS, below the threshold',
  'nearMiss.weak-cipher': 'Some mail encrypted with a weak cipher, below the threshold',
  'nearMiss.could-force-tls': 'This connector could force TLS',
  'nearMiss.protection-fell': 'More mail without TLS than the week before',
  'advice.inbound-partner-tls10':
    'Ask the partner to upgrade the sending hosts to TLS 1.2 or newer before TLS 1.0 is refused.',
  'advice.inbound-onpremises-tls10': 'Upgrade your own sending servers to TLS 1.2 or newer before TLS 1.0 is refused.',
  'advice.inbound-unknown-tls10': 'Find out whose hosts these are, and have them upgraded to TLS 1.2 or newer.',
  'advice.inbound-tls11': 'TLS 1.1 is given up as TLS 1.0 is: have the sending hosts upgraded to TLS 1.2 or newer.',
  'advice.outbound-old-tls': 'Ask whoever runs the receiving servers to switch on TLS 1.2 or newer.',
  'advice.connector-without-tls': 'Have TLS switched on at the other side, then force it on the connector.',
  'advice.forced-tls-broken':
    'Check the setting of the connector and since when it holds: mail went over it unprotected.',
  'advice.tls10-turned-none': 'These hosts lost TLS rather than gained a newer version: have them upgraded.',
  'advice.weak-cipher':
    'Have RC4, 3DES, DES, NULL and export ciphers switched off at the other side, or on your own server.',
  'advice.could-force-tls': 'All its mail uses TLS 1.2 or newer: force TLS on it, and it stays so.',
  'advice.protection-fell': 'Look at the hosts that send without TLS now and did not the week before.',
  'message.could-force-tls': '{0}: "{1}", all mail ({2} {2|message|messages}), {5} to {6} UTC, used TLS 1.2 or newer.',
  'message.could-force-tls.approximate':
    '{0}: "{1}", all mail (about {2} {2|message|messages}), {5} to {6} UTC, used TLS 1.2 or newer. The counts are worked out from rounded percentages.',
  'message.protection-fell':
    '{0}: "{1}", {2} of {3} {3|message|messages} of known TLS state ({4}) went unprotected in the week from {11}, {9} of {10} in the week before.',
  'message.protection-fell.approximate':
    '{0}: "{1}", about {2} of {3} {3|message|messages} of known TLS state ({4}) went unprotected in the week from {11}, about {9} of {10} in the week before. The counts are worked out from rounded percentages.',
  'message.weak-cipher':
    '{0} ({9}): "{1}", {2} of {3} {3|message|messages} of known TLS state ({4}), {5} to {6} UTC; significant is at least {7} and {8} {8|message|messages}.',
  'insight.message':
    '{0}: "{1}", {2} of {3} {3|message|messages} of known TLS state ({4}), {5} to {6} UTC; significant is at least {7} and {8} {8|message|messages}.',
  'insight.messageApproximate':
    '{0}: "{1}", about {2} of {3} {3|message|messages} of known TLS state ({4}), {5} to {6} UTC; significant is at least {7} and {8} {8|message|messages}. The counts are worked out from rounded percentages.',

  'compare.title': 'What has changed',
  'compare.period': '{0} to {1} (UTC)',
  'compare.noPeriod': 'no message was counted',
  'compare.periods': 'Now: {0}. Before: {1}.',
  'compare.note':
    'Weak: without TLS, or with SSL 3.0, TLS 1.0 or TLS 1.1; shares are of the messages whose TLS state is known. A difference below one percentage point is no change.',
  'compare.redacted': 'Names of connectors are replaced by stand-ins; the same name has the same stand-in everywhere.',
  'compare.connectors': 'Connectors',
  'compare.noConnectors': 'Neither report counts a message.',
  'compare.insights': 'Insights',
  'compare.noInsights': 'Neither report has an insight.',
  'compare.inbound': 'All inbound mail',
  'compare.outbound': 'All outbound mail',
  'compare.column.connector': 'Connector',
  'compare.column.before': 'Messages before',
  'compare.column.now': 'Messages now',
  'compare.column.weakBefore': 'Weak before',
  'compare.column.weakNow': 'Weak now',
  'compare.column.change': 'Change',
  'compare.change.worse': 'worse',
  'compare.change.improved': 'improved',
  'compare.change.appeared': 'appeared',
  'compare.change.disappeared': 'disappeared',
  'compare.change.same': 'no change',
  'compare.change.untold': 'cannot be told',
  'compare.insight.appeared': 'New: {0} – {1} ({3} {3|message|messages})',
  'compare.insight.gone': 'Gone: {0} – {1} ({2} {2|message|messages} before)',
  'compare.insight.stays': 'Still there: {0} – {1} ({3} {3|message|messages}, {2} before)',

  'problem.emptyFile': 'The file is empty.',
  'problem.headerOnly': 'The file has a header and no records.',
  'problem.binaryFile': 'The file is not text.',
  'problem.unknownFormat': 'Not an export that Mail Flow Insights understands. It begins with: {0}',
  'problem.noSuchColumn': 'The column mapping for this file names the column "{0}", which the file does not have.',
  'problem.incompleteMapping':
    'The column mapping for this file does not say which column holds the time, or what tells the direction.',
  'problem.nothingAsChosen': 'Read as you chose, not one record of the file could be used.',
  'problem.unreadable': 'The file could not be read: {0}',
  'problem.truncatedRecord': 'The file ends in the middle of a record; that record was left out.',
  'problem.unbalancedQuote':
    'A quotation mark is not closed or misplaced; this line was left out and reading went on with the next.',
  'problem.raggedRecord': 'The record has {0} {0|field|fields} where the header names {1}; it was left out.',
  'problem.badTime': 'The time or date "{0}" cannot be read; the record was left out.',
  'problem.badNumber': '"{0}" is not a number; the record was left out.',
  'problem.futureDay': 'The day {0} is in the future; the record was left out.',
  'problem.noMessageId': 'The record names no message; it was left out.',
  'problem.noSession': 'The record names no session; it was left out.',
  'problem.invalidUtf8': 'Bytes that are not UTF-8 from here on were read as Windows-1252.',
  'problem.unknownDirection': '"{0}" does not tell whether mail came in or went out; the record was left out.',
  'problem.percentExcess':
    'The TLS percentages add up to {0}, which is more than 100; the volume is counted as unknown.',
  'problem.connectorTypeConflict':
    'The connector "{0}" is called Partner in one record and OnPremises in another; its type is taken as unknown.',
  'problem.noConnectorName': 'The record names no connector; it was left out.',
  'problem.unknownSetting': '"{0}" is no known value of {1}, which is taken as not told.',
  'problem.differingDefinition':
    'The connector "{0}" is defined differently before; what the definitions do not agree on is taken as not told.',
  'problem.noDefinitions': 'The file was given as connector definitions and is something else; it was not read.',
  'problem.differingRow':
    'An earlier row for the same connector and day, or the same client, has other figures; this row was left out.',
  'problem.missingColumn': 'The column {0} is missing; what it tells is unknown.',
  'problem.missingFields': 'The line #Fields is missing; the usual order of columns was taken.',
  'problem.dateOrderBySpan':
    'No date tells whether day or month comes first; {0} was taken, by which first and last day are closer together.',
  'problem.badJson': 'This is no JSON that can be read; it was left out.',
  'problem.badPolicy':
    'A policy of the SMTP TLS report cannot be read: its member {0} is missing or not what it should be.',
  'problem.zoneNotTold': 'The file does not tell the time zone of its times; they were taken for UTC.',
  'problem.yearNotTold':
    'The file does not tell the year of its times; the latest was taken that is not in the future.',
  'problem.damagedContainer': 'The compressed file is damaged: {0}',
  'problem.encryptedContainer': 'The compressed file asks for a password; it was not read.',
  'problem.unknownCompression': 'The file is compressed in a way that cannot be read: {0}',
  'problem.emptyContainer': 'The compressed file holds no files.',
  'problem.nestedContainer': 'The file is packed once more inside ({0}); unpack it to have it read.',
  'problem.noExportInside': 'The compressed file holds no export: its first files are none.',
  'problem.tooManyFiles': 'The compressed file holds more than 65,535 files; the others were not read.',
  'damage.cut': 'it ends too early. What came before was read.',
  'damage.data': 'from some place on it cannot be unpacked. What came before was read.',
  'damage.checksum': 'what it holds does not fit its checksum. It was read as it is.',
  'damage.header': 'it does not begin as such a file does.',
  'damage.directory': 'its directory cannot be read. The files were looked for without it.',
  'damage.overlap': 'the file shares bytes with another one.',
  'damage.split': 'it is a part of several.',
  'damage.behind': 'other bytes follow its end. What came before was read.',
  'problem.dateOrderGuessed': 'No date tells whether day or month comes first; {0} was taken.',
  'problem.recordTooLong': 'A record is longer than 67,108,864 characters; it was left out.',
  'dateOrder.monthFirst': 'month first',
  'dateOrder.dayFirst': 'day first',
  'problem.tooManyOpenSessions': 'So many sessions have no end that some were counted before the end of the files.',
  'problem.readerCrashed':
    'The fast reader stopped unexpectedly: from there on the file was read in the slow way, with the same result.',

  'silent.missing': '{0}: the files do not tell: {1}.',
  'silent.tooShort': '{0}: this compares two weeks, and the data reaches over fewer days.',

  'leftOut.malformed': 'malformed',
  'leftOut.futureDay': 'on a day in the future',
  'leftOut.noMessageId': 'without a message id',
  'leftOut.noBorderHop': 'of messages whose way in or out is not in the file',
  'leftOut.otherEvent': 'of events that are no way in or out',
  'leftOut.noMessage': 'in sessions without a message',
  'leftOut.hubTwin': 'Hub rows of mail that the FrontEnd log tells already',
  'leftOut.overlapsMessages': 'aggregated rows of mail that per-message data tells already',
  'leftOut.directionNotTold': 'of messages of which the file does not tell whether they came in or went out',
  'leftOut.notDelivered': 'of messages that never left or came in',
  'leftOut.protocolLogTwin': 'of mail that an SMTP protocol log tells already, with its TLS state',
  'leftOut.clientSubmission': 'of mail that users of the organisation handed in',
  'leftOut.duplicateRow': 'second rows for the same connector and day, or the same client',
} as const;

export type Wording = Readonly<Record<keyof typeof ENGLISH_WORDING, string>>;

/**
 * Puts values into a sentence: `{0}` becomes the first of them, and `{0|message|messages}` the word that goes with it, the first
 * one where it is 1.
 */
export function fill(sentence: string, ...values: readonly string[]): string {
  return sentence.replace(/\{(\d+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (placeholder, index: string, one, many) => {
    const value = values[Number(index)];
    return value === undefined ? placeholder : many === undefined ? value : value === '1' ? one : many;
  });
}

/** "From your partner - Contoso": the connector as Microsoft's report names it. */
export function connectorLabel(
  wording: Wording,
  connector: { readonly direction: Direction; readonly name: string | null; readonly type: ConnectorType },
): string {
  const { direction, name, type } = connector;
  if (name === null && type !== 'NoConnector') {
    return wording[`label.${direction}.untold`];
  }
  return fill(wording[`label.${direction}.${type}`], name ?? '');
}

/** The insight's heading: Microsoft's own words for its two. */
export function insightTitle(wording: Wording, rule: RuleId, isNearMiss: boolean): string {
  return wording[`${isNearMiss ? 'nearMiss' : 'insight'}.${rule}`];
}

/** What to do about it, in a sentence. */
export function insightAdvice(wording: Wording, rule: RuleId): string {
  return wording[`advice.${rule}`];
}

/** The insight's sentence before anything is put into it: the rule's own, else the usual one. */
function sentenceOf(wording: Wording, { rule, approximate }: Insight): string {
  const usual = wording[approximate ? 'insight.messageApproximate' : 'insight.message'];
  switch (rule) {
    case 'could-force-tls':
    case 'protection-fell':
      return approximate ? wording[`message.${rule}.approximate`] : wording[`message.${rule}`];
    case 'weak-cipher':
      return wording['message.weak-cipher'];
    default:
      return usual;
  }
}

/** The insight in one sentence, with count, share, period and the thresholds it was held against. */
export function insightMessage(wording: Wording, insight: Insight, locale: string): string {
  const label = connectorLabel(wording, {
    direction: insight.direction,
    name: insight.connector,
    type: insight.connectorType,
  });
  return fill(
    sentenceOf(wording, insight),
    insightTitle(wording, insight.rule, insight.isNearMiss),
    label,
    formatCount(insight.messages, locale),
    formatCount(insight.known, locale),
    formatPercent(insight.messages, insight.known, 1, locale),
    insight.period.start,
    insight.period.end,
    formatShare(insight.thresholds.share, locale, 2),
    formatCount(insight.thresholds.messages, locale),
    ...insight.values.map((value) => (/^\d+$/.test(value) ? formatCount(Number(value), locale) : value)),
  );
}

/** Why a line or a file could not be used, as a sentence. */
export function problemMessage(wording: Wording, reason: ProblemReason, detail: string | undefined): string {
  const sentence = wording[`problem.${reason}`];
  if (detail === undefined) {
    return sentence;
  }
  if (reason === 'dateOrderGuessed' || reason === 'dateOrderBySpan') {
    return fill(sentence, wording[detail === 'dayFirst' ? 'dateOrder.dayFirst' : 'dateOrder.monthFirst']);
  }
  if (reason === 'damagedContainer') {
    return fill(sentence, wording[`damage.${detail as Damage}`]);
  }
  return fill(sentence, ...detail.split('\t'));
}

/** What a number of left-out records was: "in sessions without a message". */
export function leftOutMessage(wording: Wording, reason: LeftOutReason): string {
  return wording[`leftOut.${reason}`];
}
