import { keyOf } from '../../src/core/report/connectorReport';
import { fill } from '../../src/core/report/wording';
import { type Supposed, USUALLY_SUPPOSED } from '../../src/protocol/supposed';
import { CopyFooter } from '../components/copyFooter';
import { Select } from '../components/select';
import { SidePanel } from '../components/sidePanel';
import type { AskedReport } from '../drillDown/usePeers';
import { connectorEntries } from '../filters/connectorEntries';
import { usePage } from '../pageContext';
import { ConnectorImpacts, ImpactDays } from './impactTables';
import { useImpact } from './useImpact';

interface WhatIfPanelProps extends AskedReport {
  readonly supposed: Supposed;
  readonly onSuppose: (supposed: Supposed) => void;
  readonly onClose: () => void;
}

/** What a change of settings would have done to the mail of the period: messages, hosts and connectors that would have been hit. */
export function WhatIfPanel({ report, isReading, supposed: remembered, onSuppose, onClose }: WhatIfPanelProps) {
  const { strings, locale } = usePage();
  const connectors = connectorEntries(report.connectors, strings, locale).filter(({ value }) => value !== 'all');
  const isThere = remembered.kind === 'refuse' || report.connectors.some((one) => keyOf(one) === remembered.connector);
  const supposed = isThere ? remembered : USUALLY_SUPPOSED;
  const shown = useImpact(supposed, { report, isReading });
  return (
    <SidePanel
      id="what-if"
      class="wide-panel"
      heading={strings['whatIf.heading']}
      onClose={onClose}
      footer={
        <CopyFooter
          panel="what-if"
          markdown={shown?.markdown ?? null}
          redacted={shown?.redactedMarkdown ?? null}
          onClose={onClose}
        />
      }
    >
      <Select
        id="suppose"
        class="field-suppose"
        label={strings['whatIf.suppose']}
        value={supposed.kind === 'refuse' ? supposed.upTo : supposed.connector}
        entries={[
          { value: 'tls1.1', text: strings['whatIf.refuse11'] },
          { value: 'tls1.0', text: strings['whatIf.refuse10'] },
          ...connectors.map(({ value, text }) => ({ value, text: fill(strings['whatIf.forceOn'], text) })),
        ]}
        onChange={(value) =>
          onSuppose(
            value === 'tls1.0' || value === 'tls1.1'
              ? { kind: 'refuse', upTo: value }
              : { kind: 'force', connector: value },
          )
        }
      />
      <div id="impact" aria-live="polite" data-told={shown !== null}>
        {shown === null ? (
          <p class="muted">{strings[isReading ? 'whatIf.reading' : 'whatIf.asking']}</p>
        ) : (
          shown.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
        )}
      </div>
      {shown !== null && <ImpactDays impact={shown.impact} />}
      {shown !== null && <ConnectorImpacts shown={shown} />}
    </SidePanel>
  );
}
