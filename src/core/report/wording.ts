import type { ConnectorType, Direction } from '../model/connector';
import type { LeftOutReason, ProblemReason } from '../model/problem';
import { formatCount, formatPercent, formatThreshold } from './percent';
import type { Insight, RuleId } from './report';

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
  'nearMiss.inbound-partner-tls10': 'Inbound Partner connector seeing some TLS1.0 mail flow, below the threshold',
  'nearMiss.inbound-onpremises-tls10': 'Inbound OnPremises connector seeing some TLS1.0 mail flow, below the threshold',
  'nearMiss.inbound-unknown-tls10':
    'Inbound connector of unknown type seeing some TLS1.0 mail flow, below the threshold',
  'insight.message':
    '{0}: "{1}", {2} of {3} messages of known TLS state ({4}), {5} to {6} UTC; significant is at least {7} and {8} messages.',
  'insight.messageApproximate':
    '{0}: "{1}", about {2} of {3} messages of known TLS state ({4}), {5} to {6} UTC; significant is at least {7} and {8} messages. The counts are worked out from rounded percentages.',

  'problem.emptyFile': 'The file is empty.',
  'problem.headerOnly': 'The file has a header and no records.',
  'problem.binaryFile': 'The file is not text.',
  'problem.unknownFormat': 'Not an export that Mail Flow Insights understands. It begins with: {0}',
  'problem.unreadable': 'The file could not be read: {0}',
  'problem.truncatedRecord': 'The file ends in the middle of a record; that record was left out.',
  'problem.unbalancedQuote':
    'A quotation mark is not closed or misplaced; this line was left out and reading went on with the next.',
  'problem.raggedRecord': 'The record has {0} fields where the header names {1}; it was left out.',
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
  'problem.differingRow': 'An earlier row for the same connector and day has another volume; this row was left out.',
  'problem.missingColumn': 'The column {0} is missing; what it tells is unknown.',
  'problem.missingFields': 'The line #Fields is missing; the usual order of columns was taken.',
  'problem.dateOrderBySpan':
    'No date tells whether day or month comes first; {0} was taken, by which first and last day are closer together.',
  'problem.badJson': 'This is no JSON that can be read; it was left out.',
  'problem.zoneNotTold': 'The file does not tell the time zone of its times; they were taken for UTC.',
  'problem.yearNotTold':
    'The file does not tell the year of its times; the latest was taken that is not in the future.',
  'problem.damagedContainer': 'The compressed file is damaged: {0}',
  'problem.encryptedContainer': 'The compressed file asks for a password; it was not read.',
  'problem.unknownCompression': 'The file is compressed in a way that cannot be read: {0}',
  'problem.emptyContainer': 'The compressed file holds no files.',
  'problem.dateOrderGuessed': 'No date tells whether day or month comes first; {0} was taken.',
  'problem.recordTooLong': 'A record is longer than 67,108,864 characters; it was left out.',
  'dateOrder.monthFirst': 'month first',
  'dateOrder.dayFirst': 'day first',
  'problem.tooManyOpenSessions': 'So many sessions have no end that some were counted before the end of the files.',
  'problem.readerCrashed':
    'The fast reader stopped unexpectedly: from there on the file was read in the slow way, with the same result.',

  'leftOut.malformed': 'malformed',
  'leftOut.futureDay': 'on a day in the future',
  'leftOut.noMessageId': 'without a message id',
  'leftOut.noBorderHop': 'of messages whose way in or out is not in the file',
  'leftOut.otherEvent': 'events that are no way in or out',
  'leftOut.noMessage': 'in sessions without a message',
  'leftOut.hubTwin': 'Hub rows of mail that the FrontEnd log tells already',
  'leftOut.overlapsMessages': 'aggregated rows of mail that per-message data tells already',
  'leftOut.directionNotTold': 'of messages of which the file does not tell whether they came in or went out',
  'leftOut.notDelivered': 'of messages that never left or came in',
  'leftOut.protocolLogTwin': 'of mail that an SMTP protocol log tells already, with its TLS state',
  'leftOut.duplicateRow': 'second rows for the same connector and day',
} as const;

export type Wording = Readonly<Record<keyof typeof ENGLISH_WORDING, string>>;

/** Puts values into a sentence: `{0}` becomes the first of them. */
export function fill(sentence: string, ...values: readonly string[]): string {
  return sentence.replace(/\{(\d)\}/g, (placeholder, index: string) => values[Number(index)] ?? placeholder);
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
export function insightTitle(wording: Wording, rule: RuleId, severity: Insight['severity']): string {
  return wording[`${severity === 'warning' ? 'insight' : 'nearMiss'}.${rule}`];
}

/** The insight in one sentence, with count, share, period and the thresholds it was held against. */
export function insightMessage(wording: Wording, insight: Insight, locale: string): string {
  const label = connectorLabel(wording, {
    direction: insight.direction,
    name: insight.connector,
    type: insight.connectorType,
  });
  return fill(
    wording[insight.approximate ? 'insight.messageApproximate' : 'insight.message'],
    insightTitle(wording, insight.rule, insight.severity),
    label,
    formatCount(insight.messages, locale),
    formatCount(insight.known, locale),
    formatPercent(insight.messages, insight.known, 1, locale),
    insight.period.start,
    insight.period.end,
    formatThreshold(insight.thresholds.share, locale),
    formatCount(insight.thresholds.messages, locale),
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
  return fill(sentence, ...detail.split('\t'));
}

/** What a number of left-out records was: "in sessions without a message". */
export function leftOutMessage(wording: Wording, reason: LeftOutReason): string {
  return wording[`leftOut.${reason}`];
}
