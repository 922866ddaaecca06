// `npm run bench`: how fast this extension's engine answers, beside others. See arguments.mjs for what can be asked.
import { compareAnswers } from './agreement.mjs';
import { readArguments } from './arguments.mjs';
import { dataSet } from './dataSet.mjs';
import { hostTable, judgeHost } from './host/hostTable.mjs';
import { measureHost } from './host/measureHost.mjs';
import { implementations } from './implementations.mjs';
import { kinds } from './kinds.mjs';
import { measurePage } from './page/measurePage.mjs';
import { pageTable } from './page/pageTable.mjs';
import { writeResults } from './results.mjs';
import { runRounds } from './rounds.mjs';
import { engineTable } from './table.mjs';
import { judge } from './targets.mjs';

/** @typedef {import('./rounds.mjs').Run} Run @typedef {import('./dataSet.mjs').DataSet} DataSet */

/** The sizes whose memory must be the same, and the number of messages in each. */
const memorySizes = [100e6, 1e9, 4e9];
const memoryMessages = 17_500;
/** How many messages are told apart exactly, in the memory that is stated for them. */
const manyMessages = 20_000_000;
const manyMessagesSize = 4e9;

/** What is measured, one after the other. @param {import('./arguments.mjs').Wishes} wishes @returns {AsyncGenerator<DataSet>} */
async function* dataSets({ sizes, kinds: names, isNamed, all, memory }) {
  for (const [index, size] of memory && isNamed ? [] : sizes.entries()) {
    for (const name of names) {
      if (index === 0 || isNamed || all || kinds[name].isMain) {
        yield dataSet(name, size);
      }
    }
  }
  for (const size of memory ? memorySizes : []) {
    for (const name of names.filter((each) => kinds[each].isMain)) {
      yield dataSet(name, size, memoryMessages);
    }
  }
  if (memory && names.includes('distinct')) {
    yield dataSet('distinct', manyMessagesSize, manyMessages);
  }
}

/** @param {import('./arguments.mjs').Wishes} wishes @returns {Promise<Run[]>} */
async function measureEngines(wishes) {
  const candidates = (await implementations(wishes.threads)).filter(({ id }) => wishes.wantsEngine(id));
  /** @type {Run[]} */
  const runs = [];
  for await (const data of dataSets(wishes)) {
    const wanted = candidates.filter(({ isOurs }) => isOurs || !data.isForMemory);
    const done = await runRounds(data, wanted, wishes);
    compareAnswers(done);
    runs.push(...done);
  }
  return runs;
}

/** The measures in VS Code, or why there are none. @param {import('./arguments.mjs').Wishes} wishes */
async function measuresInVsCode({ host, rounds }) {
  if (host === 'not') {
    return { measures: [], reason: 'not asked for' };
  }
  try {
    return { measures: await measureHost(rounds), reason: undefined };
  } catch (error) {
    console.error(`Not measured in VS Code: ${error instanceof Error ? error.message : error}`);
    return { measures: [], reason: String(error) };
  }
}

const wishes = readArguments();
if (wishes.page) {
  console.log(pageTable(await measurePage(wishes.rounds)));
  process.exit();
}
const runs = wishes.host === 'only' ? [] : await measureEngines(wishes);
const host = await measuresInVsCode(wishes);
const targets = [...judge(runs, wishes.threads), ...(host.measures.length > 0 ? judgeHost(host.measures) : [])];
if (runs.length > 0) {
  console.log(`${engineTable(runs, wishes.threads)}\n`);
}
if (host.measures.length > 0) {
  console.log(`${hostTable(host.measures)}\n`);
}
for (const { target, value, holds } of targets) {
  console.log(`${holds ? '✔' : '✘'} ${target}: ${value}`);
}
writeResults({ runs, host, targets });
const isBroken = runs.some(({ differs, hasFailed, implementation: { isOurs } }) => differs || (hasFailed && isOurs));
process.exitCode = isBroken || (wishes.host === 'only' && host.measures.length === 0) ? 1 : 0;
