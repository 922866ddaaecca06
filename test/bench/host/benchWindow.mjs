// A VS Code window with the extension as it ships and the probe, driven from here.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startCodeServer } from '../../vscode/codeServer.mjs';
import { installCodeServer } from '../../vscode/install.mjs';
import { launchChromium } from '../../vscode/launchChromium.mjs';
import { readManifest, root } from '../../vscode/paths.mjs';
import { runCommand } from '../../vscode/processes.mjs';
import { createProfile } from '../../vscode/profile.mjs';
import { bundle } from '../bundle.mjs';
import { startPaintClocks } from './paintClock.mjs';

/** What of the extension's folder is needed to run it. */
const shipped = /^(package\.json|package\.nls.*\.json|dist|media|l10n)$/;

/** How long the probe may take to answer from a new window, in ms. */
const patience = 60_000;

/** How long VS Code's own extensions get to start before anything is measured, in ms. */
const settling = 3000;

/**
 * @typedef {object} BenchWindow
 * @property {import('playwright-core').Page} page
 * @property {string} folder The workspace.
 * @property {(command: import('./probe/commands.ts').Command, ...args: string[]) => Promise<any>} ask
 * @property {() => Promise<void>} close
 */

/**
 * Opens one with a profile of its own, so that nothing of an earlier one is restored, and waits until it is calm.
 * @param {string} probe The file that {@link buildExtensions} made.
 * @returns {Promise<BenchWindow>}
 * @throws {Error} where code-server or the browser cannot be had.
 */
export async function openBenchWindow(probe) {
  const installed = await installCodeServer();
  const profile = createProfile();
  copyExtensions(profile.extensions, probe);
  const addressFile = path.join(profile.home, 'probe');
  const server = await startCodeServer(installed, profile, { env: { BENCH_PROBE: addressFile } });
  const { browser, watched } = await launchChromium();
  await startPaintClocks(watched.page);
  await watched.page.goto(server.address(profile.workspace));
  const address = await addressIn(addressFile);
  await new Promise((resolve) => setTimeout(resolve, settling));
  return {
    page: watched.page,
    folder: profile.workspace,
    ask: (command, ...args) => ask(address, command, args),
    close: async () => {
      await browser.close();
      await server.stop();
      profile.remove();
    },
  };
}

/** Builds the extension as it ships, and the probe. @returns {Promise<string>} The probe's file. */
export async function buildExtensions() {
  const { ok, output } = await runCommand(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
  if (!ok) {
    throw new Error(`The extension cannot be built: ${output}`);
  }
  return (await bundle('host/probe/extension.ts')).file;
}

/** Copies both, as an installation would. @param {string} folder @param {string} probe */
function copyExtensions(folder, probe) {
  const { publisher, name, version } = readManifest();
  for (const entry of readdirSync(root).filter((candidate) => shipped.test(candidate))) {
    cpSync(path.join(root, entry), path.join(folder, `${publisher}.${name}-${version}`, entry), { recursive: true });
  }
  const target = path.join(folder, 'mail-flow-insights.bench-probe-0.1.0');
  cpSync(path.join(import.meta.dirname, 'probe/package.json'), path.join(target, 'package.json'));
  cpSync(probe, path.join(target, 'extension.js'));
}

/** Waits for the probe. @param {string} file Where it writes its address. */
async function addressIn(file) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const address = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (address !== '') {
      return address;
    }
  }
  throw new Error(`VS Code did not start the probe within ${patience / 1000} s`);
}

/** @param {string} address @param {string} command @param {readonly string[]} args */
async function ask(address, command, args) {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify({ command, args }) });
  const answer = /** @type {{ value: unknown, error?: string }} */ (await response.json());
  if (answer.error !== undefined) {
    throw new Error(answer.error);
  }
  return answer.value;
}
