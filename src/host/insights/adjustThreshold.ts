import * as vscode from 'vscode';
import type { Insight } from '../../core/report/report';
import { insightTitle } from '../../core/report/wording';
import type { PageStrings } from '../../protocol/strings';
import { SECTION } from '../settings/settingNames';
import { targetOf } from '../settings/writtenSettings';

/** What a threshold holds for. */
type Scope = 'connector' | 'rule' | 'all';

/** What the user decided. */
interface Adjustment {
  readonly scope: Scope;
  /** Per cent. */
  readonly share: number;
  readonly messages: number;
}

/** Asks what *significant* is for an insight's connector, its rule, or all, and writes it to the settings. */
export async function adjustThreshold(
  uri: vscode.Uri,
  insight: Insight,
  given: unknown,
  strings: PageStrings,
): Promise<void> {
  const adjustment = parseAdjustment(given) ?? (await ask(insight, strings));
  if (adjustment === undefined) {
    return;
  }
  const { scope, share, messages } = adjustment;
  const settings = vscode.workspace.getConfiguration(SECTION, uri);
  if (scope === 'all') {
    await settings.update('thresholds.share', share, targetOf(settings, 'thresholds.share'));
    await settings.update('thresholds.messages', messages, targetOf(settings, 'thresholds.messages'));
    return;
  }
  const key = scope === 'rule' ? 'thresholds.rules' : 'thresholds.connectors';
  const name = scope === 'rule' ? insight.rule : (insight.connector ?? '');
  const value: unknown = settings.get(key);
  const written = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  // A connector's name has no case.
  const others = written.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  await settings.update(key, Object.fromEntries([...others, [name, { share, messages }]]), targetOf(settings, key));
}

function parseAdjustment(value: unknown): Adjustment | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { scope, share, messages } = value as Record<string, unknown>;
  const isScope = scope === 'connector' || scope === 'rule' || scope === 'all';
  return isScope && typeof share === 'number' && typeof messages === 'number' && isShare(share) && isCount(messages)
    ? { scope, share, messages }
    : undefined;
}

async function ask(insight: Insight, strings: PageStrings): Promise<Adjustment | undefined> {
  const title = vscode.l10n.t('Adjust Threshold');
  const { thresholds } = insight;
  const scope = (await vscode.window.showQuickPick(scopesOf(insight, strings), { title }))?.scope;
  const share =
    scope &&
    (await askNumber(
      title,
      shareBefore(insight),
      vscode.l10n.t('At least this share of its messages, in per cent'),
      isShare,
    ));
  const messages =
    share === undefined
      ? undefined
      : await askNumber(title, thresholds.messages, vscode.l10n.t('and at least this number of messages'), isCount);
  return scope === undefined || share === undefined || messages === undefined ? undefined : { scope, share, messages };
}

/** Per cent, without the trace that binary fractions leave. */
function shareBefore({ thresholds }: Insight): number {
  return Number((thresholds.share * 100).toPrecision(12));
}

function scopesOf({ connector, rule }: Insight, strings: PageStrings): (vscode.QuickPickItem & { scope: Scope })[] {
  return [
    ...(connector === null
      ? []
      : [{ label: vscode.l10n.t('For this connector'), description: connector, scope: 'connector' as const }]),
    {
      label: vscode.l10n.t('For this rule'),
      description: insightTitle(strings, rule, false),
      scope: 'rule' as const,
    },
    {
      label: vscode.l10n.t('For all rules and connectors'),
      description: vscode.l10n.t('that have no threshold of their own'),
      scope: 'all' as const,
    },
  ];
}

async function askNumber(
  title: string,
  before: number,
  prompt: string,
  isRight: (value: number) => boolean,
): Promise<number | undefined> {
  const format = new Intl.NumberFormat(vscode.env.language, { useGrouping: false, maximumFractionDigits: 10 });
  const typed = await vscode.window.showInputBox({
    title,
    prompt,
    value: format.format(before),
    validateInput: (text) => (isRight(numberIn(text)) ? undefined : vscode.l10n.t('Not a number that fits here.')),
  });
  return typed === undefined ? undefined : numberIn(typed);
}

/** With a point or a comma. */
function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 100;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
