// Which VS Code: desktop where it can be had, else code-server. VSCODE_HOST=desktop|code-server|auto decides otherwise.
import { findDesktop } from './desktop.mjs';

/** @typedef {{ name: 'desktop', desktop: import('./desktop.mjs').Desktop } | { name: 'code-server' }} Host */

/**
 * Chooses and prints the choice with its reason.
 * @returns {Promise<Host>}
 * @throws {Error} when the host asked for cannot be had: nothing else is taken instead.
 */
export async function chooseHost() {
  const wanted = process.env.VSCODE_HOST || 'auto';
  if (!['desktop', 'code-server', 'auto'].includes(wanted)) {
    throw new Error(`VSCODE_HOST must be desktop, code-server or auto, not ${wanted}`);
  }
  if (wanted === 'code-server') {
    return chosen({ name: 'code-server' }, 'VSCODE_HOST asks for it');
  }
  const desktop = await findDesktop();
  if (!('reason' in desktop)) {
    return chosen(
      { name: 'desktop', desktop },
      process.env.VSCODE_PATH ? 'VSCODE_PATH names it' : 'it could be downloaded',
    );
  }
  if (wanted === 'desktop') {
    throw new Error(`VSCODE_HOST asks for desktop VS Code, which cannot be had: ${desktop.reason}`);
  }
  return chosen({ name: 'code-server' }, `no desktop VS Code: ${desktop.reason}`);
}

/** @param {Host} host @param {string} why */
function chosen(host, why) {
  console.log(`VS Code host: ${host.name} (${why})`);
  return host;
}
