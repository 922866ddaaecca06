import * as vscode from 'vscode';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import type { CommandContext } from '../commands/commands';
import type { CommandTarget } from '../commands/commandTarget';
import { homeOf } from '../sources/sourceSet';

type Command = (...given: readonly unknown[]) => Promise<void>;

/** The commands that hold a whole report against something: another one, a baseline, other settings. */
export function comparisonCommands({ store, reports }: CommandContext, target: CommandTarget): Record<string, Command> {
  const about = async (argument: unknown, act: (analysis: ExportAnalysis) => Promise<void>): Promise<void> => {
    const set = await target.set(argument);
    if (set === undefined) {
      return;
    }
    const analysis = store.openSet(set);
    const hold = store.hold(analysis);
    try {
      await act(analysis);
    } finally {
      hold.dispose();
    }
  };
  return {
    'mailFlow.compare': (argument, given) =>
      about(argument, async (analysis) => {
        const { compareReport } = await import('../seldomUsed');
        const comparison = await compareReport(analysis, given, store);
        if (comparison !== undefined) {
          await reports.show(analysis.set, { comparison });
        }
      }),
    'mailFlow.whatIf': (argument) => about(argument, ({ set }) => reports.show(set, { tell: { type: 'showWhatIf' } })),
    'mailFlow.saveBaseline': (argument, given) =>
      about(argument, async (analysis) => {
        const { saveBaseline } = await import('../seldomUsed');
        if (await saveBaseline(analysis, given, store)) {
          await Promise.all([...store.all].map((one) => one.holdAgainstBaseline()));
        }
      }),
    'mailFlow.forgetBaseline': async (argument) => {
      const set = await knownSet(argument, target, store.current);
      const { forgetBaseline } = await import('../seldomUsed');
      await forgetBaseline(set ?? vscode.workspace.workspaceFolders?.[0]?.uri);
    },
  };
}

/** Whose baseline is meant: nobody is asked for a file only to forget something. */
async function knownSet(
  argument: unknown,
  target: CommandTarget,
  current: ExportAnalysis | undefined,
): Promise<vscode.Uri | undefined> {
  const set = argument === undefined && current === undefined ? undefined : await target.set(argument);
  return set && homeOf(set);
}
