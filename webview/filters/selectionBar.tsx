import { useMemo } from 'preact/hooks';
import type { Period } from '../../src/core/model/day';
import type { MailFlowReport } from '../../src/core/report/report';
import type { ReportChoices } from '../../src/protocol/choices';
import type { Selection } from '../choices';
import { Select } from '../components/select';
import { usePage } from '../pageContext';
import { connectorEntries } from './connectorEntries';
import { FilterPanel } from './filterPanel';
import { PeriodFields } from './periodFields';

interface SelectionBarProps {
  readonly report: MailFlowReport;
  readonly data: Period;
  readonly selection: Selection;
  readonly onChange: (change: Partial<ReportChoices>) => void;
}

/** What the Connector report shows, and of which days. */
export function SelectionBar({ report, data, selection, onChange }: SelectionBarProps) {
  const { strings, locale } = usePage();
  const connectors = useMemo(() => connectorEntries(report.connectors, strings, locale), [report, strings, locale]);
  return (
    <div class="selection-bar">
      <Select
        id="view-by"
        class="field-view-by"
        label={strings['report.viewBy']}
        value={selection.viewBy}
        entries={[
          { value: 'mailFlow', text: strings['report.viewBy.mailFlow'] },
          { value: 'tlsUsage', text: strings['report.viewBy.tlsUsage'] },
        ]}
        onChange={(viewBy) => onChange({ viewBy: viewBy === 'tlsUsage' ? 'tlsUsage' : 'mailFlow' })}
      />
      <Select
        id="show-data-for"
        class="field-show-data-for"
        label={strings['report.showDataFor']}
        value={selection.showDataFor}
        entries={connectors}
        onChange={(showDataFor) => onChange({ showDataFor })}
      />
      <PeriodFields
        period={selection.period}
        data={data}
        onChange={(period) => onChange({ period })}
        onReset={() => onChange({ period: null })}
      />
      <FilterPanel filter={selection.filter} onChange={onChange} />
    </div>
  );
}
