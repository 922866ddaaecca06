import * as vscode from 'vscode';
import { RULE_IDS } from '../../core/model/ruleTable';
import { insightTitle } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';

/** Pages in `docs/rules` that are about no rule. */
const GENERAL = ['upgrading-tls'];

/** Shows a page of the package about a rule, rendered; asks for the rule where none is named. */
export async function showGuidance(extension: vscode.Uri, page: unknown, strings: PageStrings): Promise<void> {
  const pages: readonly string[] = [...RULE_IDS, ...GENERAL];
  const chosen = pages.find((one) => one === page) ?? (await choose(strings));
  if (chosen !== undefined) {
    const uri = vscode.Uri.joinPath(extension, 'docs', 'rules', `${chosen}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }
}

async function choose(strings: PageStrings): Promise<string | undefined> {
  const items = RULE_IDS.map((rule) => ({ label: insightTitle(strings, rule, false), description: rule, rule }));
  const title = vscode.l10n.t('Show Guidance');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.rule;
}

/** The address of the page about a rule, for a diagnostic's code: a command, since a link would show the page's source. */
export function guidanceLink(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'command', path: 'mailFlow.showGuidance', query: JSON.stringify([rule]) });
}
