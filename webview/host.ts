import type { PageMessage } from '../src/protocol/messages';

/** What VS Code gives a page: one way out, and a place for what the page wants to remember over a reload. */
export interface Host {
  post(message: PageMessage): void;
  remember(choices: unknown): void;
  remembered(): unknown;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Connects to VS Code; it allows this once per page. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    remember: (choices) => api.setState(choices),
    remembered: () => api.getState(),
  };
}
