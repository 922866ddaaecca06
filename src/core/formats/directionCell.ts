import type { Direction } from '../model/connector';
import { normalizeTitle } from '../reading/columns';

/** `other`: the text tells no direction. */
export type ToldDirection = Direction | 'internal' | 'other';

/** As exports write it, in the words of commands and reports, and as a German, French, Italian or Spanish table may say it. */
const WORDS: readonly (readonly [ToldDirection, RegExp])[] = [
  [
    'inbound',
    /^(?:in|inbound|incoming|received?|1|eingehend|eingang|empfangen|rein|entrante?s?|reçue?s?|réception|entrata|inentrata|ricevut[oaie]|recibid[oa]s?)$/,
  ],
  [
    'outbound',
    /^(?:out|outbound|outgoing|originating|sen[dt]|2|ausgehend|ausgang|gesendet|raus|sortante?s?|envoyée?s?|envoi|uscita|inuscita|inviat[oaie]|salientes?|enviad[oa]s?)$/,
  ],
  ['internal', /^(?:internal|intraorg|intraorganization|intern|interne?s?|intern[oaie])$/],
];

/** Reads where a message went. */
export function readDirectionCell(text: string): ToldDirection {
  const word = normalizeTitle(text.normalize('NFC'));
  return WORDS.find(([, words]) => words.test(word))?.[0] ?? 'other';
}
