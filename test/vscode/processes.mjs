// Child processes and temporary folders that never outlive this process, however it ends.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** @type {Set<() => void>} */
const pending = new Set();
let watching = false;

/**
 * Runs `task` when this process ends: normally, by a signal, or because nobody reads its output any more.
 * @param {() => void} task Synchronous; must not throw.
 * @returns {() => void} Runs the task now instead, once.
 */
export function atExit(task) {
  watchForTheEnd();
  pending.add(task);
  return () => {
    if (pending.delete(task)) {
      task();
    }
  };
}

function watchForTheEnd() {
  if (watching) {
    return;
  }
  watching = true;
  process.on('exit', () => {
    for (const task of [...pending].reverse()) {
      task();
    }
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(130));
  }
  // `npm test | head` closes the pipe: without this the servers started here would go on running.
  process.stdout.on('error', () => process.exit(1));
}

/**
 * Starts a process in a group of its own, so that it can be ended together with its children.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, [...args], { detached: true, ...options });
  const kill = atExit(() => signalGroup(child, 'SIGKILL'));
  child.once('exit', kill);
  return child;
}

/**
 * Ends a process started by `startGroup`: politely, then after three seconds not.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stopGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
  signalGroup(child, 'SIGKILL');
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    process.kill(-(/** @type {number} */ (child.pid)), signal);
  } catch {
    // Already gone, or never started.
  }
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean }} [options] `show` lets the output through instead of collecting it.
 * @returns {Promise<{ ok: boolean, output: string }>} `ok` when the exit status is 0; `output` holds stdout and stderr unless shown.
 */
export function runCommand(command, args, { show = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      ...options,
    });
    const forget = atExit(() => child.kill('SIGKILL'));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ data) => {
        output += data;
      });
    }
    child.once('error', (error) => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.once('close', (status) => {
      forget();
      // Some tools colour even what goes into a pipe.
      resolve({ ok: status === 0, output: stripVTControlCharacters(output) });
    });
  });
}
