import { ENGLISH_EXPORT_STRINGS } from '../../core/export/exportWording';
import type { ConnectorFlow, MailFlowReport } from '../../core/report/report';
import { Slices } from '../../core/surroundings';
import { askImpact } from '../../core/whatIf/askImpact';
import { type Impact, WITHOUT_TLS } from '../../core/whatIf/impact';
import { impactJson } from '../../core/whatIf/impactJson';
import { impactMarkdown } from '../../core/whatIf/impactMarkdown';
import { impactText } from '../../core/whatIf/impactText';
import { redactImpact } from '../../core/whatIf/redactImpact';
import { pause } from '../../platform/node/pause';
import { UsageError } from '../arguments/options';
import { type NamedConnector, parseWhatIfArguments, type WhatIfArguments } from '../arguments/whatIfArguments';
import { checkOutput } from '../inputs';
import { noConnectorCalled } from '../knownConnectors';
import { nothingPrinted, type Outcome, type Surface } from '../outcome';
import { readExports } from '../readExports';

/** Says what a change of settings would have done. Throws {@link UsageError}. */
export async function whatIf(args: readonly string[], surface: Surface): Promise<Outcome> {
  const asked = parseWhatIfArguments(args);
  const { output, supposed, redaction } = asked;
  const read = await readExports(asked, surface.progress, async ({ paths }) => {
    await (output === undefined ? undefined : checkOutput(output, paths));
  });
  if (read.noMessage !== undefined) {
    return nothingPrinted([...read.errors, read.noMessage]);
  }
  const { analysis, report } = read;
  const question =
    'refused' in supposed
      ? askImpact(analysis, report, supposed.refused)
      : askImpact(analysis, report, WITHOUT_TLS, connectorNamed(supposed.forced, report));
  const impact = await new Slices({ pause }).all(question);
  if (impact === undefined) {
    throw new Error('the analysis went on while it was asked');
  }
  const text = textOf(redaction === null ? impact : redactImpact(impact, redaction), asked.format);
  return {
    output: output === undefined ? text : '',
    errors: read.errors,
    status: read.isUnreadable ? 2 : 0,
    files: output === undefined ? [] : [{ path: output, text }],
  };
}

function connectorNamed(
  { name, direction }: NamedConnector,
  { connectors }: MailFlowReport,
): (connector: ConnectorFlow) => boolean {
  const isMeant = (connector: ConnectorFlow): boolean =>
    connector.name?.toLowerCase() === name.toLowerCase() && (direction ?? connector.direction) === connector.direction;
  if (!connectors.some(isMeant)) {
    throw new UsageError(noConnectorCalled(name, connectors));
  }
  return isMeant;
}

function textOf(impact: Impact, format: WhatIfArguments['format']): string {
  switch (format) {
    case 'text':
      return impactText(impact);
    case 'markdown':
      return impactMarkdown(impact, ENGLISH_EXPORT_STRINGS, 'en');
    case 'json':
      return `${JSON.stringify(impactJson(impact), null, 2)}\n`;
  }
}
