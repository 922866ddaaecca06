// What the engine says of files in Node: asks the terminal command, which is built already.
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { runCommand } from '../vscode/processes.mjs';

/**
 * @param {readonly string[]} files
 * @param {...string} options Of the terminal command.
 * @returns {Promise<any>} The JSON of docs/report.schema.json.
 */
export async function engineReport(files, ...options) {
  const command = [path.join(root, 'dist/cli.js'), 'report', '--format', 'json', ...options, ...files];
  const { output } = await runCommand(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(output);
}
