import type { Period } from '../../src/core/model/day';
import { TLS_STATES, type TlsCounts, volumeOf } from '../../src/core/model/tls';
import { countOf } from '../../src/core/report/shownStates';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { isSamePeriod } from '../choices';
import { Select } from '../components/select';
import type { SelectEntry } from '../components/selectEntry';
import { usePage } from '../pageContext';

interface DrillFieldsProps {
  readonly place: DrillPlace;
  /** What the report counts of the connector, in all states. */
  readonly tls: TlsCounts;
  /** False where what is looked at is only a part of that. */
  readonly isWhole: boolean;
  /** Stands before figures that were worked out from rounded percentages; else empty. */
  readonly about: string;
  /** The days that the report shows, and all that there are. */
  readonly shown: Period;
  readonly data: Period;
  readonly onChange: (place: DrillPlace) => void;
}

const ALL = 'all';

/** Which TLS state and which days are looked at. */
export function DrillFields({ place, tls, isWhole, about, shown, data, onChange }: DrillFieldsProps) {
  const { strings, count } = usePage();
  const states: SelectEntry[] = [
    { value: ALL, text: named(strings['drill.allTls'], volumeOf(tls)) },
    ...TLS_STATES.filter((state) => countOf(tls, state) > 0 || state === place.tls).map((state) => ({
      value: state,
      text: named(strings[`tls.${state}`], countOf(tls, state)),
    })),
  ];
  const periods = [place.period, shown, data].filter(
    (one, index, all) => all.findIndex((other) => isSamePeriod(one, other)) === index,
  );
  return (
    <div class="drill-fields">
      <Select
        id="drill-tls"
        class="field-drill-tls"
        label={strings['filter.tlsHeading']}
        value={place.tls ?? ALL}
        entries={states}
        onChange={(value) => onChange({ ...place, tls: TLS_STATES.find((state) => state === value) ?? null })}
      />
      <Select
        id="drill-days"
        class="field-drill-days"
        label={strings['tlsReports.days']}
        value={keyOf(place.period)}
        entries={periods.map((period) => ({ value: keyOf(period), text: textOf(period) }))}
        onChange={(value) => {
          const period = periods.find((one) => keyOf(one) === value);
          onChange(period === undefined ? place : { ...place, period });
        }}
      />
    </div>
  );

  function named(name: string, messages: number): string {
    return isWhole ? fill(strings['details.shareAndCount'], name, about + count(messages)) : name;
  }

  function textOf(period: Period): string {
    if (period.start === period.end) {
      return period.start;
    }
    if (isSamePeriod(period, data)) {
      return fill(strings['drill.allDays'], period.start, period.end);
    }
    if (isSamePeriod(period, shown)) {
      return fill(strings['drill.shownDays'], period.start, period.end);
    }
    return fill(strings['filter.days'], period.start, period.end);
  }
}

function keyOf({ start, end }: Period): string {
  return `${start} ${end}`;
}
