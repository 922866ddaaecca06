/** What {@link OPENING_SCRIPT} leaves for the page's own script, in the window's `mailFlowOpening`. */
export interface Opening<Api> {
  /** VS Code's end of the channel, which a page may ask for once. */
  readonly api: Api;
  /** What has been answered so far, in order. */
  readonly answers: unknown[];
  /** Keeps no more answers: others listen now. */
  readonly end: () => void;
}

/**
 * Stands in a page's document before anything that has to be fetched: asks for the report at once, and keeps what is answered while
 * the page's own script is on its way.
 */
export const OPENING_SCRIPT = `(() => {
const api = acquireVsCodeApi();
const answers = [];
const keep = ({ data }) => answers.push(data);
addEventListener('message', keep);
window.mailFlowOpening = { api, answers, end: () => removeEventListener('message', keep) };
api.postMessage({ type: 'ready' });
})();`;
