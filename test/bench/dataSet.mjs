// The exports that are measured: generated once, kept by kind, size and the generator's own code.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../vscode/processes.mjs';
import { bundle } from './bundle.mjs';
import { kinds } from './kinds.mjs';
import { dataFolder } from './paths.mjs';
import { writeSize } from './size.mjs';

/**
 * @typedef {object} DataSet
 * @property {import('./kinds.mjs').KindName} kindName
 * @property {import('./kinds.mjs').Kind} kind
 * @property {number} size In bytes, as asked for.
 * @property {boolean} isForMemory Only this extension is measured, for its memory.
 * @property {readonly string[]} files
 * @property {number} bytes Of all files.
 * @property {number} rows
 * @property {number} messages Distinct ones.
 */

/** @type {Promise<{ file: string, version: string }> | undefined} */
let generator;

/**
 * Makes sure that the exports are there.
 * @param {import('./kinds.mjs').KindName} kindName
 * @param {number} size
 * @param {number} [messages] How many distinct ones; as many as such an export usually has, unless given.
 * @returns {Promise<DataSet>}
 */
export async function dataSet(kindName, size, messages) {
  generator ??= bundle('generate/main.ts');
  const { file, version } = await generator;
  const kind = kinds[kindName];
  const about = `${kindName}-${writeSize(size)}${messages === undefined ? '' : `-${messages}-messages`}`;
  const folder = path.join(dataFolder, `${about}-${version}`);
  const facts = path.join(folder, 'facts.json');
  if (!existsSync(facts)) {
    removeStale(version);
    console.error(`Generating ${kind.title}, ${writeSize(size)}B`);
    // In a process of its own, so that its memory is not this one's.
    const { ok, output } = await runCommand(process.execPath, [
      file,
      JSON.stringify({ ...kind, size, messages, folder }),
    ]);
    if (!ok) {
      throw new Error(`${kind.title} could not be generated: ${output}`);
    }
  }
  const names = readdirSync(folder).filter((name) => name !== 'facts.json');
  const files = names.sort().map((name) => path.join(folder, name));
  return {
    kindName,
    kind,
    size,
    isForMemory: messages !== undefined,
    files,
    ...JSON.parse(readFileSync(facts, 'utf8')),
  };
}

/** Exports of another generator are of no use any more. @param {string} version */
function removeStale(version) {
  for (const name of readdirSync(dataFolder).filter((each) => !each.endsWith(version))) {
    rmSync(path.join(dataFolder, name), { recursive: true });
  }
}
