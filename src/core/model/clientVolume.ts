import type { SourceLine } from './messageFlow';
import type { TlsCounts } from './tls';

/** What a row of the SMTP AUTH clients report tells: messages that a sender handed in, per TLS state. */
export interface ClientVolume {
  readonly sender: string;
  /** The row's date as it is written; empty where there is none. */
  readonly date: string;
  readonly counts: TlsCounts;
  /** True where the counts were worked out from rounded percentages. */
  readonly approximate: boolean;
  readonly proof: SourceLine;
}
