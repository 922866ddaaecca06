import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openAsText, problemsOf } from './editor';
import { receiveLog, workspaceFile, writeExport } from './exports';
import { waitUntil, workbench } from './page';

/** Runs a task and returns its exit status. */
async function run(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const subscription = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name === task.name) {
        subscription.dispose();
        resolve(exitCode);
      }
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}

/** The tasks of tasks.json, which says what is asked for. */
async function define(tasks: Readonly<Record<string, object>>): Promise<Map<string, vscode.Task>> {
  const list = Object.entries(tasks).map(([label, options]) => ({
    label,
    type: 'mail-flow',
    problemMatcher: '$mail-flow-insights',
    ...options,
  }));
  writeExport('.vscode/tasks.json', JSON.stringify({ version: '2.0.0', tasks: list }));
  return waitUntil(async () => {
    const found = await vscode.tasks.fetchTasks({ type: 'mail-flow' });
    const byName = new Map(found.map((task) => [task.name, task]));
    return Object.keys(tasks).every((label) => byName.has(label)) ? byName : undefined;
  }, 'the tasks');
}

async function status(tasks: Map<string, vscode.Task>, name: string): Promise<number | undefined> {
  const task = tasks.get(name);
  assert.ok(task, name);
  return run(task);
}

const log = receiveLog(20, 30);

describe('Tasks', () => {
  let tasks: Map<string, vscode.Task>;

  before(async () => {
    writeExport('task/logs/RECV2026030700-1.LOG', log.text);
    writeExport('task/quiet/RECV2026030701-1.LOG', receiveLog(20, 0).text);
    writeExport('task/notes.txt', 'nothing of mail\n');
    tasks = await define({
      warns: { files: ['task/logs'] },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of VS Code's
      'warns in vain': { files: ['${workspaceFolder}/task/logs/RECV2026030700-1.LOG'], failOn: 'never' },
      'finds nothing': { files: ['task/quiet'] },
      'cannot read': { files: ['task/notes.txt'] },
      'finds no file': { files: ['task/logs', 'task/missing.csv'] },
    });
  });

  afterEach(closeAllEditors);

  after(async () => {
    await vscode.workspace.fs.delete(workspaceFile('.vscode/tasks.json'));
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('are offered for the workspace folder', async () => {
    const found = await vscode.tasks.fetchTasks({ type: 'mail-flow' });
    const [offered] = found.filter(({ name }) => name === 'Report on mail flow');
    assert.deepEqual(offered?.definition.files, ['.']);
    assert.deepEqual(offered?.problemMatchers, ['$mail-flow-insights']);
  });

  it('end as the report in a terminal does', async () => {
    assert.equal(await status(tasks, 'warns'), 1);
    assert.equal(await status(tasks, 'warns in vain'), 0);
    assert.equal(await status(tasks, 'finds nothing'), 0);
    assert.equal(await status(tasks, 'cannot read'), 2);
    assert.equal(await status(tasks, 'finds no file'), 2);
  });

  it('bring what they warn about into Problems, of files that are not open', async () => {
    const uri = workspaceFile('task/logs/RECV2026030700-1.LOG');
    await status(tasks, 'warns');
    await waitUntil(() => vscode.languages.getDiagnostics(uri).length > 0, 'an entry');
    const [problem, ...others] = vscode.languages.getDiagnostics(uri);
    assert.deepEqual(others, []);
    assert.equal(problem?.range.start.line, log.firstTls10Line - 1);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(problem?.source, 'Mail Flow Insights');
    assert.match(problem?.message ?? '', /30 of 50 messages/);
    await workbench.screenshot('task');
  });

  it('warn of nothing that the baseline knows, and do not fail for it', async () => {
    const logs = workspaceFile('task/logs/RECV2026030700-1.LOG');
    const baseline = workspaceFile('task/baseline.json');
    await vscode.commands.executeCommand('mailFlow.saveBaseline', logs, baseline);
    assert.equal(await status(tasks, 'warns'), 0);
    await vscode.commands.executeCommand('mailFlow.forgetBaseline', logs);
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.equal(await status(tasks, 'warns'), 1);
  });

  it('say nothing twice of a file that is open, and leave other open files alone', async () => {
    const uri = workspaceFile('task/logs/RECV2026030700-1.LOG');
    const other = writeExport('logs/RECV2026030702-1.LOG', receiveLog(3, 40).text);
    await openAsText(other);
    await openAsText(uri);
    await problemsOf(uri, 1);
    await problemsOf(other, 1);
    const isOurs = (of: vscode.Uri): boolean =>
      vscode.languages.getDiagnostics(of).every(({ relatedInformation = [] }) => relatedInformation.length > 1);
    await waitUntil(() => isOurs(uri), 'the entry of the editor');
    await status(tasks, 'warns');
    await waitUntil(() => vscode.tasks.taskExecutions.length === 0, 'the end of the task');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const rows = async (name: string): Promise<number> => {
      const texts = await workbench.texts('.markers-panel .monaco-list-row');
      return texts.filter((row) => row.startsWith(name) && row.endsWith('1')).length;
    };
    const isOnce = (of: vscode.Uri): boolean => isOurs(of) && vscode.languages.getDiagnostics(of).length === 1;
    await waitUntil(
      async () =>
        isOnce(uri) &&
        isOnce(other) &&
        (await rows('RECV2026030700-1.LOG')) === 1 &&
        (await rows('RECV2026030702-1.LOG')) === 1,
      'one entry of ours of either file',
    );
    await workbench.screenshot('task-problems');
  });
});
