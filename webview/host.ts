import type { PageMessage } from '../src/protocol/messages';

/** What VS Code gives a page: one way out and one in, and a place for what the page wants to remember over a reload. */
export interface Host {
  post(message: PageMessage): void;
  /** Hears what the host says, and first what it said before; returns how to end that. */
  listen(hear: (data: unknown) => void): () => void;
  remember(choices: unknown): void;
  remembered(): unknown;
}
