import type { ColumnRole } from '../model/columnMapping';

/** A title as its words are looked for: small letters and digits alone, without accents. */
export function wordsOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{M}/gu, '');
}

/** One of the words for a connector; English, German, French, Italian, Spanish. */
const CONNECTOR = '(?:connect[oe]r|konnektor|connecteur|connettore|conector)';
const TYPE = '(?:type|typ|tipo)';

/**
 * How columns are called that hold a role, in English, German, French, Italian and Spanish, the surest first; looked for in
 * {@link wordsOf} a title. The roles stand in the order in which they choose: who asks for more words comes first.
 */
export const ROLE_WORDS: readonly (readonly [ColumnRole, readonly RegExp[]])[] = [
  [
    'networkMessageId',
    [/network.*message|netzwerk.*nachricht/, /message.*reseau|messaggio.*rete|mensaje.*(?:dela)?red(?!u)/, /^nmid$/],
  ],
  [
    'messageId',
    [
      /^(?:internet|smtp)?(?:message|msg)id(?:header)?$/,
      /^(?!.*intern(?:al|e[^t]|o)).*(?:message|msg|nachrichten?)(?:id|kennung)/,
      /^(?!.*intern[eo]).*(?:id|identifi(?:ant|er|cativo|catore|cador)).*(?:message|messaggio|mensaje)/,
    ],
  ],
  [
    'cipher',
    [
      /c[iy]pher|chiffre(?!ment)|cifrario/,
      /(?:suite|algorithm).*chiffrement|(?:suite|algoritmo).*(?:crittografia|cifratura)/,
      /(?:suite|conjunto|algoritmo).*cifrado|verschlu[e]?sselungs(?:sammlung|suite|algorithmus|verfahren)/,
    ],
  ],
  [
    'tls',
    [
      /^(?:tls|ssl)(?:version|protocol|protokoll)?$|^(?:version|protocol|protokoll|protocole|protocollo|protocolo).*(?:tls|ssl)$/,
      /^tls|tls$|tlsversion|tlsprotocol/,
      /verschlu[e]?sselung|chiffrement|crittografia|cifratura|cifrado|encryption|encriptacion/,
    ],
  ],
  ['connectorType', [new RegExp(`${CONNECTOR}.*${TYPE}|${TYPE}.*${CONNECTOR}`)]],
  ['connector', [new RegExp(`^${CONNECTOR}(?:id|name)?$`), new RegExp(CONNECTOR)]],
  [
    'remoteHost',
    [
      /remote(?:host|endpoint|ip|server|address|name)|gegenstelle|(?:hote|serveur|ip)distant|(?:host|server|ip|servidor)remoto/,
      /clientip|ip(?:du)?client|ip(?:del)?cliente/,
      /clienthost/,
      /(?:source|sender|sending|from|quell|absender)(?:ip|host|server)/,
      /ip(?:source|expediteur|mittente|origine|origen|remitente)|sendender(?:server|host)/,
      /^ip(?:address|adresse)?$|^adresseip|^indirizzoip|^direccionip|^(?:host|peer|relay)(?:name)?$|ipaddress$/,
    ],
  ],
  [
    'direction',
    [
      /^direction|directionality|^(?:mail)?(?:fluss)?richtung|^direzione/,
      // In Spanish it is an address too.
      /direction|richtung|direzione|^direccion(?:del?(?:correo|flujo|mensaje|trafico))?$/,
      /^(?:sens|sentido|verso|inout|inboundoutbound|flow|flux|flusso|flujo)$/,
    ],
  ],
  [
    'time',
    [
      /^(?:date)?time(?:stamp)?(?:utc|gmt)?$|^datetime|timestamp|^zeit(?:stempel|punkt)?(?:utc)?$|horodat/,
      /^(?:dateetheure|dateheure|dataeora|dataora|fechayhora|fechahora|datumun?d?(?:uhr)?zeit|marcatemporale|marcadetiempo)/,
      /^(?:received|sent|message|event|log|origin).*(?:time|date)|(?:empfangs|eingangs|sende).*(?:zeit|datum)/,
      /^(?:date|heure|data|ora|fecha|hora).*(?:recept|ricezione|recepcion|envoi|invio|envio)/,
      /^(?:date|datum|data|fecha)/,
      /^(?:received|sent|empfangen|recule|ricevuto|recibido|when|wann|zeit|uhrzeit|heure|ora|orario|hora)/,
      /^time|time$|date$|datum$|zeit$/,
    ],
  ],
  [
    'sender',
    [
      /^(?:sender|mailfrom|from|absender|expediteur|mittente|remitente)(?:e?mail)?(?:address|adresse)?$/,
      /^returnpath$|^(?:p[12]|envelope|header)(?:from|sender)|(?:from|sender)address/,
      /^(?:adresse|indirizzo|direccion|email)(?:e?mail)?(?:de?l?|du)?(?:expediteur|mittente|remitente|sender)/,
      /^(?!.*(?:ip|host|server|domain|name)).*(?:sender|absender|expediteur|mittente|remitente)/,
      /^(?:von|de|da)$/,
    ],
  ],
];
