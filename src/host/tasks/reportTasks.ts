import * as vscode from 'vscode';
import type { AnalysisContext } from '../analysis/exportAnalysis';
import { TASK_TYPE } from '../identifiers';
import { type ReportTaskDefinition, readTaskDefinition } from './taskDefinition';

/** The problem matcher, as package.json declares it: for the last lines of the report. */
const MATCHER = '$mail-flow-insights';

/** Tasks that print the report on files or folders, so that what it warns about lands in Problems. */
export class ReportTasks implements vscode.TaskProvider {
  readonly #context: AnalysisContext;

  constructor(context: AnalysisContext) {
    this.#context = context;
  }

  /** One for each workspace folder: the report on all of its exports. */
  provideTasks(): vscode.Task[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.map((folder) => this.#task({ type: TASK_TYPE, files: ['.'], failOn: 'warning' }, folder));
  }

  /** A task of tasks.json; undefined where it says something that there is not. */
  resolveTask({ definition, scope, name }: vscode.Task): vscode.Task | undefined {
    const known = readTaskDefinition(definition);
    const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
    // VS Code takes the answer only where the definition is the very one that it asked about.
    return known && folder && this.#task(known, folder, definition, name);
  }

  #task(
    known: ReportTaskDefinition,
    folder: vscode.WorkspaceFolder,
    definition: vscode.TaskDefinition = known,
    name = vscode.l10n.t('Report on mail flow'),
  ): vscode.Task {
    const execution = new vscode.CustomExecution(async (resolved) => {
      const { ReportTerminal } = await import('../seldomUsed');
      // With variables such as ${workspaceFolder} replaced.
      return new ReportTerminal(readTaskDefinition(resolved) ?? known, folder, this.#context);
    });
    const task = new vscode.Task(definition, folder, name, vscode.l10n.t('Mail Flow'), execution, MATCHER);
    task.detail = known.files.join(', ');
    return task;
  }
}
