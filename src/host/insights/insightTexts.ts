import * as vscode from 'vscode';
import { evidenceOf } from '../../core/export/evidence';
import { ENGLISH_EXPORT_STRINGS } from '../../core/export/exportWording';
import type { InsightContent, InsightContext } from '../../core/export/insight/insightContent';
import { insightEvidence } from '../../core/export/insight/insightEvidence';
import { insightPeers } from '../../core/export/insight/insightPeers';
import { partnerNotice } from '../../core/export/insight/partnerNotice';
import type { Insight, MailFlowReport } from '../../core/report/report';
import type { ExportAnalysis } from '../analysis/exportAnalysis';
import { exportStrings } from '../strings';

/** Puts what proves an insight on the clipboard, as Markdown. */
export async function copyEvidence(analysis: ExportAnalysis, report: MailFlowReport, insight: Insight): Promise<void> {
  const content = await contentOf(analysis, report, insight);
  await vscode.env.clipboard.writeText(insightEvidence(content, contextIn('own')));
  vscode.window.setStatusBarMessage(vscode.l10n.t('The evidence was copied as Markdown.'), 5000);
}

/** Opens a letter about an insight as a new document, in the language that the user chooses. */
export async function draftNotice(
  analysis: ExportAnalysis,
  report: MailFlowReport,
  insight: Insight,
  given: unknown,
): Promise<void> {
  const language = given === 'english' || given === 'own' ? given : await chooseLanguage();
  if (language === undefined) {
    return;
  }
  const content = partnerNotice(await contentOf(analysis, report, insight), contextIn(language));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

type Language = 'own' | 'english';

/** The other side may read another language than the user; English goes everywhere. */
async function chooseLanguage(): Promise<Language | undefined> {
  const { language } = vscode.env;
  if (language === 'en' || language.startsWith('en-')) {
    return 'english';
  }
  const own = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  const english = new Intl.DisplayNames([language], { type: 'language' }).of('en') ?? 'English';
  const items: (vscode.QuickPickItem & { readonly chosen: Language })[] = [
    { label: own, chosen: 'own' },
    { label: english, chosen: 'english' },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Language of the Notice') }))?.chosen;
}

function contextIn(language: Language): InsightContext {
  const time = Date.now();
  return language === 'english'
    ? { strings: ENGLISH_EXPORT_STRINGS, locale: 'en', time }
    : { strings: exportStrings(), locale: vscode.env.language, time };
}

async function contentOf(analysis: ExportAnalysis, report: MailFlowReport, insight: Insight): Promise<InsightContent> {
  const peers = await analysis.ask((asked) => insightPeers(asked, report, insight));
  if (peers === null) {
    throw new Error(vscode.l10n.t('The file is being read again. Try once more when that is done.'));
  }
  const evidence = await evidenceOf({ ...report, insights: [insight] }, (file) => analysis.pieces(file));
  return { insight, peers, evidence };
}
