// One measure of one implementation, in a process of its own: `node child.mjs JOB`, answered by one message to the parent.
import { createRequire } from 'node:module';
import { peakMemory } from './machine.mjs';
import { answerLines } from './question.mjs';

/**
 * @typedef {object} Job
 * @property {string} module The implementation: it exports `prepare`.
 * @property {import('./kinds.mjs').Kind} kind
 * @property {readonly string[]} files
 * @property {number} threads
 * @property {boolean} isCold The engine's threads start with the clock.
 * @property {boolean} watchesSlices Also watch for long slices, which costs time.
 */

/**
 * @typedef {object} Outcome What an implementation gives back.
 * @property {import('./question.mjs').Answer} [answer]
 * @property {number} [seconds] Where the time between call and return is not what counts.
 * @property {number} [firstFigures] Milliseconds until there were partial figures.
 * @property {number} [longestDelay] Of this thread's event loop, in milliseconds.
 * @property {number} [longestSlice] Likewise, between two turns of the loop.
 */

/**
 * @typedef {object} Measure
 * @property {number} seconds From before the first byte was read until the figures were there.
 * @property {readonly string[]} [lines] The answer.
 * @property {number} peakBytes
 * @property {number} [firstFigures]
 * @property {number} [longestDelay]
 * @property {number} [longestSlice]
 */

/** @type {Job} */
const job = JSON.parse(process.argv[2] ?? '');
const require = createRequire(import.meta.url);
/**
 * What is bundled is a script, as the extension is: imported as a module it would be searched for what it exports first.
 * @type {{ prepare: (job: Job) => Promise<() => Promise<Outcome>> }}
 */
const { prepare } = job.module.endsWith('.js') ? require(job.module) : await import(job.module);
// Libraries are loaded and threads started before the clock runs, those of rivals too.
const run = await prepare(job);
const started = performance.now();
const { answer, ...outcome } = await run();
const seconds = (performance.now() - started) / 1000;
/** @type {Measure} */
const measure = { seconds, ...outcome, peakBytes: peakMemory(), ...(answer && { lines: answerLines(answer) }) };
// Some engines keep threads that would hold the process.
process.send?.(measure, () => process.exit(0));
