import { TLS_STATES, type TlsCounts, type TlsState, volumeOf } from '../../model/tls';
import { directionFigures, sumDays } from '../../report/figures';
import { countOf, statesToShow } from '../../report/shownStates';
import { connectorLabel, fill } from '../../report/wording';
import type { DocumentParts } from '../documentParts';
import { tlsName } from '../exportWording';
import { SHOWN_DIRECTIONS } from '../reportWords';
import { columnsFrom, markdownList, markdownTable, markdownText } from './markdownText';

/** Both directions: sentences, and a table of TLS states. */
export function resultMarkdown(parts: DocumentParts): string[] {
  const { strings, words, report } = parts;
  const directions = SHOWN_DIRECTIONS.map((direction) => ({
    name: strings[`direction.${direction}`],
    figures: directionFigures(report.connectors, direction, null),
  }));
  const states = statesOf(directions.map(({ figures }) => figures.tls));
  const header = ['', strings['tls.messages'], ...states.map((state) => tlsName(strings, state))];
  const rows = directions.map(({ name, figures: { tls, messages, approximate } }) => [
    name,
    words.volume(messages, approximate),
    ...shares(parts, tls, states, approximate),
  ]);
  const beside = words.beside(report);
  const isApproximate = directions.some(({ figures }) => figures.approximate);
  return [
    ...directions.map(({ name, figures }) => `**${name}:** ${markdownText(words.direction(figures).join(' '))}`),
    markdownTable(header, rows, columnsFrom(1, header.length)),
    ...(beside.length === 0 ? [] : [markdownList(beside.map(markdownText))]),
    ...(isApproximate ? [markdownText(strings['result.approximate'])] : []),
    markdownText(strings['details.percentNote']),
  ];
}

/** A table of all connectors. */
export function connectorsMarkdown(parts: DocumentParts): string[] {
  const { strings, words, report } = parts;
  const { connectors } = report;
  if (connectors.length === 0) {
    return [markdownText(strings['connectors.none'])];
  }
  const states = statesOf(connectors.map(({ days }) => sumDays(days, null).tls));
  const header = [
    strings['connectors.connector'],
    strings['connectors.type'],
    strings['connectors.forcedTls'],
    strings['tls.messages'],
    ...states.map((state) => tlsName(strings, state)),
  ];
  const rows = connectors.map((connector) => {
    const { tls, messages, approximate } = sumDays(connector.days, null);
    return [
      markdownText(connectorLabel(strings, connector)),
      strings[`type.${connector.type}`],
      connector.forcedTls === null ? '–' : strings[connector.forcedTls ? 'details.yes' : 'details.no'],
      words.volume(messages, approximate),
      ...shares(parts, tls, states, approximate),
    ];
  });
  return [markdownTable(header, rows, columnsFrom(3, header.length))];
}

/** The states that have a column, given all counts that stand in it. */
function statesOf(counts: readonly TlsCounts[]): TlsState[] {
  return statesToShow(
    TLS_STATES.map((_, state) => volumeOf(counts.map((tls) => tls[state] ?? 0))),
    'whenAny',
  );
}

/** Share and number of each state; a dash where nothing is known that it would be a share of. */
function shares(
  { strings, words }: DocumentParts,
  tls: TlsCounts,
  states: readonly TlsState[],
  approximate: boolean,
): string[] {
  return states.map((state) => {
    const share = words.share(tls, state, approximate);
    const count = countOf(tls, state);
    if (share === '' || count === 0) {
      return share === '' ? '–' : '0';
    }
    return fill(strings['details.shareAndCount'], share, words.count(count));
  });
}
