import { factsOf, RULE_IDS, type RuleId, type Severity } from '../../model/ruleTable';
import { ENGLISH_WORDING, insightAdvice, insightTitle } from '../../report/wording';
import type { SarifLevel, SarifRule } from './sarif';

/** Every rule as SARIF describes it. Its help is here whole: there is no address that could be asked for more. */
export function sarifRules(): SarifRule[] {
  return RULE_IDS.map((id): SarifRule => {
    const title = insightTitle(ENGLISH_WORDING, id, false);
    const advice = insightAdvice(ENGLISH_WORDING, id);
    const page = rulePage(id);
    return {
      id,
      name: nameOf(id),
      shortDescription: { text: `${title}.` },
      fullDescription: { text: `${title}. ${advice}` },
      help: {
        text: `${advice} What it means, how to fix it on Exchange Server, Windows, appliances or at a partner, and how to verify that: ${page} in Mail Flow Insights.`,
        markdown: `${advice}\n\nWhat it means, how to fix it on Exchange Server, Windows, appliances or at a partner, and how to verify that: \`${page}\` in Mail Flow Insights.`,
      },
      defaultConfiguration: { level: levelOf(factsOf(id).severity) },
      properties: { tags: ['mail', 'tls'], 'problem.severity': problemSeverity(id) },
    };
  });
}

/** The page about a rule, in this repository. */
export function rulePage(rule: RuleId): string {
  return `docs/rules/${rule}.md`;
}

export function levelOf(severity: Severity): SarifLevel {
  return severity === 'warning' ? 'warning' : 'note';
}

/** As code scanning services take it. */
function problemSeverity(rule: RuleId): 'warning' | 'recommendation' {
  return factsOf(rule).severity === 'warning' ? 'warning' : 'recommendation';
}

/** `InboundPartnerTls10`: the standard asks for names in Pascal case (3.49.7). */
function nameOf(rule: RuleId): string {
  return rule.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
