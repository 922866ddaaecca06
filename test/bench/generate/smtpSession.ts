import { Random } from '../../generate/random';
import { whereNeeded } from './quoting';

/** What stands behind the remote endpoint of a row. The id of a message goes between the two parts, where there are two. */
export interface SessionRow {
  readonly before: string;
  readonly after: string | undefined;
}

/** A session without its time, id and endpoints. */
export interface SessionTemplate {
  readonly rows: readonly SessionRow[];
  readonly messages: number;
}

type Kind = 'tls' | 'plain' | 'untoldVersion' | 'exchange';

const KINDS: readonly (readonly [Kind, number])[] = [
  ['tls', 78],
  ['plain', 18],
  ['untoldVersion', 1],
  ['exchange', 3],
];
const VERSIONS = [
  ['SP_PROT_TLS1_2_SERVER', 76],
  ['SP_PROT_TLS1_3_SERVER', 17],
  ['SP_PROT_TLS1_0_SERVER', 4],
  ['SP_PROT_TLS1_1_SERVER', 2],
  ['SP_PROT_SSL3_SERVER', 1],
] as const;
const CAPABILITIES =
  'SIZE 37748736 PIPELINING DSN ENHANCEDSTATUSCODES STARTTLS X-ANONYMOUSTLS AUTH NTLM X-EXPS GSSAPI NTLM 8BITMIME BINARYMIME CHUNKING SMTPUTF8 XRDST';
const CERTIFICATE =
  ' CN=mail.contoso.example, OU=IT, O="Contoso, Ltd.", C=DE CN=DigiCert TLS RSA SHA256 2020 CA1 0123456789ABCDEF 5C3F0E1B2D4A69788796A5B4C3D2E1F00F1E2D3C 2026-01-07T00:00:00.000Z 2027-01-07T23:59:59.000Z mail.contoso.example;autodiscover.contoso.example';
const MESSAGE_ID = '\0';

/** Sessions of a receive log, as the server writes them: kinds and numbers of messages as they occur. */
export function sessionTemplates(count: number): SessionTemplate[] {
  const random = new Random(20_260_303);
  return Array.from({ length: count }, () => new SessionWriter(random).session());
}

class SessionWriter {
  readonly #random: Random;
  readonly #rows: SessionRow[] = [];
  #messages = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  session(): SessionTemplate {
    const random = this.#random;
    this.#row('+');
    this.#row('*', 'SMTPSubmit SMTPAcceptAnySender SMTPAcceptAuthoritativeDomainSender', 'Set Session Permissions');
    this.#answer('220 mx.contoso.example Microsoft ESMTP MAIL Service ready at Sun, 1 Mar 2026 16:59:51 +0100');
    this.#greeting();
    this.#encrypt(random.weighted(KINDS));
    const wanted = random.chance(0.12) ? 0 : random.integer(1, 4);
    while (this.#messages < wanted) {
      this.#message();
    }
    this.#exchange('QUIT', '221 2.0.0 Service closing transmission channel');
    this.#row('-', '', 'Local');
    return { rows: this.#rows, messages: this.#messages };
  }

  #greeting(): void {
    this.#exchange(
      `EHLO mail${this.#random.integer(1, 99)}.example.org`,
      `250  mx.contoso.example Hello [203.0.113.7] ${CAPABILITIES}`,
    );
  }

  #encrypt(kind: Kind): void {
    if (kind === 'plain') {
      return;
    }
    this.#exchange(kind === 'exchange' ? 'X-ANONYMOUSTLS' : 'STARTTLS', '220 2.0.0 SMTP server ready');
    this.#row(
      '*',
      CERTIFICATE,
      'Sending certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names',
    );
    if (kind !== 'untoldVersion') {
      const version = this.#random.weighted(VERSIONS);
      this.#row(
        '*',
        '',
        `TLS protocol ${version} negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384 with strength 384 bits and key exchange algorithm CALG_ECDHE with strength 255 bits`,
      );
    }
    this.#row('*', '', "TlsDomainCapabilities='None'; Status='NoRemoteCertificate'");
    this.#greeting();
  }

  /** A message: now and then refused first, pipelined, with DATA or in chunks. */
  #message(): void {
    const random = this.#random;
    const mail = `MAIL FROM:<user${random.integer(1, 5000)}@example.org> SIZE=${random.integer(1000, 900_000)} BODY=8BITMIME`;
    if (random.chance(0.06)) {
      this.#exchange(mail, '250 2.1.0 Sender OK');
      this.#exchange(
        'RCPT TO:<nobody@contoso.example>',
        '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found',
      );
      this.#exchange('RSET', '250 2.0.0 Resetting');
    }
    const inChunks = random.chance(0.45);
    const isPipelined = random.chance(0.25);
    const commands = [
      mail,
      `RCPT TO:<user${random.integer(1, 5000)}@contoso.example> ORCPT=rfc822;user@contoso.example`,
    ];
    const answers = ['250 2.1.0 Sender OK', '250 2.1.5 Recipient OK'];
    for (const [index, command] of commands.entries()) {
      this.#say(command);
      if (!isPipelined) {
        this.#answer(answers[index] as string);
      }
    }
    this.#say(inChunks ? `BDAT ${random.integer(20_000, 900_000)}` : 'DATA');
    this.#row('*', '08DE7A1B2C3D4E5F;2026-03-01T15:59:51.123Z;1', 'receiving message');
    for (const answer of isPipelined ? answers : []) {
      this.#answer(answer);
    }
    if (inChunks) {
      this.#answer('250 2.6.0 CHUNK received OK, 65536 octets');
      this.#say(`BDAT ${random.integer(20, 20_000)} LAST`);
    } else {
      this.#answer('354 Start mail input; end with <CRLF>.<CRLF>');
    }
    this.#answer(
      `250 2.6.0 <${MESSAGE_ID}@example.org> [InternalId=${random.integer(4e13, 5e13)}, Hostname=mx.contoso.example] ${random.integer(2000, 90_000)} bytes in 0.${random.integer(100, 999)}, 87,301 KB/sec Queued mail for delivery`,
    );
    this.#messages++;
  }

  #exchange(command: string, answer: string): void {
    this.#say(command);
    this.#answer(answer);
  }

  #say(command: string): void {
    this.#row('<', command);
  }

  #answer(reply: string): void {
    this.#row('>', reply);
  }

  #row(event: string, data = '', context = ''): void {
    const [before = '', after] = `,${event},${whereNeeded(data)},${whereNeeded(context)}\r\n`.split(MESSAGE_ID);
    this.#rows.push({ before, after });
  }
}
