// Where things are, for everything that starts a VS Code.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The extension's folder: the one with package.json. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Downloads are kept here between runs. */
export const cacheFolder = path.join(root, '.vscode-test');

/** Where screenshots are written; the SCREENSHOTS variable names another folder. */
export const screenshotsFolder = path.resolve(process.env.SCREENSHOTS || path.join(cacheFolder, 'screenshots'));

/** The extension's manifest, as it is now. @returns {{ name: string, publisher: string, version: string }} */
export const readManifest = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
