import { ENGLISH_NAMES } from '../core/report/names';
import { ENGLISH_WORDING } from '../core/report/wording';

/**
 * Every text of the pages, in English; hosts translate them by their English text (l10n/bundle.l10n.*.json). `{0}`, `{1}`
 * … are replaced by values (see `fill`); a key that ends in `.one` is for exactly one of what it counts.
 */
export const ENGLISH_PAGE_STRINGS = {
  ...ENGLISH_WORDING,
  ...ENGLISH_NAMES,

  approximately: 'about {0}',
  approximateNote: '≈ The counts are worked out from the rounded percentages of an aggregated report.',
  'unknownNotCharted.one': '1 message of unknown TLS state is not part of the percentages.',
  'unknownNotCharted.many': '{0} messages of unknown TLS state are not part of the percentages.',

  'tls.mostSecure': '(Most secure) {0}',
  'tls.callout': '{0}: {1}',

  'widget.heading': 'Outbound and inbound mail flow',
  'widget.viewDetails': 'View Details',
  'widget.outbound.zero': 'In the past week, the export tells of no message that was sent.',
  'widget.outbound.one': 'In the past week, 1 message was sent, of which {1} was protected in transit (by TLS).',
  'widget.outbound.many': 'In the past week, {0} messages were sent, of which {1} were protected in transit (by TLS).',
  'widget.outbound.untold.one': 'In the past week, 1 message was sent; the export does not tell how it travelled.',
  'widget.outbound.untold.many':
    'In the past week, {0} messages were sent; the export does not tell how they travelled.',
  'widget.inbound.zero': 'In the past week, the export tells of no message that was received.',
  'widget.inbound.one': 'In the past week, 1 message was received, of which {1} was protected in transit (by TLS).',
  'widget.inbound.many':
    'In the past week, {0} messages were received, of which {1} were protected in transit (by TLS).',
  'widget.inbound.untold.one': 'In the past week, 1 message was received; the export does not tell how it travelled.',
  'widget.inbound.untold.many':
    'In the past week, {0} messages were received; the export does not tell how they travelled.',
  'widget.unknown.one': 'The TLS state of 1 message is unknown; it is not part of the percentage.',
  'widget.unknown.many': 'The TLS state of {0} messages is unknown; they are not part of the percentage.',
  'widget.donut': 'Protected in transit: {0}',
  'widget.donut.untold': 'Protected in transit: not known',
  'widget.openReport': '{0}: {1} messages. Open the report.',
  'widget.goToDetails': '{0}: {1} messages. Go to the details table.',

  'empty.text': 'See how much of your mail was protected in transit by TLS. Everything stays on this computer.',
  'empty.open': 'Open Mail Export…',
  'exports.heading': 'These exports are understood:',
  'exports.trace': 'Extended message trace (MTDetail CSV) of Exchange Online',
  'exports.protocolLogs': 'SMTP receive and send protocol logs of Exchange Server',
  'exports.connectorReport': 'Connector report details (CSV) of the Exchange admin center',
  'exports.definitions': 'Connector definitions (CSV, JSON, Format-List) beside one of these',

  'reading.heading': 'Reading {0}…',
  'reading.progress': '{0} of {1}',
  'reading.cancel': 'Cancel',
  'reading.partial': 'These figures are partial: reading goes on.',
  'reading.announceStart': 'Reading started.',
  'reading.announceDone': 'Reading finished.',

  'cancelled.text': 'Reading was stopped. The figures cover only what had been read until then.',
  'failed.heading': 'Nothing could be read',
  'failed.noReason': 'The file could not be used.',
  readAgain: 'Read Again',
  dismiss: 'Dismiss',

  'nothingCounted.heading': 'No message was counted',
  'nothingCounted.malformed':
    'No record could be used. What was wrong with each is listed below; a spreadsheet may have rewritten dates or columns, so that a fresh export helps.',
  'nothingCounted.text': 'The files were read, and nothing in them is a message that came in or went out.',
  'nothingCounted.definitions':
    'These are connector definitions: they tell the types of connectors and whether TLS is forced. Put the file beside a message trace or a log, and the report of that one shows what it tells.',
  'nothingTells.heading': 'Nothing tells which TLS version mail used',
  'nothingTells.text':
    'The files count messages and do not tell how they travelled. An Extended message trace of Exchange Online tells it, and so do SMTP protocol logs of Exchange Server.',

  'problems.one': '1 problem was found while reading.',
  'problems.many': '{0} problems were found while reading.',
  'problems.show': 'Show in Files',

  'insights.heading': 'Insights',
  'insights.showLine': 'Show proving line',

  'report.heading': 'Connector report',
  'report.viewBy': 'View data by',
  'report.viewBy.mailFlow': 'Mail flow',
  'report.viewBy.tlsUsage': 'TLS usage',
  'report.showDataFor': 'Show data for',
  'report.allMailFlow': 'All mail flow',
  'report.startDate': 'Start date',
  'report.endDate': 'End date',
  'report.reset': 'Last 7 Days',
  'report.periodEmpty': 'Enter both dates. The report still shows {0} to {1}.',
  'report.periodOrder': 'The start date is after the end date. The report still shows {0} to {1}.',
  'report.periodOutside': 'The files hold {2} to {3}. The report still shows {0} to {1}.',
  'definition.heading': 'As defined:',
  'definition.forced': 'TLS is forced.',
  'definition.notForced': 'TLS is not forced.',
  'definition.certificate': 'The certificate has to name {0}.',
  'definition.off': 'The connector is switched off.',
  'definition.at': 'Defined in {0}, line {1}',
  'report.noMessages': 'The export tells of no messages in this period.',

  'chart.total': 'Total',
  'chart.timeZone': 'Chart time zone: (UTC)',
  'chart.summary': 'Messages per day, {0} to {1}: {2} in total, {3} on the busiest day, {4}. {5}',
  'chart.series': '{0}: {1}.',
  'chart.day': 'Day shown in the chart',
  'chart.notDrawn.one': '1 more connector is part of the total and has no line of its own.',
  'chart.notDrawn.many': '{0} more connectors are part of the total and have no lines of their own.',
  'chart.tlsSummary': 'Share of messages by TLS version. {0}',

  'details.heading': 'Details',
  'details.caption': 'Messages per day and connector',
  'details.rows.one': '1 row',
  'details.rows.many': '{0} rows',
  'details.rowsFound.one': '{0} of 1 row',
  'details.rowsFound.many': '{0} of {1} rows',
  'details.search': 'Search rows by date, connector, type or forced TLS',
  'details.searchHint': 'Search rows',
  'details.noMatch': 'No row matches "{0}".',
  'details.clearSearch': 'Clear Search',
  'details.scroll': 'Details table, scrolls',

  'files.heading': 'Files',
  'files.records': '{0} records read',
  'files.used': '{0} used',
  'files.leftOut': 'Left out',
  'files.leftOutReason': '{0} {1}',
  'files.sessions': 'Sessions: {0} (without a message: {1})',
  'files.problems': 'Problems',
  'files.line': 'Line {0}',
  'files.moreProblems.one': 'and 1 more problem',
  'files.moreProblems.many': 'and {0} more problems',
  'files.showAll': 'Show All {0} Files',
  'files.shared.one': 'More than one file tells of 1 message; it counts once.',
  'files.shared.many': 'More than one file tells of {0} messages; each counts once.',
  'files.internal.one': '1 message stayed inside the organisation; it is counted nowhere else.',
  'files.internal.many': '{0} messages stayed inside the organisation; they are counted nowhere else.',
  'files.missingTlsMeansNone':
    'The setting mailFlow.missingTlsMeansNone is on: inbound messages of Exchange Online without a TLS version are counted as No TLS.',

  'flyout.heading': 'Message protected in transit (by TLS)',
  'flyout.close': 'Close',
  'flyout.opportunistic':
    'TLS encrypts mail between two servers, and both have to take part. Exchange uses it opportunistically: it offers the newest version first and accepts an older one, or none, where the other side cannot do better and nothing forces TLS.',
  'flyout.directions':
    '{0} counts messages that left your organisation, for the internet, for partners or for your own servers elsewhere. {1} counts messages that came in from there. A message that went over two connectors counts for both.',
  'flyout.whatToDo':
    'Where messages travelled without TLS, or under a version that is too low, find the connector and ask the partner, or the team that runs the server, to enable TLS 1.2 or newer. The figures per connector and day are here:',
  'flyout.outbound': 'Outbound (from your organisation)',
  'flyout.inbound': 'Inbound (to your organisation)',
  'flyout.noMessages': 'The export tells of no messages in this week.',
  'flyout.nothingKnown': 'The export does not tell how these messages travelled.',
} as const;

/** The pages' texts in the reader's language. */
export type PageStrings = Readonly<Record<keyof typeof ENGLISH_PAGE_STRINGS, string>>;
