import type { Direction } from '../../model/connector';
import { knownOf, volumeOf } from '../../model/tls';
import { directionFigures } from '../../report/figures';
import { countOf, statesToShow } from '../../report/shownStates';
import { fill } from '../../report/wording';
import { tlsName } from '../exportWording';
import { type Markup, markup } from '../markup';
import { SHOWN_DIRECTIONS } from '../reportWords';
import { tlsSwatch } from '../svg/tlsPaint';
import { tlsRing } from '../svg/tlsRing';
import { type AuditParts, section, table } from './auditParts';

/** Both directions: how much was protected, and by which TLS version. */
export function resultSection(parts: AuditParts): Markup {
  const { strings, words, report } = parts;
  const isApproximate = report.connectors.some(({ days }) => days.some((day) => day.approximate));
  const notes = [
    strings['details.percentNote'],
    ...(isApproximate ? [strings['result.approximate']] : []),
    ...words.beside(report),
  ];
  return section(
    'result',
    strings['result.heading'],
    markup`<div class="directions">${SHOWN_DIRECTIONS.map((direction) => directionPart(parts, direction))}</div>`,
    notes.map((note) => markup`<p class="note">${note}</p>`),
  );
}

function directionPart(parts: AuditParts, direction: Direction): Markup {
  const { strings, words, report } = parts;
  const figures = directionFigures(report.connectors, direction, null);
  const name = strings[`direction.${direction}`];
  const volume =
    figures.messages === 1
      ? strings['result.message']
      : fill(strings['result.messages'], words.volume(figures.messages, figures.approximate));
  const sentences = words.direction(figures).map((sentence) => markup`<p>${sentence}</p>`);
  return markup`<div class="direction"><h3>${name}</h3><p class="volume">${volume}</p>${
    figures.messages === 0 ? undefined : [ring(parts, direction), tlsTable(parts, direction)]
  }${sentences}</div>`;
}

function ring(parts: AuditParts, direction: Direction): Markup {
  const { strings, words, report } = parts;
  const figures = directionFigures(report.connectors, direction, null);
  const { tls, approximate } = figures;
  const shares = statesToShow(tls, 'whenAny')
    .filter((state) => countOf(tls, state) > 0)
    .map((state) => `${tlsName(strings, state)}: ${words.share(tls, state, approximate)}`);
  return tlsRing(`ring-${direction}`, tls, {
    title: fill(strings['result.chart'], strings[`direction.${direction}`], shares.join('; ')),
    figure: words.protectedShare(figures) ?? '?',
    caption: knownOf(tls) === 0 ? strings['tls.unknown'] : strings['result.protectedShare'],
  });
}

function tlsTable(parts: AuditParts, direction: Direction): Markup {
  const { strings, words, report } = parts;
  const { tls, approximate } = directionFigures(report.connectors, direction, null);
  const rows = statesToShow(tls, 'whenAny').map((state) => [
    markup`${tlsSwatch(`table-${direction}-${state.replace('.', '')}`, state)}${tlsName(strings, state)}`,
    volumeOf(tls) === 0 ? '' : words.share(tls, state, approximate),
    words.volume(countOf(tls, state), approximate),
  ]);
  return table(
    [
      { title: strings['result.state'] },
      { title: strings['result.share'], isNumber: true },
      { title: strings['tls.messages'], isNumber: true },
    ],
    rows,
  );
}
