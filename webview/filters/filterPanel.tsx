import { DIRECTIONS } from '../../src/core/model/connector';
import { TLS_STATES } from '../../src/core/model/tls';
import type { ReportFilter } from '../../src/core/report/connectorReport';
import { CONNECTOR_TYPES, type ReportChoices } from '../../src/protocol/choices';
import { Checkbox, Radio } from '../components/checkbox';
import { FilterIcon } from '../components/icons';
import { PopupButton } from '../components/popupButton';
import { usePage } from '../pageContext';

interface FilterPanelProps {
  readonly filter: ReportFilter;
  readonly onChange: (change: Partial<ReportChoices>) => void;
}

/** Direction, connector type and TLS version. What is ticked within a group is taken together, groups narrow each other. */
export function FilterPanel({ filter, onChange }: FilterPanelProps) {
  const { strings } = usePage();
  const { direction, types, tls } = filter;
  const count = (direction === null ? 0 : 1) + types.length + tls.length;
  return (
    <PopupButton id="filters" icon={<FilterIcon />} text={strings['filter.heading']} count={count}>
      {() => (
        <div class="filter-groups">
          <fieldset data-group="direction">
            <legend>{strings['filter.directionHeading']}</legend>
            {[null, ...DIRECTIONS.toReversed()].map((one) => (
              <Radio
                key={one}
                name="direction"
                value={one ?? 'both'}
                isChecked={direction === one}
                onChoose={() => onChange({ direction: one })}
              >
                {one === null ? strings['filter.bothDirections'] : strings[`direction.${one}`]}
              </Radio>
            ))}
          </fieldset>
          <fieldset data-group="type">
            <legend>{strings['details.type']}</legend>
            {CONNECTOR_TYPES.map((type) => (
              <Checkbox
                key={type}
                id={`filter-type-${type}`}
                isChecked={types.includes(type)}
                onChange={(isIn) => onChange({ types: withMember(CONNECTOR_TYPES, types, type, isIn) })}
              >
                {strings[`type.${type}`]}
              </Checkbox>
            ))}
          </fieldset>
          <fieldset data-group="tls">
            <legend>{strings['filter.tlsHeading']}</legend>
            {TLS_STATES.map((state) => (
              <Checkbox
                key={state}
                id={`filter-tls-${state}`}
                isChecked={tls.includes(state)}
                onChange={(isIn) => onChange({ tls: withMember(TLS_STATES, tls, state, isIn) })}
              >
                {strings[`tls.${state}`]}
              </Checkbox>
            ))}
            <p class="muted note">{strings['filter.tlsNote']}</p>
          </fieldset>
        </div>
      )}
    </PopupButton>
  );
}

/** In the order of all there are. */
function withMember<Member>(
  all: readonly Member[],
  chosen: readonly Member[],
  member: Member,
  isIn: boolean,
): Member[] {
  return all.filter((one) => (one === member ? isIn : chosen.includes(one)));
}
