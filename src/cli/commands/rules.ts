import { rulePage } from '../../core/export/sarif/sarifRules';
import { DEFAULT_THRESHOLDS } from '../../core/insights/thresholds';
import { factsOf, RULE_IDS, type RuleId } from '../../core/model/ruleTable';
import { ENGLISH_NAMES } from '../../core/report/names';
import { formatPercent } from '../../core/report/percent';
import { ENGLISH_WORDING, insightAdvice, insightTitle } from '../../core/report/wording';
import { choice, parseOptions, UsageError } from '../arguments/options';
import type { Outcome } from '../outcome';
import { textTable } from '../textTable';

/** Lists the rules. Throws {@link UsageError}. */
export async function rules(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseOptions(args, { format: { type: 'string' } });
  if (positionals.length > 0) {
    throw new UsageError('rules takes no files');
  }
  const isJson = choice(values.format ?? 'text', '--format', ['text', 'json']) === 'json';
  return { output: isJson ? asJson() : asText(), errors: [], status: 0 };
}

function asJson(): string {
  const list = RULE_IDS.map((id) => ({
    id,
    title: insightTitle(ENGLISH_WORDING, id, false),
    severity: factsOf(id).severity,
    threshold: thresholdOf(id),
    needs: factsOf(id).needs,
    advice: insightAdvice(ENGLISH_WORDING, id),
    page: rulePage(id),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asText(): string {
  const rows = RULE_IDS.map((id) => {
    const { share, messages } = thresholdOf(id);
    return [
      id,
      factsOf(id).severity,
      `${formatPercent(share, 1, 1, 'en')}, ${messages}`,
      factsOf(id)
        .needs.map((told) => ENGLISH_NAMES[`told.${told}`])
        .join(', '),
      rulePage(id),
      insightTitle(ENGLISH_WORDING, id, false),
    ];
  });
  return textTable(['Rule', 'Severity', 'Threshold', 'Needs to know', 'Page', 'What it finds'], rows);
}

function thresholdOf(id: RuleId): { readonly share: number; readonly messages: number } {
  return factsOf(id).thresholds ?? DEFAULT_THRESHOLDS;
}
