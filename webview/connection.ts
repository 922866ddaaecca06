import { connectHost } from './host';

/** The way to VS Code. It is asked for the report before anything else of the page runs, and answers meanwhile. */
export const host = connectHost();

host.post({ type: 'ready' });
