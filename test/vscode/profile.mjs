// The temporary folders of one VS Code: user data, extensions, home, workspace. Nothing of the user's own is read or written.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atExit } from './processes.mjs';

const settings = {
  'git.openRepositoryInParentFolders': 'never',
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Dark Modern',
  'window.autoDetectColorScheme': false,
  'window.restoreWindows': 'none',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // Remote hosts ask before they open a larger text file, in MB.
  'workbench.editorLargeFileConfirmation': 4096,
  'files.hotExit': 'off',
  // Dialogs that a test can work, on every system.
  'files.simpleDialog.enable': true,
};

/** VS Code asks whether to trust a folder, unless told not to: then it does not. */
const distrust = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/**
 * @typedef {object} Profile
 * @property {string} userData
 * @property {string} extensions
 * @property {string} home
 * @property {string} workspace The folder that tests write to.
 * @property {string} opened What VS Code opens: that folder, or the file of a workspace with another one.
 * @property {string} results The file that the suite writes its results to.
 * @property {NodeJS.ProcessEnv} env The environment that keeps VS Code inside these folders.
 * @property {() => void} remove
 */

/**
 * Creates the folders; they are removed when this process ends at the latest.
 * @param {{ locale?: string, isTrusted?: boolean, hasTwoFolders?: boolean, fixtures?: string }} [options] `locale`: the display language, English
 *   unless named. `isTrusted`: false where VS Code is not told to trust every folder.
 *   `hasTwoFolders`: true where a workspace with an empty folder beside is opened. `fixtures`: a folder copied into the workspace, if it exists.
 * @returns {Profile}
 */
export function createProfile({ locale = 'en', isTrusted = true, hasTwoFolders = false, fixtures } = {}) {
  // Short names: sockets inside have a path limit of about 100 characters.
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'mfi-'));
  const folder = (/** @type {string} */ name) => {
    const created = path.join(base, name);
    fs.mkdirSync(created, { recursive: true });
    return created;
  };
  const remove = atExit(() => fs.rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  const userData = folder('data');
  fs.writeFileSync(
    path.join(folder('data/User'), 'settings.json'),
    JSON.stringify({ ...settings, ...(isTrusted ? {} : distrust) }, undefined, 2),
  );
  if (locale !== 'en') {
    addLanguage(userData, locale);
  }
  const workspace = folder('workspace');
  if (fixtures && fs.existsSync(fixtures)) {
    fs.cpSync(fixtures, workspace, { recursive: true });
  }
  const home = folder('home');
  return {
    userData,
    extensions: folder('extensions'),
    home,
    workspace,
    opened: hasTwoFolders ? workspaceFile(base, [workspace, folder('beside')]) : workspace,
    results: path.join(base, 'results.jsonl'),
    env: {
      HOME: home,
      XDG_CONFIG_HOME: path.join(home, '.config'),
      XDG_DATA_HOME: path.join(home, '.local/share'),
      EXTENSIONS_GALLERY: '{}',
    },
    remove,
  };
}

/** @param {string} base @param {readonly string[]} folders */
function workspaceFile(base, folders) {
  const file = path.join(base, 'two.code-workspace');
  fs.writeFileSync(file, JSON.stringify({ folders: folders.map((folder) => ({ path: folder })) }));
  return file;
}

/**
 * Registers a language as an installed language pack would. VS Code shows its own words in English where they are missing
 * here; the extension's words come from the extension's own translations.
 * @param {string} userData @param {string} locale
 */
function addLanguage(userData, locale) {
  const translations = path.join(userData, `${locale}.i18n.json`);
  fs.writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const languagePack = {
    hash: 'minimal',
    extensions: [{ extensionIdentifier: { id: 'minimal.language-pack' }, version: '1.0.0' }],
    translations: { vscode: translations },
    label: locale,
  };
  fs.writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: languagePack }));
}
