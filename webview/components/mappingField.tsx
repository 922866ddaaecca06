import type { ColumnRole } from '../../src/core/model/columnMapping';
import { DIRECTIONS } from '../../src/core/model/connector';
import { fill } from '../../src/core/report/wording';
import type { MappableColumn } from '../../src/protocol/messages';
import { columnValue, directionValue, NOTHING } from '../mappingChoices';
import { usePage } from '../pageContext';
import { WarningIcon } from './icons';

/** An entry of a list is one line, and lists are narrow. */
const LONGEST_ENTRY = 90;

interface MappingFieldProps {
  readonly role: ColumnRole;
  readonly required: boolean;
  readonly columns: readonly MappableColumn[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Which column holds something: a list of all columns with their first values, and below it those of the chosen one. */
export function MappingField({ role, required, columns, value, onChange }: MappingFieldProps) {
  const { strings } = usePage();
  const id = `map-${role}`;
  const chosen = columns.find(({ title }) => columnValue(title) === value);
  const doubt = chosen === undefined ? null : doubtAbout(role, chosen);
  return (
    <div class="field mapping-field" data-role={role}>
      <label for={id}>
        {strings[`role.${role}`]}
        {required && <span class="muted"> ({strings['mapping.required']})</span>}
      </label>
      <select
        id={id}
        aria-required={required}
        aria-describedby={`${id}-values`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value={NOTHING}>{strings[required ? 'mapping.choose' : 'mapping.none']}</option>
        {role === 'direction' && (
          <optgroup label={strings['mapping.forAll']}>
            {DIRECTIONS.map((direction) => (
              <option key={direction} value={directionValue(direction)}>
                {strings[direction === 'inbound' ? 'mapping.allInbound' : 'mapping.allOutbound']}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={strings['mapping.columns']}>
          {columns.map((column) => (
            <option key={column.title} value={columnValue(column.title)}>
              {entryOf(column, strings['mapping.column'])}
            </option>
          ))}
        </optgroup>
      </select>
      <p class="values" id={`${id}-values`}>
        {chosen !== undefined && <Values column={chosen} />}
        {doubt !== null && (
          <span class="with-icon doubt">
            <WarningIcon />
            {strings[doubt]}
          </span>
        )}
      </p>
    </div>
  );
}

/** What speaks against a column's holding something, by its first values. */
function doubtAbout(role: ColumnRole, { holdsTimes, holdsDirections }: MappableColumn) {
  if (role === 'time' && !holdsTimes) {
    return 'mapping.noTimes';
  }
  return role === 'direction' && !holdsDirections ? 'mapping.noDirections' : null;
}

function Values({ column: { values } }: { readonly column: MappableColumn }) {
  const { strings } = usePage();
  if (values.length === 0) {
    return <span class="muted">{strings['mapping.noValues']}</span>;
  }
  return (
    <>
      {values.map((value) => (
        <span key={value} class="value">
          <code>{value}</code>{' '}
        </span>
      ))}
    </>
  );
}

function entryOf({ title, values }: MappableColumn, sentence: string): string {
  const entry = values.length === 0 ? title : fill(sentence, title, values.join(', '));
  return entry.length > LONGEST_ENTRY ? `${entry.slice(0, LONGEST_ENTRY)}…` : entry;
}
