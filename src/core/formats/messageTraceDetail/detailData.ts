import { parseTlsVersion, Tls } from '../../model/tls';
import { readCustomData } from '../../reading/customData';
import { type ToldConnector, toldConnector } from '../connectorData';
import { type Entity, entityOf } from '../customDataFacts';
import { readMepElements } from './mepElements';

const OUTBOUND_CONNECTOR = 'microsoft.exchange.hygiene.tenantoutboundconnectorcustomdata';
const VERSION_NAMES = ['tlsversion', 'tls_version', 'inboundtlsdetails', 'tlsused'];
const CIPHER_NAMES = ['tlscipher', 'tls_cipher'];
/** `using TLS1.2 with AES256`, in any language, and no part of a host's name. */
const MENTIONED =
  /(?<![a-z0-9.-])(TLS\s?1[._][0-3]|SSL\s?3(?:[._]0)?)(?![a-z0-9-]|\.\w)(?:\s{1,3}\S{1,12}\s{1,3}((?:AES|3DES|DES|RC4|CHACHA|CALG)[\w-]{0,40}))?/i;
const LONGEST_TEXT = 4000;
/** The service's own front end, which mail from elsewhere comes through. */
const FRONT_END = /\.protection\.outlook\.com\b/i;
const OPPORTUNISTIC = /^To_DefaultOpportunisticTLS$/i;
const REFUSED = /\bLED=[45]\d\d\b/;
const REFUSING_REPLY = /^\s*\[?\{?[45]\d\d\b/;

/** What the XML and the text of a trace detail tell of a hop (docs/formats.md). */
export class DetailData {
  /** By name in small letters: elements, and items of CustomData. */
  readonly #elements = new Map<string, string>();
  readonly #items = new Map<string, string>();
  readonly #detail: string;

  /** `data`: the XML; `detail`: the sentence beside it. */
  constructor(data: string, detail: string) {
    this.#detail = detail.slice(0, LONGEST_TEXT);
    readMepElements(data, (name, value) => {
      if (name.toLowerCase() === 'customdata') {
        readCustomData(value, (key, item) => this.#items.set(key, item.trim()));
      } else {
        this.#elements.set(name.toLowerCase(), value.trim());
      }
    });
  }

  /** The TLS state of an inbound hop: the data's, else the sentence's. */
  get inboundTls(): Tls {
    return this.#toldTls ?? this.#mentionedTls ?? Tls.unknown;
  }

  /** The TLS state of an outbound hop: what the data holds may be that of the way in. */
  get outboundTls(): Tls {
    return this.#mentionedTls ?? this.#toldTls ?? Tls.unknown;
  }

  /** Empty where none is told. */
  get inboundCipher(): string {
    return this.#first(CIPHER_NAMES) || this.#mentionedCipher;
  }

  get outboundCipher(): string {
    return this.#mentionedTls === undefined ? this.inboundCipher : this.#mentionedCipher;
  }

  get from(): Entity {
    return entityOf(this.#items.get('fromentity') ?? '');
  }

  get to(): Entity {
    return entityOf(this.#items.get('toentity') ?? '');
  }

  get inboundConnector(): ToldConnector | undefined {
    return connectorIn(this.#items.get('inboundconnectordata'));
  }

  get outboundConnector(): ToldConnector | undefined {
    return connectorIn(this.#items.get(OUTBOUND_CONNECTOR));
  }

  get connectorId(): string {
    return this.#elements.get('connectorid') ?? '';
  }

  get returnPath(): string {
    return this.#elements.get('returnpath') ?? '';
  }

  /** Whom the message came from; empty where that is not told. */
  get client(): string {
    return this.#first(['proxiedclientipaddress', 'clientip', 'proxiedclienthostname', 'clientname']);
  }

  /** Whom it was sent to. */
  get target(): string {
    const names = ['outboundproxytargethostname', 'outboundproxytargetipaddress', 'rcptdomainmailsvr'];
    return this.#first(names) || (/\bto:?\s([^\s,;]+)\sat\s/i.exec(this.#detail)?.[1] ?? '');
  }

  /** It surely came from outside of the service. */
  get isFromOutside(): boolean {
    const hasProxy = FRONT_END.test(this.#items.get('proxyhop1') ?? '') || this.#items.has('proxiedclientipaddress');
    return this.inboundConnector !== undefined || this.from === 'outside' || (hasProxy && this.from !== 'hosted');
  }

  /** It surely left the service, also where the event's name is not understood. */
  get isSentOutside(): boolean {
    const isTold =
      this.outboundConnector !== undefined ||
      OPPORTUNISTIC.test(this.connectorId) ||
      this.#first(['outboundproxytargethostname', 'outboundproxytargetipaddress']) !== '';
    return isTold && !this.#isRefused;
  }

  /** It was received over SMTP, also where the event's name is not understood. */
  get isReceipt(): boolean {
    const isDelivery = this.#elements.has('mailboxserver') || this.#items.has('mailboxdatabaseguid');
    return !isDelivery && (this.#items.has('tlsversion') || this.#items.has('inboundconnectordata') || this.#hasClient);
  }

  get #hasClient(): boolean {
    return this.connectorId.includes('\\') && this.#first(['clientip', 'clientname']) !== '';
  }

  get #isRefused(): boolean {
    const replies = [this.#elements.get('recipientstatus'), this.#elements.get('statuscode')];
    const texts = [this.#detail, ...replies.map((reply) => reply ?? '')];
    return texts.some((text) => REFUSED.test(text)) || replies.some((reply) => REFUSING_REPLY.test(reply ?? ''));
  }

  get #toldTls(): Tls | undefined {
    const version = this.#first(VERSION_NAMES);
    if (version !== '') {
      return parseTlsVersion(version);
    }
    const texts = ['sourcecontext', 'recipientstatus', 'messageinfo'].map((name) => this.#elements.get(name) ?? '');
    return mentionedIn(texts.join('\n').slice(0, LONGEST_TEXT));
  }

  get #mentionedTls(): Tls | undefined {
    return mentionedIn(this.#detail);
  }

  get #mentionedCipher(): string {
    return MENTIONED.exec(this.#detail)?.[2] ?? '';
  }

  /** The first value that is not empty: an item's, else an element's. */
  #first(names: readonly string[]): string {
    for (const name of names) {
      const value = this.#items.get(name) || this.#elements.get(name);
      if (value !== undefined && value !== '') {
        return value;
      }
    }
    return '';
  }
}

function mentionedIn(text: string): Tls | undefined {
  const mentioned = MENTIONED.exec(text)?.[1];
  return mentioned === undefined ? undefined : parseTlsVersion(mentioned);
}

function connectorIn(value: string | undefined): ToldConnector | undefined {
  return value === undefined ? undefined : toldConnector(value);
}
