// VS Code in a browser with the extension as vscode.dev would have it: packed files from a web server, run by the browser.
import fs from 'node:fs';
import path from 'node:path';
import { startCodeServer } from '../vscode/codeServer.mjs';
import { setDevelopmentOptions } from '../vscode/developmentOptions.mjs';
import { installCodeServer } from '../vscode/install.mjs';
import { launchChromium } from '../vscode/launchChromium.mjs';
import { createProfile } from '../vscode/profile.mjs';
import { serve } from './serve.mjs';
import { shippedFiles } from './shippedFiles.mjs';

/** Files that VS Code opens with the report at once. */
const reportsOf = '*.report.*';

/**
 * @typedef {object} WebWindow
 * @property {import('../vscode/watchPage.mjs').WatchedPage} watched
 * @property {string} workspace The folder that is open.
 * @property {readonly string[]} asked The extension's files that the browser has asked for.
 * @property {() => Promise<void>} close
 */

/**
 * Opens a window on an empty folder, or on several such in it.
 * @param {readonly string[]} folders Names of those.
 * @returns {Promise<WebWindow>}
 */
export async function openWebWindow(folders = []) {
  const profile = createProfile();
  fs.mkdirSync(path.join(profile.workspace, '.vscode'));
  const settings = { 'workbench.editorAssociations': { [reportsOf]: 'mailFlow.report' } };
  fs.writeFileSync(path.join(profile.workspace, '.vscode/settings.json'), JSON.stringify(settings));
  const server = await startCodeServer(await installCodeServer(), profile);
  const find = shippedFiles();
  /** @type {string[]} */
  const asked = [];
  const extension = await serve((name) => {
    asked.push(name.slice(1));
    return find(name.slice(1));
  });
  const { browser, watched } = await launchChromium();
  // From the window's own address, as VS Code's page may ask no other: code-server passes it on.
  const location = { scheme: 'http', authority: server.authority, path: `/proxy/${extension.port}` };
  await setDevelopmentOptions(watched.page, { extensions: [location] });
  await watched.page.goto(server.address(openedIn(profile.workspace, folders)));
  await watched.page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
  return {
    watched,
    workspace: profile.workspace,
    asked,
    close: async () => {
      await browser.close().catch(() => {});
      extension.close();
      await server.stop();
      profile.remove();
    },
  };
}

/** What is opened. @param {string} workspace @param {readonly string[]} folders */
function openedIn(workspace, folders) {
  if (folders.length === 0) {
    return workspace;
  }
  for (const folder of folders) {
    fs.mkdirSync(path.join(workspace, folder));
  }
  const file = path.join(workspace, 'several.code-workspace');
  fs.writeFileSync(file, JSON.stringify({ folders: folders.map((folder) => ({ path: folder })) }));
  return file;
}

/**
 * Opens a file of the workspace by its name in the Explorer.
 * @param {import('playwright-core').Page} page @param {string} name
 */
export async function openFile(page, name) {
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  await row.dblclick({ timeout: 30_000 });
  await page.locator(`.tab[data-resource-name="${name}"]`).waitFor({ timeout: 30_000 });
}
