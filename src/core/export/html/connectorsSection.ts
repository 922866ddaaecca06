import { TLS_STATES, type TlsState, volumeOf } from '../../model/tls';
import { sumDays } from '../../report/figures';
import type { ConnectorFlow } from '../../report/report';
import { countOf, statesToShow } from '../../report/shownStates';
import { connectorLabel } from '../../report/wording';
import { tlsName } from '../exportWording';
import { type Markup, type MarkupValue, markup } from '../markup';
import { type AuditParts, type Column, filled, own, section, sub, table } from './auditParts';

/** More states than these stand close to each other. */
const MOST_AT_EASE = 6;

/** A row per connector: share and number of each TLS state. */
export function connectorsSection(parts: AuditParts): Markup {
  const { strings, report } = parts;
  const figures = report.connectors.map((connector) => sumDays(connector.days, null).tls);
  const states = statesToShow(
    TLS_STATES.map((_, state) => volumeOf(figures.map((tls) => tls[state] ?? 0))),
    'whenAny',
  );
  const columns: readonly Column[] = [
    { title: strings['connectors.connector'], width: 22 },
    { title: strings['connectors.forcedTls'], width: 8 },
    ...states.map((state) => ({ title: tlsName(strings, state), isNumber: true })),
    { title: strings['tls.messages'], isNumber: true },
  ];
  return section(
    'connectors',
    strings['connectors.heading'],
    report.connectors.length === 0
      ? markup`<p>${strings['connectors.none']}</p>`
      : table(
          columns,
          report.connectors.map((connector) => connectorRow(parts, connector, states)),
          { look: states.length > MOST_AT_EASE ? 'dense' : undefined },
        ),
  );
}

function connectorRow(parts: AuditParts, connector: ConnectorFlow, states: readonly TlsState[]): MarkupValue[] {
  const { strings, words } = parts;
  const { tls, messages, approximate } = sumDays(connector.days, null);
  const isTyped = connector.type === 'Partner' || connector.type === 'OnPremises';
  const forced =
    connector.forcedTls === null ? strings.notTold : strings[connector.forcedTls ? 'details.yes' : 'details.no'];
  return [
    [
      own(connectorLabel(strings, connector)),
      isTyped ? sub(strings[`type.${connector.type}`]) : undefined,
      definitionOf(parts, connector),
    ],
    connector.forcedTls === null ? markup`<span class="zero">${forced}</span>` : forced,
    ...states.map((state) => {
      const count = countOf(tls, state);
      const share = words.share(tls, state, approximate);
      const cell = markup`${share === '' ? '–' : share}${sub(words.count(count))}`;
      return count === 0 ? markup`<span class="zero">${share === '' ? '–' : '0'}</span>` : cell;
    }),
    words.volume(messages, approximate),
  ];
}

/** What a connector's definition tells that no column does. */
function definitionOf({ strings }: AuditParts, { definition }: ConnectorFlow): MarkupValue {
  const certificate = definition?.certificate ?? '';
  return [
    certificate === '' ? undefined : sub(filled(strings['definition.certificate'], own(certificate))),
    definition?.isEnabled === false ? sub(strings['definition.off']) : undefined,
  ];
}
