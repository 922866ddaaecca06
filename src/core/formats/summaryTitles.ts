import { normalizeTitle } from '../reading/columns';

/** What the columns of a message trace's list hold. */
export type SummaryColumn = 'date' | 'sender' | 'recipient' | 'status' | 'other';

type Words = Readonly<Record<SummaryColumn, readonly string[]>>;

/** Titles in the languages of the admin centre that are known to be used; subject and the like under `other`. */
const LANGUAGES: readonly Words[] = [
  {
    date: ['date', 'received', 'date received', 'received date'],
    sender: ['sender', 'sender address'],
    recipient: ['recipient', 'recipient address'],
    status: ['status'],
    other: ['subject', 'size'],
  },
  {
    date: ['datum', 'empfangen'],
    sender: ['absender', 'absenderadresse'],
    recipient: ['empfänger', 'empfängeradresse'],
    status: ['status'],
    other: ['betreff', 'größe'],
  },
  {
    date: ['date', 'reçu'],
    sender: ['expéditeur', 'adresse de l’expéditeur', 'adresse expéditeur'],
    recipient: ['destinataire', 'adresse du destinataire', 'adresse destinataire'],
    status: ['statut', 'état', 'status'],
    other: ['objet', 'sujet', 'taille'],
  },
  {
    date: ['fecha', 'recibido'],
    sender: ['remitente', 'dirección del remitente'],
    recipient: ['destinatario', 'dirección del destinatario'],
    status: ['estado'],
    other: ['asunto', 'tamaño'],
  },
  {
    date: ['data', 'ricevuto'],
    sender: ['mittente', 'indirizzo mittente', 'indirizzo del mittente'],
    recipient: ['destinatario', 'indirizzo destinatario', 'indirizzo del destinatario'],
    status: ['stato'],
    other: ['oggetto', 'dimensione', 'dimensioni'],
  },
  {
    date: ['data', 'recebido'],
    sender: ['remetente', 'endereço do remetente'],
    recipient: ['destinatário', 'endereço do destinatário'],
    status: ['status', 'estado'],
    other: ['assunto', 'tamanho'],
  },
  {
    date: ['datum', 'ontvangen'],
    sender: ['afzender', 'adres van afzender', 'afzenderadres'],
    recipient: ['geadresseerde', 'ontvanger', 'adres van geadresseerde', 'adres van ontvanger', 'ontvangeradres'],
    status: ['status'],
    other: ['onderwerp', 'grootte'],
  },
];

const COLUMNS = ['date', 'sender', 'recipient', 'status'] as const;

/** Compared words by language, made when a header is first compared with them. */
let known: readonly ReadonlyMap<string, SummaryColumn>[] | undefined;

function comparedWords(words: Words): ReadonlyMap<string, SummaryColumn> {
  const columns = Object.entries(words) as [SummaryColumn, readonly string[]][];
  return new Map(columns.flatMap(([column, titles]) => titles.map((title) => [compared(title), column] as const)));
}

/**
 * Positions of date, sender, recipient and status, where all titles of a header are those of a message trace's list in one
 * language; undefined for every other header, so that no other table is taken for one.
 */
export function summaryColumns(titles: readonly string[]): Record<(typeof COLUMNS)[number], number> | undefined {
  known ??= LANGUAGES.map(comparedWords);
  for (const words of known) {
    const columns = titles.map((title) => words.get(compared(title)));
    const isWhole = COLUMNS.every((one) => columns.filter((column) => column === one).length === 1);
    if (isWhole && columns.every((column) => column !== undefined)) {
      const entries = COLUMNS.map((one) => [one, columns.indexOf(one)]);
      return Object.fromEntries(entries) as Record<(typeof COLUMNS)[number], number>;
    }
  }
  return undefined;
}

/** A title without what tells a time zone, in one spelling of accents and apostrophes. */
function compared(title: string): string {
  const bare = title.replace(/\s*\((?:UTC|GMT)[^()]*\)\s*$/i, '').replace(/['’]/g, '');
  return normalizeTitle(bare.normalize('NFC'));
}
