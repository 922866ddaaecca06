// Runs code-server on a free port with a temporary profile.
import net from 'node:net';
import { startGroup, stopGroup } from './processes.mjs';

/** How long the server may take to answer, in ms. */
const startTimeout = 60_000;

/**
 * @typedef {object} RunningServer
 * @property {string} authority `127.0.0.1:PORT`, also the authority of its `vscode-remote` addresses.
 * @property {(folder: string, payload?: readonly [string, string][]) => string} address The page that opens a folder, or what a
 *   `.code-workspace` file names.
 * @property {Promise<void>} ended Settles when the process is gone.
 * @property {() => string} log The last lines it wrote.
 * @property {() => Promise<void>} stop
 */

/**
 * @param {import('./install.mjs').CodeServer} installed
 * @param {import('./profile.mjs').Profile} profile
 * @param {{ locale?: string, env?: NodeJS.ProcessEnv, isTrusted?: boolean }} [options]
 * @returns {Promise<RunningServer>} When it answers.
 */
export async function startCodeServer(installed, profile, { locale, env, isTrusted = true } = {}) {
  const authority = `127.0.0.1:${await freePort()}`;
  const args = [installed.entry, '--auth', 'none', '--bind-addr', authority];
  args.push('--user-data-dir', profile.userData, '--extensions-dir', profile.extensions);
  args.push(
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    ...(isTrusted ? ['--disable-workspace-trust'] : []),
  );
  if (locale && locale !== 'en') {
    args.push('--locale', locale);
  }
  const child = startGroup(installed.node, args, {
    env: { ...process.env, ...profile.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      log = (log + data).slice(-20_000);
    });
  }
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  await answering(
    `http://${authority}/healthz`,
    () => child.exitCode !== null,
    () => log,
  );
  return {
    authority,
    address: (folder, payload) => address(authority, folder, payload),
    ended,
    log: () => log,
    stop: () => stopGroup(child),
  };
}

/** @param {string} authority @param {string} folder @param {readonly [string, string][]} [payload] */
function address(authority, folder, payload = []) {
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: folder, payload: JSON.stringify([['skipWelcome', 'true'], ...payload]) });
  return `http://${authority}/?${query}`;
}

/** A port nobody listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} url @param {() => boolean} hasEnded @param {() => string} log */
async function answering(url, hasEnded, log) {
  const end = Date.now() + startTimeout;
  while (
    !(await fetch(url).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (hasEnded() || Date.now() > end) {
      throw new Error(`code-server did not start:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
