// Installs code-server (VS Code's workbench and extension host as a server) from npm into the cache folder.
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { runCommand } from './processes.mjs';

const versions = { 'code-server': '4.139.1', node: '24.21.0' };

/** Built-in extensions that go online, and that no test needs. */
const unwanted = ['copilot', 'mermaid-markdown-features', 'microsoft-authentication'];

/** @typedef {{ node: string, entry: string }} CodeServer The Node that runs code-server, and its script. */

/**
 * Makes sure that code-server is installed, printing what it installs.
 * @returns {Promise<CodeServer>}
 * @throws {Error} on a platform it does not run on, or when npm fails.
 */
export async function installCodeServer() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `code-server is used on Linux (x64, arm64) only, not on ${process.platform} ${process.arch}. ` +
        'Use desktop VS Code: VSCODE_HOST=desktop, with VSCODE_PATH naming its executable if it cannot be downloaded.',
    );
  }
  const folder = path.join(cacheFolder, 'code-server');
  const nodePackage = `node-linux-${process.arch}`;
  const marker = path.join(folder, 'installed.json');
  if (!isInstalled(marker)) {
    console.log(`Installing code-server ${versions['code-server']} with Node ${versions.node} into ${folder}`);
    const started = Date.now();
    await install(folder, nodePackage);
    // Written last: a half install is done again.
    fs.writeFileSync(marker, JSON.stringify(versions));
    console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s`);
  }
  const modules = path.join(folder, 'node_modules');
  return {
    node: path.join(modules, nodePackage, 'bin/node'),
    entry: path.join(modules, 'code-server/out/node/entry.js'),
  };
}

/** @param {string} marker */
function isInstalled(marker) {
  try {
    return fs.readFileSync(marker, 'utf8') === JSON.stringify(versions);
  } catch {
    return false;
  }
}

/** @param {string} folder @param {string} nodePackage */
async function install(folder, nodePackage) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'vscode-host', private: true }));
  await npmInstall(folder, [`code-server@${versions['code-server']}`, `${nodePackage}@${versions.node}`]);
  const server = path.join(folder, 'node_modules/code-server/lib/vscode');
  // Not `npm ci`: the shrinkwrap that code-server ships lacks a package.
  await npmInstall(server, ['--omit=dev']);
  for (const name of unwanted) {
    fs.rmSync(path.join(server, 'extensions', name), { recursive: true, force: true });
  }
}

/** @param {string} folder @param {readonly string[]} args */
async function npmInstall(folder, args) {
  // Install scripts would build native modules that nothing here needs.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { ok, output } = await runCommand('npm', ['install', ...quiet, ...args], { cwd: folder });
  if (!ok) {
    throw new Error(`npm install ${args.join(' ')} failed in ${folder}:\n${output}`);
  }
}
