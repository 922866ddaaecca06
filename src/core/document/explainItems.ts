import { markdownTable, markdownText } from '../export/markdown/markdownText';
import { parseTlsVersion, TLS_STATES } from '../model/tls';
import { readCustomData } from '../reading/customData';
import { fill } from '../report/wording';
import { type DocumentStrings, ENGLISH_DOCUMENT_STRINGS } from './documentWording';

/** As many items are shown as a hover can hold, the known ones first. */
const MOST_ITEMS = 24;
/** A key as it is written; it has no case. */
const KEY = /S:([\w.-]+)=/g;
/** Longer values are cut. */
const LONGEST_VALUE = 120;

interface Item {
  readonly key: string;
  readonly value: string;
}

/** True for the text of a `custom_data` cell: `S:Key=Value` items. */
export function looksLikeCustomData(text: string): boolean {
  return /^'?S:[\w.-]+=/i.test(text);
}

/** The items of a `custom_data` cell as a table, and the TLS state that they tell. */
export function explainItems(cell: string, missingTlsMeansNone: boolean, strings: DocumentStrings): string {
  const items: Item[] = [];
  readCustomData(cell, (key, value) => items.push({ key, value }));
  const known = items.filter(({ key }) => isKnown(key));
  const shown = [...known, ...items.filter(({ key }) => !isKnown(key))].slice(0, MOST_ITEMS);
  const written = new Map([...cell.matchAll(KEY)].map(([, key = '']) => [key.toLowerCase(), key]));
  const rows = shown.map(({ key, value }) => [
    markdownText(written.get(key) ?? key),
    markdownText(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value),
    isKnown(key) ? markdownText(strings[`item.${key}`]) : '',
  ]);
  const header = [strings['items.item'], strings['items.value'], strings['items.meaning']];
  const heading =
    items.length === 1 ? strings['items.headingOne'] : fill(strings['items.heading'], String(items.length));
  const more = items.length - shown.length;
  return [
    `**${markdownText(heading)}**`,
    markdownText(stateSentence(items, missingTlsMeansNone, strings)),
    markdownTable(header, rows, new Set()),
    ...(more > 0 ? [markdownText(fill(strings['items.more'], String(more)))] : []),
  ].join('\n\n');
}

type KnownKey = Extract<keyof DocumentStrings, `item.${string}`> extends `item.${infer Key}` ? Key : never;

function isKnown(key: string): key is KnownKey {
  return `item.${key}` in ENGLISH_DOCUMENT_STRINGS;
}

/** A version is told of the session that brought the message in; only such rows can lack one. */
function stateSentence(items: readonly Item[], missingTlsMeansNone: boolean, strings: DocumentStrings): string {
  const version = items.find(({ key }) => key === 'tlsversion')?.value.trim() ?? '';
  const isInbound = items.some(
    ({ key, value }) =>
      key === 'inboundconnectordata' ||
      (key === 'fromentity' && /^(internet|hybridonprem|partner)$/i.test(value.trim())),
  );
  if (version === '') {
    return strings[missingTlsMeansNone && isInbound ? 'items.stateNone' : 'items.stateUnknown'];
  }
  const state = TLS_STATES[parseTlsVersion(version)];
  return fill(strings['items.state'], strings[`tls.${state}`]);
}
