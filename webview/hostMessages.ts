import type { HostMessage } from '../src/protocol/messages';

/**
 * Holds the host's messages back while nobody sees the page: a window that lies under another one draws nothing. Of states that
 * follow each other only the last is kept.
 */
export class HostMessages {
  readonly #isHidden: () => boolean;
  readonly #deliver: (message: HostMessage) => void;
  #waiting: HostMessage[] = [];

  constructor(isHidden: () => boolean, deliver: (message: HostMessage) => void) {
    this.#isHidden = isHidden;
    this.#deliver = deliver;
  }

  take(message: HostMessage): void {
    if (message.type === 'state') {
      this.#waiting = this.#waiting.filter(({ type }) => type !== 'state');
    }
    this.#waiting.push(message);
    this.deliver();
  }

  /** Hands over what waits, if the page is seen. */
  deliver(): void {
    if (!this.#isHidden()) {
      for (const message of this.#waiting.splice(0)) {
        this.#deliver(message);
      }
    }
  }
}
