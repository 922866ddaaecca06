import type { Opening } from '../src/protocol/openingScript';
import type { Host } from './host';

interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
  getState(): unknown;
}

declare global {
  interface Window {
    readonly mailFlowOpening: Opening<VsCodeApi>;
  }
}

/** The way to VS Code, which the page's document has opened: the report has been asked for. */
export function connectHost(): Host {
  const { api, answers, end } = window.mailFlowOpening;
  return {
    post: (message) => api.postMessage(message),
    listen: (hear) => {
      const listener = ({ data }: MessageEvent<unknown>): void => hear(data);
      end();
      window.addEventListener('message', listener);
      for (const data of answers.splice(0)) {
        hear(data);
      }
      return () => window.removeEventListener('message', listener);
    },
    remember: (choices) => api.setState(choices),
    remembered: () => api.getState(),
  };
}
