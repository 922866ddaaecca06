/** What an event's name says; `unknown`: a name in a language that is not known here. */
export type DetailEvent = 'receive' | 'sendExternal' | 'send' | 'submit' | 'other' | 'unknown';

/** Beginnings of words in English, German, French, Spanish, Italian, Dutch and Portuguese, without accents. */
const EXTERNAL = /\b(extern|exter|estern)/;
const SEND =
  /\b(send|sent|gesendet|versend|versand|gesandt|envoy|envoi|envi|invi|spedi|verzend|verzond|verstur|expedi)/;
const EVENTS: readonly [RegExp, DetailEvent][] = [
  [/^(receiv|empfang|empfing|recev|recept|recu\b|recus?\b|recib|ricev|ricez|ontvang|receb)/, 'receive'],
  [/^(submi|ubermittel|einreich|eingereicht|soumet|soumis|subme|somet|sottomet|present|indien|ingediend)/, 'submit'],
  [/^(deliver|zustell|zugestellt|remis|remett|livr|distribu|entreg|consegn|recapit|bezorg|aflever|afgelever)/, 'other'],
  [
    /^(fail|defer|drop|expand|resol|redirect|spam|transport|mail flow|dlp|journal|malware|sensitiv|transfer|process)/,
    'other',
  ],
];

/** The event of a trace detail, which is named in the language of whoever asked. */
export function detailEventOf(name: string): DetailEvent {
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  if (SEND.test(words)) {
    return EXTERNAL.test(words) ? 'sendExternal' : 'send';
  }
  return EVENTS.find(([beginning]) => beginning.test(words))?.[1] ?? 'unknown';
}
