// Every implementation must give the same answer, in every round.
import { digest, firstDifferences } from './question.mjs';

/** @typedef {import('./rounds.mjs').Run} Run */

/**
 * Marks the runs whose answer is not the one that most implementations gave, and prints where they differ.
 * @param {readonly Run[]} runs Those of one data set.
 */
export function compareAnswers(runs) {
  const expected = mostFrequent(runs.map(({ measures }) => measures[0]?.lines).filter((lines) => lines !== undefined));
  for (const run of runs) {
    const other = run.measures.find(({ lines }) => lines !== undefined && digest(lines) !== digest(expected));
    // Programs that only read give no answer.
    const answers = run.measures.flatMap(({ lines }) => (lines === undefined ? [] : [lines]));
    if (run.data.kind.format === 'distinct' && answers.some((lines) => total(lines) !== run.data.messages)) {
      run.differs = true;
      console.error(`${run.implementation.title} did not count ${run.data.messages} messages`);
    }
    if (other !== undefined) {
      run.differs = true;
      console.error(
        `${run.data.kind.title}: the answer of ${run.implementation.title} (+) is not that of the others (-):`,
      );
      console.error(firstDifferences(expected, other.lines ?? []).join('\n'));
    }
  }
}

/** @param {readonly (readonly string[])[]} answers @returns {readonly string[]} */
function mostFrequent(answers) {
  const times = (/** @type {readonly string[]} */ answer) =>
    answers.filter((other) => digest(other) === digest(answer)).length;
  return answers.reduce((most, answer) => (times(answer) > times(most) ? answer : most), answers[0] ?? []);
}

/** The messages of an answer. @param {readonly string[]} lines */
function total(lines) {
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf('\t'))), 0);
}
